/** The parts of the app on Node 24: SQLite in a file, blobs in a folder, both under one data directory; native resvg. */
import { mkdir } from 'node:fs/promises';
import { Socket } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { fsBlobs } from '../blobs/fs.ts';
import type { Blobs } from '../blobs/port.ts';
import { clipMaker } from '../clip/kept.ts';
import { drawnAtOnce } from '../clip/pending.ts';
import type { NodeConfig } from '../config.ts';
import type { AppDeps } from '../http/context.ts';
import { createLobby } from '../http/gate.ts';
import { createMetrics } from '../http/metrics.ts';
import { memoryPictures } from '../http/pictures.ts';
import { memoryRateLimit } from '../http/rate-limit.ts';
import { guardedFetch, guardedPost } from '../ingest/fetch.ts';
import { nodeTransport } from '../ingest/node-transport.ts';
import { ownReader } from '../ingest/reader.ts';
import { guardedRanges } from '../ingest/ranges.ts';
import { cardFiles } from '../pack/card-files.ts';
import { isNoRoom, NO_ROOM } from '../pack/room.ts';
import { localWorkers, type LocalWorkers } from '../pack/work.ts';
import { nodeCodec } from './node-codec.ts';
import { readMigrations, sqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/port.ts';
import { logLine } from './log.ts';
import { assets, blobsFolder, nodeDrawer, nodeMp3, ROOT } from './node-drawer.ts';
import { appDeps, logUnread } from './parts.ts';
import { drawerPool, type DrawerPool } from './pool.ts';
import { takeThread } from './thread.ts';

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
  return { store, blobs: fsBlobs(blobsFolder(folder)), close: () => store[Symbol.dispose]() };
}

/** Everything `createApp` needs, drawing in this thread or in the pool given. */
export async function nodeDeps(
  { store, blobs }: Data,
  config: NodeConfig,
  pool?: DrawerPool,
): Promise<AppDeps & { packs: LocalWorkers }> {
  const drawer = pool ?? (await nodeDrawer(blobs));
  const allowPrivate = config.fetchPrivate;
  const network = { transport: nodeTransport({ allowPrivate }), allowPrivate };
  const packs = localWorkers({
    store,
    blobs,
    drawer: pool?.behind ?? drawer,
    files: pool?.files ?? cardFiles(drawer, blobs),
    // Made once all parts are there, of which it is one.
    clip: (...asked) => clipMaker(deps)(...asked),
    config,
    onError: (error) =>
      logLine({
        level: 'error',
        message: isNoRoom(error) ? `A pack stopped. ${NO_ROOM}` : 'A pack could not be worked on.',
        error,
      }),
    post: guardedPost(network),
    now: () => new Date(),
    later(ms, run) {
      const timer = setTimeout(run, ms).unref();
      return () => clearTimeout(timer);
    },
  });
  const recording = guardedRanges(network);
  const mp3 = await nodeMp3();
  const deps: AppDeps = appDeps({
    store,
    blobs,
    codec: nodeCodec,
    assets,
    lobby: createLobby(LOOKING),
    pictures: memoryPictures(PICTURE_BYTES),
    rateLimit: memoryRateLimit(config.perMinute),
    metrics: createMetrics(),
    addressOf: (request, env) => callerAddress(request, env, config.trustedProxies),
    drawer,
    config,
    log: logLine,
    packs,
    fetch: guardedFetch({ ...network, maxBytes: config.maxTranscriptBytes }),
    recording,
    mp3,
    reader: ownReader({ store, blobs, mp3, recording }, logUnread(logLine)),
    work: drawnAtOnce,
  });
  return { ...deps, packs };
}

const PICTURE_BYTES = 4 << 20;

/** Requests for pictures looked up at once: few, so that in a crowd those to be refused are so before they cost anything. */
const LOOKING = 8;

/** The other end of the connection, or whom the proxies in front name: each adds the address it was asked from at the end. */
function callerAddress(request: Request, env: unknown, proxies: number): string {
  const forwarded = (request.headers.get('X-Forwarded-For') ?? '').split(',').map((part) => part.trim());
  const named = proxies === 0 ? '' : forwarded.at(-proxies);
  if (named) return named;
  return socketOf(env)?.remoteAddress ?? '';
}

/** The connection a request came by. */
function socketOf(env: unknown): Socket | null {
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return null;
  const { incoming } = env;
  const isRequest = typeof incoming === 'object' && incoming !== null && 'socket' in incoming;
  return isRequest && incoming.socket instanceof Socket ? incoming.socket : null;
}

/**
 * Told to V8: heaps grow by little before they are searched for garbage, and what was made where things used to live long is young
 * like all else. A card's glyphs, which live for milliseconds, were taken for long-lived and made most of the garbage.
 */
const HEAP_FLAGS = ['--optimize-for-size', '--heap-growing-percent=10', '--no-allocation-site-pretenuring'];

/**
 * When that is told, in milliseconds after the first thread can draw. Not before: with a flag that it was not built with, Node compiles
 * its own modules anew, for each thread that starts, and a heap held small while it fills is searched again and again.
 */
const SETTLED = 3000;

/**
 * Worker threads that draw over a data directory.
 * @param enough memory beyond which a thread lets go of layers it readied, in bytes; by default as much as a service wants
 */
export async function nodePool(folder: string, enough?: number): Promise<DrawerPool> {
  const pool = await drawerPool(takeThread, { folder, enough }, Math.max(1, availableParallelism()));
  setTimeout(() => HEAP_FLAGS.forEach((flag) => setFlagsFromString(flag)), SETTLED).unref();
  return pool;
}
