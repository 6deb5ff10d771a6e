import { Command } from 'commander';
import { createApp } from '../app.ts';
import { createSignInCode } from '../http/session.ts';
import { listen } from '../runtime/listen.ts';
import { nodeDeps, nodePool, openData } from '../runtime/node.ts';
import { firstStart } from './first-start.ts';
import { dataOption, settings } from './options.ts';

/** `pullquote serve` */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve cards, pages and the API')
    .option('--port <n>', 'port to listen on (default: 8787, or PORT)')
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, or HOST)')
    .addOption(dataOption())
    .action(serve);
}

/** Serves until SIGINT or SIGTERM, then finishes what is in flight. */
async function serve(options: { port?: string; host?: string; data?: string }): Promise<void> {
  const config = settings(options);
  const data = await openData(config.dataDir);
  const pool = await nodePool(config.dataDir);
  try {
    const deps = await nodeDeps(data, config, pool);
    // Only who sees this terminal can be meant, and only where no one else can ask.
    const signIn = config.hosts === null ? null : createSignInCode();
    const server = await listen(createApp(signIn === null ? deps : { ...deps, signIn }), config);
    await deps.packs.resume();
    console.log((await firstStart(data, config, signIn?.code ?? null)).join('\n'));
    const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
    process.once('SIGINT', stop).once('SIGTERM', stop);
    await stopped;
    await Promise.all([server.close(), deps.packs.close()]);
  } finally {
    await pool.close();
    data.close();
  }
}
