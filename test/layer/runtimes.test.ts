import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { satoriWithoutHarfBuzz } from '../../scripts/build/satori.ts';
import { defaultBrand } from '../../src/brand/model.ts';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import { wasmRasterizer } from '../../src/layer/rasterizer-wasm.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { templateNames, templates } from '../../templates/index.ts';
import { compiled, fullShape, testLayers } from './deps.ts';

const { resolve } = createRequire(import.meta.url);

/** A Worker that lays a template out: satori as it is bundled for Workers, and what it drew. */
const WORKER = `
import layout from './layout.wasm';
import { createDraw } from './src/layer/satori.ts';
import { createLayers } from './src/layer/layers.ts';
import { templates } from './templates/index.ts';
const blank = { rasterize: () => ({ width: 1, height: 1, pixels: new Uint8Array(4) }) };
const blobs = { get: async () => null, put: async () => {} };
export default {
  async fetch(request) {
    const { pictures, template, shape, brand, size } = await request.json();
    const layers = createLayers({
      draw: createDraw(layout), rasterizer: async () => blank, ahead: async () => null, blobs, maxBytes: 0, onError() {},
      pictures: async (digest) => Uint8Array.from(atob(pictures[digest]), (c) => c.charCodeAt(0)),
    });
    try {
      const { svg, slots, key } = await layers.layer(templates[template], shape, brand, size, 1);
      return Response.json({ svg, slots, key });
    } catch (error) {
      return new Response(String(error), { status: 500 });
    }
  },
};`;

let worker: Miniflare;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: WORKER, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    external: ['*.wasm'],
    jsx: 'automatic',
    jsxImportSource: 'satori/jsx',
    plugins: [satoriWithoutHarfBuzz],
  });
  worker = new Miniflare(
    convertV4MiniflareOptions({
      modulesRoot: '/',
      modules: [
        { type: 'ESModule', path: '/worker.js', contents: outputFiles[0]?.text ?? '' },
        {
          type: 'CompiledWasm',
          path: '/layout.wasm',
          contents: await readFile(resolve('satori/layout.wasm')),
        },
      ],
      compatibilityDate: '2026-10-01',
    }),
  );
});

afterAll(() => worker.dispose());

async function picture(file: string): Promise<string> {
  return (await readFile(`examples/${file}.png`)).toString('base64');
}

async function drawnInWorkerd(template: string, size: object): Promise<unknown> {
  const pictures = {
    [fullShape.photo ?? '']: await picture('mika-haddad'),
    [fullShape.cover ?? '']: await picture('cover'),
  };
  const body = JSON.stringify({ pictures, template, shape: fullShape, brand: defaultBrand, size });
  const response = await worker.dispatchFetch('http://worker/', { method: 'POST', body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(text);
  return JSON.parse(text);
}

describe('on both runtimes', () => {
  // The colours of `artwork` come out of resvg, so it is only in the test of pixels.
  test.each(templateNames.filter((name) => name !== 'artwork'))(
    'the layer of %s has the same SVG, slots and key in workerd',
    async (name) => {
      const { svg, slots, key } = await testLayers().layer(
        templates[name],
        fullShape,
        defaultBrand,
        SIZES.og,
        1,
      );
      expect(await drawnInWorkerd(name, SIZES.og)).toEqual({ svg, slots, key });
    },
  );

  test.each(['classic', 'portrait', 'artwork', 'waveform'] as const)(
    'the layer of %s has the same pixels from native and WebAssembly resvg',
    async (name) => {
      const wasm = wasmRasterizer(await compiled('@resvg/resvg-wasm/index_bg.wasm'));
      const [native, portable] = await Promise.all([
        testLayers().layer(templates[name], fullShape, defaultBrand, SIZES.square, 1),
        testLayers({ rasterizer: async () => wasm }).layer(
          templates[name],
          fullShape,
          defaultBrand,
          SIZES.square,
          1,
        ),
      ]);
      expect(Buffer.compare(native.pixels, portable.pixels)).toBe(0);
    },
  );

  test('half-transparent pixels are straight, not premultiplied', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="#ff8000" fill-opacity="0.5"/></svg>';
    const wasm = wasmRasterizer(await compiled('@resvg/resvg-wasm/index_bg.wasm'));
    for (const rasterizer of [nativeRasterizer, wasm]) {
      expect([...rasterizer.rasterize(svg, 1).pixels]).toEqual([255, 128, 0, 128]);
    }
  });
});
