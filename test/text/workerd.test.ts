import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlacedText, TextEngine, TextRequest } from '../../src/text/model.ts';
import { assets, openEngine, requestOf } from './engine.ts';
import { samples } from './samples.ts';

const root = new URL('../../', import.meta.url);

/** A Worker that places the requests it is sent and answers with the places and all outlines. */
const worker = `
import { createTextEngine } from './src/text/engine.ts';
import harfbuzz from './harfbuzz.wasm';
import outline from './outline.wasm';
let engine;
export default {
  async fetch(request, env) {
    const read = async (path) => new Uint8Array(await (await env.ASSETS.fetch('http://assets/' + path)).arrayBuffer());
    engine ??= await createTextEngine({ read }, { harfbuzz, outline });
    const requests = await request.json();
    await engine.prepare(requests);
    return Response.json(requests.map((each) => {
      const placed = engine.place(each);
      return { placed, outlines: placed.glyphs.map((glyph) => Array.from(engine.outline(glyph.font, glyph.glyph).commands)) };
    }));
  },
};`;

async function startWorker(): Promise<Miniflare> {
  const bundle = await build({
    stdin: { contents: worker, resolveDir: fileURLToPath(root), loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    external: ['*.wasm'],
  });
  const wasm = (name: string): Promise<Buffer> => readFile(new URL(`dist/wasm/${name}`, root));
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: [
        { type: 'ESModule', path: 'worker.js', contents: bundle.outputFiles[0]?.text ?? '' },
        { type: 'CompiledWasm', path: 'harfbuzz.wasm', contents: await wasm('harfbuzz.wasm') },
        { type: 'CompiledWasm', path: 'outline.wasm', contents: await wasm('outline.wasm') },
      ],
      compatibilityDate: '2026-10-01',
      serviceBindings: {
        ASSETS: async (request: { url: string }) =>
          new Response(new Uint8Array(await assets.read(new URL(request.url).pathname.slice(1)))),
      },
    }),
  );
}

describe('in workerd', () => {
  let mf: Miniflare;
  let engine: TextEngine;
  beforeAll(async () => {
    [mf, engine] = await Promise.all([startWorker(), openEngine()]);
  });
  afterAll(() => mf.dispose());

  async function both(requests: TextRequest[]): Promise<{ there: unknown; here: unknown }> {
    const response = await mf.dispatchFetch('http://pullquote/', {
      method: 'POST',
      body: JSON.stringify(requests),
    });
    const body = await response.text();
    expect(response.status, body).toBe(200);
    await engine.prepare(requests);
    const outlines = (placed: PlacedText): number[][] =>
      placed.glyphs.map(({ font, glyph }) => Array.from(engine.outline(font, glyph).commands));
    const here = requests.map((request) => {
      const placed = engine.place(request);
      return { placed, outlines: outlines(placed) };
    });
    return { there: JSON.parse(body), here: JSON.parse(JSON.stringify(here)) };
  }

  test.each(samples)('places the same glyphs as on Node: $language $text', async (content) => {
    const { there, here } = await both([requestOf(content, { hang: 0.5 })]);
    expect(there).toEqual(here);
  });
});
