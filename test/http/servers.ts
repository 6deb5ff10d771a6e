/** The whole app behind a real socket: on Node over a folder of its own, and in a real workerd. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  convertV4MiniflareOptions,
  Miniflare,
  fetch as outsideFetch,
  type Request as OutsideRequest,
  Response as OutsideResponse,
} from 'miniflare';
import { createApp } from '../../src/app.ts';
import { nodeConfig } from '../../src/config.ts';
import { createToken } from '../../src/http/auth.ts';
import { guardedFetch } from '../../src/ingest/fetch.ts';
import { listen } from '../../src/runtime/listen.ts';
import { nodeDeps, openData } from '../../src/runtime/node.ts';
import { d1Driver, d1Store } from '../../src/store/d1.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Scope, Store } from '../../src/store/port.ts';
import { readMigrations } from '../../src/store/sqlite.ts';
import { outside } from './outside.ts';

/** What links start with, whatever the socket. */
export const PUBLIC_URL = 'https://quotes.example';

/** Small enough that a test can go past it. */
const MAX_TRANSCRIPT_BYTES = '300000';

/** The key of signed addresses. */
export const SIGNING_KEY = 'a key of the tests and of nothing else';

const SETTINGS = {
  PUBLIC_URL,
  MAX_TRANSCRIPT_BYTES,
  SIGNING_KEYS: SIGNING_KEY,
  LOG: 'errors',
};

/** Rates no test reaches unless it means to. */
const MANY = { RENDERS_PER_MINUTE: '100000', WRITES_PER_MINUTE: '100000' };

export interface Served {
  /** Where it listens. */
  origin: string;
  tokens: Record<Scope, string>;
  close(): Promise<void>;
}

/** @param settings beside those of every test */
export async function startNode(settings: Readonly<Record<string, string>> = {}): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-'));
  const port = await freePort();
  const config = nodeConfig({ ...SETTINGS, ...MANY, DATA_DIR: folder, PORT: String(port), ...settings });
  const data = await openData(config.dataDir);
  const fetch = guardedFetch({
    transport: async (url) => {
      const { status, body, headers } = outside(url.href);
      return new Response(body, { status, headers });
    },
  });
  const deps = { ...(await nodeDeps(data, config)), fetch };
  const server = await listen(createApp(deps), config);
  return {
    origin: `http://127.0.0.1:${config.port}`,
    tokens: await makeTokens(data.store),
    async close() {
      await server.close();
      await deps.packs.close();
      data.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What a Worker is deployed with. */
interface Deployment {
  /** Where it listens; any free port where none is given. */
  port?: number;
  /** Requests a minute of the rate-limit bindings, which are not there where none are given. */
  perMinute?: Partial<Record<'RENDER_LIMIT' | 'WRITE_LIMIT', number>>;
  /** False where the test itself delivers the messages of queues. */
  consumes?: boolean;
  /** Answers what is fetched, where it does. */
  receive?: (request: OutsideRequest) => Promise<OutsideResponse | null>;
}

export interface ServedWorker extends Served {
  runtime: Miniflare;
}

/** The built bundle, `dist/worker/`, with D1, R2 and the static assets of a folder. @param settings beside those of every test */
export async function startWorker(
  assets = 'dist/assets',
  settings: Readonly<Record<string, string>> = {},
  { port = 0, perMinute = {}, consumes = true, receive = async () => null }: Deployment = {},
): Promise<ServedWorker> {
  const names = (await readdir('dist/worker')).filter((name) => name !== 'index.js');
  const modules = [
    { type: 'ESModule' as const, path: 'dist/worker/index.js' },
    ...names.map((name) => ({ type: 'CompiledWasm' as const, path: `dist/worker/${name}` })),
  ];
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules,
      modulesRoot: 'dist/worker',
      compatibilityDate: '2026-10-01',
      bindings: { ...SETTINGS, ...settings },
      port,
      ratelimits: Object.fromEntries(
        Object.entries(perMinute).map(([name, limit]) => [
          name,
          { namespace_id: name, simple: { limit, period: 60 as const } },
        ]),
      ),
      d1Databases: ['DB'],
      r2Buckets: ['BLOBS'],
      queueProducers: {
        PACKS: { queueName: 'pullquote-packs' },
        CLIPS: { queueName: 'pullquote-clips' },
      },
      queueConsumers: !consumes
        ? {}
        : {
            'pullquote-packs': {
              maxBatchSize: 5,
              maxBatchTimeout: 0,
              maxRetries: 2,
              deadLetterQueue: 'pullquote-packs-dead',
            },
            'pullquote-packs-dead': { maxBatchSize: 5, maxBatchTimeout: 0 },
            'pullquote-clips': {
              maxBatchSize: 1,
              maxBatchTimeout: 0,
              maxRetries: 2,
              deadLetterQueue: 'pullquote-clips-dead',
            },
            'pullquote-clips-dead': { maxBatchSize: 5, maxBatchTimeout: 0 },
          },
      assets: {
        directory: assets,
        binding: 'ASSETS',
        routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
      },
      outboundService: async (request) => {
        const received = await receive(request);
        if (received !== null) return received;
        if (new URL(request.url).hostname === '127.0.0.1')
          return outsideFetch(request, { redirect: 'manual' });
        const { status, body, headers } = outside(request.url);
        return new OutsideResponse(body, { status, headers });
      },
      cf: false,
    }),
  );
  const db = await runtime.getD1Database('DB');
  await migrate(d1Driver(db), await readMigrations('migrations'));
  return {
    runtime,
    origin: (await runtime.ready).origin,
    tokens: await makeTokens(d1Store(db)),
    close: () => runtime.dispose(),
  };
}

async function makeTokens(store: Store): Promise<Record<Scope, string>> {
  const make = async (scope: Scope): Promise<string> => {
    const { secret, token } = await createToken(scope, 'test');
    await store.saveToken(token);
    return secret;
  };
  return { read: await make('read'), import: await make('import'), admin: await make('admin') };
}

/** A port nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  return address.port;
}

/** The form `POST /v1/episodes` takes for the example episode. */
export async function exampleForm(): Promise<FormData> {
  const { show, episode } = JSON.parse(await readFile('examples/example.json', 'utf8'));
  const form = episodeForm({ show, ...episode }, await readFile('examples/example.vtt', 'utf8'));
  for (const name of (await readdir('examples')).filter((file) => file.endsWith('.png'))) {
    form.append('pictures', new Blob([await readFile(`examples/${name}`)]), name);
  }
  return form;
}

export function episodeForm(
  metadata: object,
  transcript: string | Uint8Array<ArrayBuffer>,
  fileName = 'words.vtt',
): FormData {
  const form = new FormData();
  form.set('metadata', JSON.stringify(metadata));
  form.set('transcript', new Blob([transcript]), fileName);
  return form;
}
