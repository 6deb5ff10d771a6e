/** Fonts of one weight each, uploaded to be one. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { memoryBlobs } from '../../../src/blobs/memory.ts';
import { cleanFont, FONT_LIMITS } from '../../../src/brand/font/font.ts';
import { keepFont, keepFonts, withWeight } from '../../../src/brand/font/keep.ts';
import { packTables, readTables } from '../../../src/brand/font/tables.ts';
import { withUploadedFonts } from '../../../src/brand/font/uploaded.ts';
import { PullquoteError } from '../../../src/errors.ts';
import { brotli } from '../../../src/runtime/brotli.ts';
import { createTextEngine } from '../../../src/text/engine.ts';
import { loadTextModules } from '../../../src/text/modules-node.ts';
import { assets, requestOf } from '../../text/engine.ts';

const FILES = 'node_modules/@fontsource-variable/archivo/files/archivo-latin-';
const upright = new Uint8Array(await readFile(`${FILES}wght-normal.woff2`));
const italic = new Uint8Array(await readFile(`${FILES}wght-italic.woff2`));

/** A font without its axes, which says that it has a weight. */
async function fixed(woff2: Uint8Array, weight: number, unitsPerEm?: number): Promise<Uint8Array> {
  const tables = readTables((await cleanFont(woff2, brotli)).bytes);
  for (const tag of ['fvar', 'gvar', 'avar', 'HVAR', 'STAT', 'MVAR']) tables.delete(tag);
  const patch = (tag: string, at: number, value: number): void => {
    const bytes = tables.get(tag)?.slice() ?? new Uint8Array();
    new DataView(bytes.buffer).setUint16(at, value);
    tables.set(tag, bytes);
  };
  patch('OS/2', 4, weight);
  if (unitsPerEm !== undefined) patch('head', 18, unitsPerEm);
  return packTables(0x00010000, tables, FONT_LIMITS.unpacked);
}

const blobs = memoryBlobs();
const deps = { blobs, brotli };
const [light, heavy] = [await fixed(upright, 300), await fixed(italic, 800)];

/** The outline of an `n` in a font and a weight. */
async function outline(family: string, weight: number): Promise<Float32Array> {
  const modules = await loadTextModules(new URL('../../../dist/wasm/', import.meta.url));
  const engine = await createTextEngine(withUploadedFonts(assets, blobs), modules);
  const request = requestOf({ text: 'n' }, { weight }, family);
  await engine.prepare([request]);
  const [glyph] = engine.place(request).glyphs;
  if (glyph === undefined) throw new Error('Nothing was set.');
  return engine.outline(glyph.font, glyph.glyph).commands;
}

describe('fonts of one weight each', () => {
  test('are one, set in the weight nearest to the one asked for', async () => {
    const family = await keepFonts(deps, [light, heavy]);
    const [thin, thick] = [
      await outline(await keepFont(deps, light), 400),
      await outline(await keepFont(deps, heavy), 400),
    ];
    expect(thin).not.toEqual(thick);
    for (const weight of [100, 300, 500]) expect(await outline(family, weight), `${weight}`).toEqual(thin);
    for (const weight of [600, 800, 900]) expect(await outline(family, weight), `${weight}`).toEqual(thick);
  });

  test('can come one after the other, and one can be replaced', async () => {
    const alone = await withWeight(blobs, 'inter', 300, await keepFont(deps, light));
    const both = await withWeight(blobs, alone, 800, await keepFont(deps, heavy));
    expect(both).toBe(await keepFonts(deps, [light, heavy]));
    const replaced = await withWeight(blobs, both, 800, await keepFont(deps, light));
    expect(await outline(replaced, 900)).toEqual(await outline(alone, 400));
  });

  test('a font alone is itself, and may be variable', async () => {
    expect(await keepFonts(deps, [upright])).toBe(await keepFont(deps, upright));
  });

  test.each([
    ['a variable one', async () => [light, upright], /variable/],
    ['two of one weight', async () => [light, await fixed(italic, 300)], /different weights/],
    ['one on another grid', async () => [light, await fixed(italic, 800, 2048)], /one grid/],
  ])('%s among them is refused', async (_, files, sentence) => {
    const error: unknown = await keepFonts(deps, await files()).catch((thrown: unknown) => thrown);
    if (!(error instanceof PullquoteError)) throw new Error('It was taken.', { cause: error });
    expect(error.code).toBe('bad-font');
    expect(error.message).toMatch(sentence);
  });
});
