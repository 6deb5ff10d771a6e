/** Puts together what draws, from the parts that differ between the runtimes. Apart from the app's: threads that draw need no more. */
import { artName, type Blobs } from '../blobs/port.ts';
import { withUploadedFonts } from '../brand/font/uploaded.ts';
import { createDrawer, type CardDrawer } from '../card/draw.ts';
import { keepingDrawer } from '../card/keep.ts';
import { type ClipDrawer, createClipDrawer } from '../clip/draw.ts';
import type { Mp3Decoder } from '../clip/audio/mp3-decoder.ts';
import { createH264 } from '../clip/h264/encoder.ts';
import type { Log } from '../http/context.ts';
import { layersAhead } from '../layer/ahead.ts';
import { createLayers, type Layers } from '../layer/layers.ts';
import type { Rasterizer } from '../layer/rasterizer.ts';
import { createDraw } from '../layer/satori.ts';
import type { Encode, Encoders } from '../raster/encode/model.ts';
import type { Sources } from '../raster/model.ts';
import { createRaster } from '../raster/raster.ts';
import { createTextEngine } from '../text/engine.ts';
import type { Assets } from '../text/model.ts';

/** The compiled files of `dist/wasm/`. */
interface Modules {
  raster: WebAssembly.Module;
  harfbuzz: WebAssembly.Module;
  outline: WebAssembly.Module;
  layout: WebAssembly.Module;
  h264: WebAssembly.Module;
}

/** Draws cards and clips. */
export type Drawer = CardDrawer & ClipDrawer;

/** What drawing needs of a runtime. */
export interface DrawingPlatform {
  blobs: Blobs;
  assets: Assets;
  modules: Modules;
  rasterizer: Rasterizer;
  encoders: Encoders;
  /** JPEG for photos in a PDF, the same encoder on every runtime. */
  pdfJpeg: Encode;
  mp3: Mp3Decoder;
  /** Most bytes of packed layers held in memory. */
  layerBytes: number;
  /** Memory of the raster beyond which it lets go of layers, in bytes; by default as much as a service wants. */
  enough?: number | undefined;
  /** Told of a layer or a card that could not be kept. */
  onError: (error: unknown) => void;
}

/** A drawer with an engine, layers and glyphs of its own. */
export async function cardDrawer(platform: DrawingPlatform): Promise<Drawer> {
  const { assets, modules, rasterizer, encoders, pdfJpeg, mp3 } = platform;
  const text = await createTextEngine(withUploadedFonts(assets, platform.blobs), modules);
  const sources = {
    outline: (font, glyph) => text.outline(font, glyph),
    emojiSvg: (emoji) => text.emojiSvg(emoji),
    rasterizeSvg: (svg, width, height) => rasterizer.rasterize(sized(svg, width, height), 1).pixels,
  } satisfies Sources;
  const raster = await createRaster(modules.raster, sources, platform.enough);
  const layers = cardLayers(platform, layersAhead(assets), platform.blobs);
  const cards = keepingDrawer(
    createDrawer({ layers, text }, raster, { encoders, pdfJpeg, rasterizer }),
    platform.blobs,
    platform.onError,
  );
  const h264 = await createH264(modules.h264);
  return { ...cards, ...createClipDrawer({ layers, text, raster, h264 }, encoders, mp3) };
}

/** What layers alone need. */
type LayerPlatform = Omit<DrawingPlatform, 'assets' | 'encoders' | 'modules' | 'mp3' | 'pdfJpeg'> & {
  modules: Pick<Modules, 'layout'>;
};

/**
 * Layers over a runtime's parts.
 * @param ahead the layers that were drawn before
 * @param keptIn where those drawn now are kept
 */
export function cardLayers(
  { blobs, modules, rasterizer, layerBytes, onError }: LayerPlatform,
  ahead: (key: string) => Promise<Uint8Array | null>,
  keptIn: Blobs,
): Layers {
  return createLayers({
    draw: createDraw(modules.layout),
    rasterizer: async () => rasterizer,
    pictures: (digest) => readArt(blobs, digest),
    ahead,
    blobs: keptIn,
    maxBytes: layerBytes,
    onError,
  });
}

/** Logs what could not be kept: no reader's problem. */
export function logUnkept(log: Log): (error: unknown) => void {
  return (error) => log({ level: 'error', message: 'A blob could not be kept.', error });
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
