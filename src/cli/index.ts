/** The command `pullquote`. What it needs of Node is checked before anything that needs it is loaded. */
import { versions } from 'node:process';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;

if (Number(versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `pullquote needs Node ${NEEDED} or newer but was started by Node ${versions.node}. ` +
      'In its folder, `npm start` and `npm run -s pullquote -- …` bring a Node of their own.',
  );
  process.exitCode = 1;
} else {
  // Older Node has no such function, so it is not imported by name above. What is compiled is kept beside the bundle, where no one
  // else may write, for the next start; where this process may not either, nothing is kept.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(fileURLToPath(new URL('.compiled', import.meta.url)));
  // It loads what it runs while this thread does.
  if (process.argv[2] === 'serve') (await import('../runtime/thread.ts')).startAhead();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv);
}
