/** The parts of the app on Cloudflare Workers: D1, R2, static assets, resvg as WebAssembly. */
import type { D1Database, Fetcher } from '@cloudflare/workers-types';
import jpegDecoder from '../../dist/wasm/mozjpeg_dec.wasm';
import jpegEncoder from '../../dist/wasm/mozjpeg_enc.wasm';
import webpDecoder from '../../dist/wasm/webp_dec.wasm';
import h264 from '../../dist/wasm/h264.wasm';
import harfbuzz from '../../dist/wasm/harfbuzz.wasm';
import layout from '../../dist/wasm/layout.wasm';
import mpg123 from '../../dist/wasm/mpg123.wasm';
import outline from '../../dist/wasm/outline.wasm';
import raster from '../../dist/wasm/raster.wasm';
import resvg from '../../dist/wasm/resvg.wasm';
import webpEncoder from '../../dist/wasm/webp_enc_simd.wasm';
import { createApp } from '../app.ts';
import { mp3Decoder } from '../clip/audio/mp3-decoder.ts';
import type { ClipDeps } from '../clip/create.ts';
import { clipMaker } from '../clip/kept.ts';
import { drawQueued, giveUp, queuedWork } from '../clip/queue.ts';
import { type Bucket, r2Blobs } from '../blobs/r2.ts';
import { workerConfig } from '../config.ts';
import { edgePictures } from '../http/edge-pictures.ts';
import type { WorkersAi } from '../highlight/workers-ai.ts';
import type { Costly } from '../http/rate-limit.ts';
import type { Log } from '../http/context.ts';
import { guardedFetch, guardedPost } from '../ingest/fetch.ts';
import { isReading, queuedReader, type ReaderDeps, readQueued } from '../ingest/reader.ts';
import { guardedRanges } from '../ingest/ranges.ts';
import { cardFiles } from '../pack/card-files.ts';
import { handleDeadMessage, handleMessage, queueWorkers, type Queue, type QueueDeps } from '../pack/queue.ts';
import { jsquashCodec } from '../layer/codec.ts';
import { wasmRasterizer } from '../layer/rasterizer-wasm.ts';
import { jsquashEncoders } from '../raster/encode/jsquash.ts';
import { d1Store } from '../store/d1.ts';
import type { Assets } from '../text/model.ts';
import { cardDrawer, logUnkept } from './drawing.ts';
import { appDeps, logUnread } from './parts.ts';

/** Cloudflare's rate-limiting binding. */
interface RateLimiter {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** What `wrangler.toml` binds, besides the settings `workerConfig` reads. */
interface Bindings {
  DB: D1Database;
  BLOBS: Bucket;
  ASSETS: Fetcher;
  RENDER_LIMIT?: RateLimiter;
  WRITE_LIMIT?: RateLimiter;
  PACKS?: Queue;
  /** Clips to draw and recordings to read. */
  CLIPS?: { send(message: object): Promise<unknown> };
  AI?: WorkersAi;
}

/** What a queue delivers. */
interface Batch {
  queue: string;
  messages: readonly {
    body: unknown;
    attempts: number;
    ack(): void;
    retry(options: { delaySeconds: number }): void;
  }[];
}

/** An isolate has 128 MB in all. */
const LAYER_BYTES = 24 << 20;

/** The global of Workers. */
declare const caches: { default: Parameters<typeof edgePictures>[0] };

interface Started {
  app: ReturnType<typeof createApp>;
  clips: ClipDeps;
  reading: ReaderDeps;
  /** `null` without a queue. */
  packs: QueueDeps | null;
}

let started: Started | undefined;

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    // Not a promise kept for others: one that waits for this request's reads would fail with it.
    started ??= await start(bindings);
    return started.app.fetch(request);
  },
  /** Messages one after the other, so that cards of different ones do not share the memory. */
  async queue({ queue, messages }: Batch, bindings: Bindings): Promise<void> {
    started ??= await start(bindings);
    const handle = handlerOf(started, queue);
    for (const message of messages) {
      try {
        await handle(message.body);
        message.ack();
      } catch (error) {
        log({ level: 'error', message: `A message of ${queue} failed.`, error });
        message.retry({ delaySeconds: Math.min(600, 5 * 2 ** message.attempts) });
      }
    }
  },
};

