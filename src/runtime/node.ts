/** The parts of the app on Node 24: SQLite in a file, blobs in a folder, both under one data directory; native resvg. */
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { fsBlobs } from '../blobs/fs.ts';
import type { Blobs } from '../blobs/port.ts';
import type { NodeConfig } from '../config.ts';
import type { AppDeps, Log } from '../http/context.ts';
import { nativeRasterizer } from '../layer/rasterizer-native.ts';
import { readMigrations, sqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/port.ts';
import type { Assets } from '../text/model.ts';
import { appDeps } from './parts.ts';

/** The package's folder: this file lies two folders down, as a source and as a bundle alike. */
export const ROOT = new URL('../../', import.meta.url);

const LAYER_BYTES = 256 << 20;

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
  return { store, blobs: fsBlobs(join(folder, 'blobs')), close: () => store[Symbol.dispose]() };
}

/** One line of JSON on stderr an entry. */
export const logLine: Log = (entry) => {
  const { error, ...rest } = entry;
  const cause = error instanceof Error ? { error: error.message, stack: error.stack } : { error };
  console.error(
    JSON.stringify({ time: new Date().toISOString(), ...rest, ...(error === undefined ? {} : cause) }),
  );
};

const assets: Assets = {
  async read(path) {
    return new Uint8Array(await readFile(new URL(`dist/assets/${path}`, ROOT)));
  },
};

/** Everything `createApp` needs. */
export async function nodeDeps({ store, blobs }: Data, config: NodeConfig): Promise<AppDeps> {
  const [raster, harfbuzz, outline, layout] = await Promise.all([
    wasmModule('raster'),
    wasmModule('harfbuzz'),
    wasmModule('outline'),
    wasmModule('layout'),
  ]);
  return appDeps({
    store,
    blobs,
    assets,
    modules: { raster, harfbuzz, outline, layout },
    rasterizer: nativeRasterizer,
    layerBytes: LAYER_BYTES,
    config,
    log: logLine,
  });
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

/** A WebAssembly module of `dist/wasm/`. */
async function wasmModule(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL(`dist/wasm/${name}.wasm`, ROOT)));
}
