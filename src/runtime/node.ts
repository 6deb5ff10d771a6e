/** The parts of the app on Node 24: SQLite in a file, blobs in a folder, both under one data directory; native resvg. */
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Blobs } from '../blobs/port.ts';
import type { CardDrawer } from '../card/draw.ts';
import type { NodeConfig } from '../config.ts';
import type { AppDeps } from '../http/context.ts';
import { nodeCodec } from './node-codec.ts';
import { readMigrations, sqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/port.ts';
import { logLine } from './log.ts';
import { assets, nodeDrawer, openBlobs, ROOT } from './node-drawer.ts';
import { appDeps } from './parts.ts';
import { drawerPool, type DrawerPool } from './pool.ts';

/** What is kept between starts. */
export interface Data {
  store: Store;
  blobs: Blobs;
  close(): void;
}

/** Opens the data directory, making it where there is none. */
export async function openData(folder: string): Promise<Data> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const migrations = await readMigrations(fileURLToPath(new URL('migrations', ROOT)));
  const store = await sqliteStore(join(folder, 'pullquote.db'), migrations);
  return { store, blobs: openBlobs(folder), close: () => store[Symbol.dispose]() };
}

/** Everything `createApp` needs, drawing in this thread or in the pool given. */
export async function nodeDeps(
  { store, blobs }: Data,
  config: NodeConfig,
  drawer?: CardDrawer,
): Promise<AppDeps> {
  return appDeps({
    store,
    blobs,
    codec: nodeCodec,
    assets,
    drawer: drawer ?? (await nodeDrawer(blobs)),
    config,
    log: logLine,
  });
}

/** Worker threads that draw over a data directory. */
export function nodePool(folder: string): Promise<DrawerPool> {
  const thread = new URL('dist/node/draw-thread.js', ROOT);
  return drawerPool(thread, { folder }, Math.max(1, availableParallelism()));
}

export interface Server {
  /** Takes no more requests and resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** Serves over HTTP. Rejects where the port is taken. */
export async function listen(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  { port, host }: Pick<NodeConfig, 'port' | 'host'>,
): Promise<Server> {
  const server = createServer(getRequestListener((request) => app.fetch(request), { hostname: host }));
  server.listen(port, host);
  await once(server, 'listening');
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
