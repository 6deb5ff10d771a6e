/** WOFF2 unpacked: what a font is drawn with is what its makers packed. Judged by Google's own decoder and HarfBuzz. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Blob, Face, Font } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import decompress from 'woff2-encoder/decompress';
import { unpackWoff2 } from '../../../src/brand/font/woff2.ts';
import { charactersOf } from '../../../src/brand/font/cmap.ts';
import { readTables } from '../../../src/brand/font/tables.ts';
import { brotli } from '../../../src/runtime/brotli.ts';

const PACKAGES = 'node_modules/@fontsource-variable/';
const LIMIT = 20_000_000;

/** One file of each family: variable fonts with simple and composite glyphs, with and without their instructions. */
const files = [
  'archivo',
  'inter',
  'newsreader',
  'source-serif-4',
  'noto-naskh-arabic',
  'noto-sans-thai',
].flatMap((family) => {
  const folder = `${PACKAGES}${family}/files/`;
  const slices = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
  const one = slices.find((name) => name.includes('-latin-ext-')) ?? slices[0] ?? '';
  return [`${folder}${one}`];
});

describe.each(files)('%s', (file) => {
  test('has the outlines, advances and characters that it was packed with', async () => {
    const packed = new Uint8Array(await readFile(file));
    const ours = await unpackWoff2(packed, brotli, LIMIT);
    const theirs = await decompress(packed);
    const [mine, judge] = [ours, theirs].map((bytes) => new Face(new Blob(bytes)));
    if (!mine || !judge) throw new Error('No face.');
    const codes = [...judge.collectUnicodes()].toSorted((a, b) => a - b);
    expect([...mine.collectUnicodes()].toSorted((a, b) => a - b)).toEqual(codes);
    const [here, there] = [new Font(mine), new Font(judge)];
    const cmap = readTables(ours).get('cmap') ?? new Uint8Array();
    const shown = codes.filter((code) => code >= 0x20 && !(code >= 0x7f && code < 0xa0));
    expect(charactersOf(cmap).toSorted((a, b) => a - b)).toEqual(shown);
    const count = new DataView(
      (readTables(theirs).get('maxp') ?? new Uint8Array(6)).slice().buffer,
    ).getUint16(4);
    for (let glyph = 0; glyph < count; glyph++) {
      expect(here.glyphToPath(glyph), `outline of ${glyph}`).toBe(there.glyphToPath(glyph));
      expect(here.glyphHAdvance(glyph), `advance of ${glyph}`).toBe(there.glyphHAdvance(glyph));
    }
  });
});

test('takes no more than the limit, told before anything is unpacked', async () => {
  const packed = new Uint8Array(await readFile(files[0] ?? ''));
  let asked = 0;
  const unasked = async (): Promise<Uint8Array> => new Uint8Array(++asked);
  await expect(unpackWoff2(packed, unasked, 1000)).rejects.toThrow(/limit/);
  expect(asked).toBe(0);
});
