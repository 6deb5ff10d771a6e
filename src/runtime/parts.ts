/** Puts the app's parts together, from those that differ between the runtimes. */
import { artName, type Blobs } from '../blobs/port.ts';
import type { Config } from '../config.ts';
import type { AppDeps, Log } from '../http/context.ts';
import { createLayers } from '../layer/layers.ts';
import type { Rasterizer } from '../layer/rasterizer.ts';
import { createDraw } from '../layer/satori.ts';
import { createRaster } from '../raster/raster.ts';
import type { Store } from '../store/port.ts';
import { createTextEngine } from '../text/engine.ts';
import type { Assets } from '../text/model.ts';

/** The compiled files of `dist/wasm/`. */
export interface Modules {
  raster: WebAssembly.Module;
  harfbuzz: WebAssembly.Module;
  outline: WebAssembly.Module;
  layout: WebAssembly.Module;
}

export interface Platform {
  store: Store;
  blobs: Blobs;
  assets: Assets;
  modules: Modules;
  rasterizer: Rasterizer;
  /** Most bytes of layers' pixels held in memory. */
  layerBytes: number;
  config: Config;
  log: Log;
}

export async function appDeps(platform: Platform): Promise<AppDeps> {
  const { store, blobs, assets, modules, rasterizer, config, log } = platform;
  const text = await createTextEngine(assets, modules);
  const raster = await createRaster(modules.raster, {
    outline: (font, glyph) => text.outline(font, glyph),
    emojiSvg: (emoji) => text.emojiSvg(emoji),
    rasterizeSvg: (svg, width, height) => rasterizer.rasterize(sized(svg, width, height), 1).pixels,
  });
  const onError = (error: unknown): void =>
    log({ level: 'error', message: 'A blob could not be kept.', error });
  const layers = createLayers({
    draw: createDraw(modules.layout),
    rasterizer: async () => rasterizer,
    pictures: (digest) => readArt(blobs, digest),
    blobs,
    maxBytes: platform.layerBytes,
    onError,
  });
  return {
    store,
    blobs,
    text,
    raster,
    layers,
    config,
    log,
    onError,
    inFlight: new Map(),
  };
}

/** An SVG without a size of its own, drawn in just these pixels. */
function sized(svg: string, width: number, height: number): string {
  return svg.replace('<svg ', `<svg width="${width}" height="${height}" `);
}

async function readArt(blobs: Blobs, digest: string): Promise<Uint8Array> {
  const bytes = await blobs.get(artName(digest));
  if (bytes === null) throw new Error(`The picture ${digest} is not in blobs.`);
  return bytes;
}