/** What is done with the messages of a queue, known by how its name ends. */
function handlerOf({ clips, reading, packs }: Started, queue: string): (body: unknown) => Promise<void> {
  if (queue.endsWith('-clips')) {
    return (body) => (isReading(body) ? readQueued(reading, body, logUnread(log)) : drawQueued(clips, body));
  }
  if (queue.endsWith('-clips-dead')) {
    return async (body) => {
      if (!isReading(body)) await giveUp(clips, body);
    };
  }
  const handle = queue.endsWith('-dead') ? handleDeadMessage : handleMessage;
  return async (body) => {
    if (packs !== null) await handle(packs, body);
  };
}

async function start(bindings: Bindings): Promise<Started> {
  const blobs = r2Blobs(bindings.BLOBS);
  const assets = staticAssets(bindings.ASSETS);
  const mp3 = mp3Decoder(mpg123);
  const encoders = jsquashEncoders({ jpeg: jpegEncoder, webp: webpEncoder });
  const drawer = await cardDrawer({
    mp3,
    blobs,
    assets,
    modules: { raster, harfbuzz, outline, layout, h264 },
    rasterizer: wasmRasterizer(resvg),
    encoders,
    pdfJpeg: encoders.jpeg,
    layerBytes: LAYER_BYTES,
    onError: logUnkept(log),
  });
  const config = workerConfig({ ...bindings });
  const limits: Record<Costly, RateLimiter | undefined> = {
    render: bindings.RENDER_LIMIT,
    write: bindings.WRITE_LIMIT,
  };
  const store = d1Store(bindings.DB);
  const deps = appDeps(
    {
      store,
      blobs,
      codec,
      assets,
      drawer,
      config,
      log,
      // No request waits for another here.
      lobby: async () => () => undefined,
      pictures: edgePictures(caches.default, config.publicUrl, logUnkept(log)),
      rateLimit: async (what, caller) => (await limits[what]?.limit({ key: caller }))?.success ?? true,
      metrics: null,
      addressOf: (request) => request.headers.get('CF-Connecting-IP') ?? '',
      packs: queueWorkers(bindings.PACKS),
      fetch: guardedFetch({ maxBytes: config.maxTranscriptBytes }),
      recording: guardedRanges(),
      mp3,
      reader: queuedReader(bindings.CLIPS),
      work: queuedWork(config.plan, bindings.CLIPS),
    },
    bindings.AI,
  );
  const { PACKS: queue } = bindings;
  const onError = logUnkept(log);
  const clip = clipMaker(deps);
  const files = cardFiles(drawer, blobs);
  const packs = {
    store,
    blobs,
    drawer,
    files,
    clip,
    config,
    onError,
    post: guardedPost(),
    now: () => new Date(),
  };
  return {
    app: createApp(deps),
    clips: deps,
    reading: deps,
    packs: queue === undefined ? null : { ...packs, queue },
  };
}

const codec = jsquashCodec({
  jpegDecoder: async () => jpegDecoder,
  jpegEncoder: async () => jpegEncoder,
  webpDecoder: async () => webpDecoder,
});

function staticAssets(assets: Fetcher): Assets {
  return {
    async read(path) {
      // The host is of no meaning to the binding.
      const response = await assets.fetch(`https://assets/${path}`);
      if (!response.ok) throw new Error(`The asset ${path} is not there: ${response.status}.`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

const log: Log = ({ error, ...entry }) => {
  const cause = error instanceof Error ? { error: error.message, stack: error.stack } : { error };
  const line = JSON.stringify({ ...entry, ...cause });
  if (entry['level'] === 'info') console.log(line);
  else console.error(line);
};
