/** Puts the app's parts together, from those that differ between the runtimes. */
import { artName, type Blobs } from '../blobs/port.ts';
import { withUploadedFonts } from '../brand/font/uploaded.ts';
import { createDrawer, type CardDrawer } from '../card/draw.ts';
import { keepingDrawer } from '../card/keep.ts';
import { type ClipDrawer, createClipDrawer } from '../clip/draw.ts';
import { withHeads } from '../clip/audio/heads.ts';
import type { Mp3Decoder } from '../clip/audio/mp3-decoder.ts';
import { createH264 } from '../clip/h264/encoder.ts';
import { blobVersions } from '../card/versions.ts';
import type { Config } from '../config.ts';
import { openAiPicker } from '../highlight/openai.ts';
import type { Picker } from '../highlight/picker.ts';
import { workersAiPicker, type WorkersAi } from '../highlight/workers-ai.ts';
import { PullquoteError } from '../errors.ts';
import type { AppDeps, Log } from '../http/context.ts';
import { createGate } from '../http/gate.ts';
import { createSigner } from '../http/signing.ts';
import { layersAhead } from '../layer/ahead.ts';
import { createLayers, type Layers } from '../layer/layers.ts';
import type { Rasterizer } from '../layer/rasterizer.ts';
import { createDraw } from '../layer/satori.ts';
import type { Encode, Encoders } from '../raster/encode/model.ts';
import type { Sources } from '../raster/model.ts';
import { createRaster } from '../raster/raster.ts';
import { createTextEngine } from '../text/engine.ts';
import type { Assets } from '../text/model.ts';
import { brotli } from './brotli.ts';

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

/** Logs what could not be read where it is published: its server's doing, mostly. */
export function logUnread(log: Log): (error: unknown) => void {
  const message = 'A recording could not be read.';
  return (error) =>
    error instanceof PullquoteError
      ? log({ level: 'info', message, reason: error.message })
      : log({ level: 'error', message, error });
}

/** Everything `createApp` needs. */
export function appDeps(
  parts: Pick<AppDeps, 'store' | 'blobs' | 'codec' | 'assets' | 'drawer' | 'config' | 'log'> &
    Pick<
      AppDeps,
      | 'fetch'
      | 'lobby'
      | 'mp3'
      | 'pictures'
      | 'rateLimit'
      | 'metrics'
      | 'addressOf'
      | 'packs'
      | 'reader'
      | 'recording'
      | 'work'
    >,
  ai?: WorkersAi,
): AppDeps {
  const onError = logUnkept(parts.log);
  return {
    ...parts,
    recording: withHeads(parts.recording),
    onError,
    picker: pickerOf(parts.config, ai),
    brotli,
    inFlight: new Map(),
    drawing: createGate(parts.config.maxDrawing),
    filming: createGate(parts.config.maxDrawing),
    signer: createSigner(parts.config.signingKeys),
    versions: blobVersions(parts.blobs, onError),
    admit: async () => undefined,
    timed: (_, run) => run(),
  };
}

/** The language model of the settings; `ai` is the binding of Workers, where there is one. */
export function pickerOf({ highlightModel }: Pick<Config, 'highlightModel'>, ai?: WorkersAi): Picker | null {
  if (highlightModel === null) return null;
  const { name, url, key } = highlightModel;
  if (url !== null) return openAiPicker({ url, model: name, key, fetch: (...asked) => fetch(...asked) });
  return ai === undefined ? null : workersAiPicker(ai, name);
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
