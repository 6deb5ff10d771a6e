/** Drawing on Node 24: built assets and WebAssembly from `dist/`, native resvg. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from '../blobs/port.ts';
import { mp3Decoder, type Mp3Decoder } from '../clip/audio/mp3-decoder.ts';
import type { Layers } from '../layer/layers.ts';
import { nativeRasterizer } from '../layer/rasterizer-native.ts';
import type { Assets } from '../text/model.ts';
import { logLine } from './log.ts';
import { nodeEncoders, portableJpeg } from './node-encoders.ts';
import { cardDrawer, cardLayers, type Drawer, logUnkept } from './drawing.ts';

/** The package's folder: this file lies two folders down, as a source and as a bundle alike. */
export const ROOT = new URL('../../', import.meta.url);

/** A layer that is let go of is read back in about the time a card takes. */
const LAYER_BYTES = 24 << 20;

/** Where a data directory keeps blobs. */
export function blobsFolder(folder: string): string {
  return join(folder, 'blobs');
}

/** What the build made. */
export const assets: Assets = {
  async read(path) {
    return new Uint8Array(await readFile(new URL(`dist/assets/${path}`, ROOT)));
  },
};

/**
 * A drawer in this thread.
 * @param enough memory beyond which it lets go of layers it readied, in bytes
 */
export async function nodeDrawer(blobs: Blobs, enough?: number): Promise<Drawer> {
  return cardDrawer({
    ...(await platform(blobs)),
    enough,
    assets,
    encoders: nodeEncoders,
    pdfJpeg: portableJpeg,
    mp3: await nodeMp3(),
  });
}

/** Layers of pictures in `blobs`, drawn into `keptIn` unless they are there. */
export async function nodeLayers(blobs: Blobs, keptIn: Blobs): Promise<Layers> {
  return cardLayers(await platform(blobs), async () => null, keptIn);
}

async function platform(blobs: Blobs) {
  const [raster, harfbuzz, outline, layout, h264] = await Promise.all([
    wasmModule('raster'),
    wasmModule('harfbuzz'),
    wasmModule('outline'),
    wasmModule('layout'),
    wasmModule('h264'),
  ]);
  return {
    blobs,
    modules: { raster, harfbuzz, outline, layout, h264 },
    rasterizer: nativeRasterizer,
    layerBytes: LAYER_BYTES,
    onError: logUnkept(logLine),
  };
}

/** Decodes MP3 in this thread. */
export async function nodeMp3(): Promise<Mp3Decoder> {
  return mp3Decoder(await wasmModule('mpg123'));
}

/** A WebAssembly module of `dist/wasm/`. */
async function wasmModule(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL(`dist/wasm/${name}.wasm`, ROOT)));
}
