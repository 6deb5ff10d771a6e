/** The command `pullquote`. What it needs of Node is checked before anything that needs it is loaded. */
import { versions } from 'node:process';

const NEEDED = 24;

if (Number(versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `pullquote needs Node ${NEEDED} or newer but was started by Node ${versions.node}. ` +
      'In its folder, `npm start` and `npm run -s pullquote -- …` bring a Node of their own.',
  );
  process.exitCode = 1;
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv);
}
