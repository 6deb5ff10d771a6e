/** The parts of the app on Cloudflare Workers: D1, R2, static assets, resvg as WebAssembly. */
import type { D1Database, Fetcher } from '@cloudflare/workers-types';
import jpegDecoder from '../../dist/wasm/mozjpeg_dec.wasm';
import jpegEncoder from '../../dist/wasm/mozjpeg_enc.wasm';
import webpDecoder from '../../dist/wasm/webp_dec.wasm';
import harfbuzz from '../../dist/wasm/harfbuzz.wasm';
import layout from '../../dist/wasm/layout.wasm';
import outline from '../../dist/wasm/outline.wasm';
import raster from '../../dist/wasm/raster.wasm';
import resvg from '../../dist/wasm/resvg.wasm';
import { createApp } from '../app.ts';
import { type Bucket, r2Blobs } from '../blobs/r2.ts';
import { workerConfig } from '../config.ts';
import type { Log } from '../http/context.ts';
import { jsquashCodec } from '../layer/codec.ts';
import { createWasmRasterizer } from '../layer/rasterizer-wasm.ts';
import { d1Store } from '../store/d1.ts';
import type { Assets } from '../text/model.ts';
import { appDeps, cardDrawer, logUnkept } from './parts.ts';

/** What `wrangler.toml` binds, besides the settings `workerConfig` reads. */
interface Bindings {
  DB: D1Database;
  BLOBS: Bucket;
  ASSETS: Fetcher;
}

/** An isolate has 128 MB in all. */
const LAYER_BYTES = 24 << 20;

type App = ReturnType<typeof createApp>;

let app: App | undefined;

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    // Not a promise kept for others: one that waits for this request's reads would fail with it.
    app ??= await start(bindings);
    return app.fetch(request);
  },
};

async function start(bindings: Bindings): Promise<App> {
  const blobs = r2Blobs(bindings.BLOBS);
  const assets = staticAssets(bindings.ASSETS);
  const drawer = await cardDrawer({
    blobs,
    assets,
    modules: { raster, harfbuzz, outline, layout },
    rasterizer: await createWasmRasterizer(resvg),
    layerBytes: LAYER_BYTES,
    onError: logUnkept(log),
  });
  const config = workerConfig({ ...bindings });
  return createApp(appDeps({ store: d1Store(bindings.DB), blobs, codec, assets, drawer, config, log }));
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
  console.error(JSON.stringify({ ...entry, ...cause }));
};
