/** What drawing a layer needs in tests: real satori and resvg, blobs in memory, pictures of the example. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { memoryBlobs } from '../../src/blobs/memory.ts';
import { createLayers, type LayerDeps, type Layers } from '../../src/layer/layers.ts';
import type { Shape } from '../../src/layer/model.ts';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import { createDraw, type Draw } from '../../src/layer/satori.ts';

const { resolve } = createRequire(import.meta.url);

export async function compiled(specifier: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(resolve(specifier)));
}

export const draw: Draw = createDraw(await compiled('satori/layout.wasm'));

export const PHOTO = 'a'.repeat(64);
export const COVER = 'b'.repeat(64);

const pictures = new Map([
  [PHOTO, new Uint8Array(await readFile('examples/mika-haddad.png'))],
  [COVER, new Uint8Array(await readFile('examples/cover.png'))],
]);

export function testLayers(overrides: Partial<LayerDeps> = {}): Layers {
  return createLayers({
    draw,
    rasterizer: async () => nativeRasterizer,
    pictures: async (digest) => pictures.get(digest) ?? Promise.reject(new Error(`No picture ${digest}.`)),
    ahead: async () => null,
    blobs: memoryBlobs(),
    maxBytes: 50_000_000,
    onError: (error) => {
      throw error;
    },
    ...overrides,
  });
}

/** A rasterizer that draws nothing, where only the layout matters. */
export const blank = {
  rasterize: () => ({ width: 1, height: 1, pixels: new Uint8Array([0, 0, 0, 255]) }),
};

export const fullShape: Shape = {
  direction: 'ltr',
  language: 'en',
  photo: PHOTO,
  cover: COVER,
  speaker: true,
  time: true,
  slide: false,
};
