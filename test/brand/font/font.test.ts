import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { assert, asyncProperty, integer, tuple, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFont, FONT_LIMITS } from '../../../src/brand/font/font.ts';
import { packTables, readTables } from '../../../src/brand/font/tables.ts';
import { PullquoteError } from '../../../src/errors.ts';
import { forEachRange } from '../../../src/text/font-index.ts';
import { brotli } from '../../../src/runtime/brotli.ts';

const FILES = 'node_modules/@fontsource-variable/';
const woff2 = new Uint8Array(await readFile(`${FILES}archivo/files/archivo-latin-standard-italic.woff2`));
const serif = new Uint8Array(
  await readFile(`${FILES}source-serif-4/files/source-serif-4-latin-opsz-normal.woff2`),
);
const symbols = new Uint8Array(
  await readFile(
    'node_modules/@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-braille-400-normal.woff2',
  ),
);
const { bytes: ttf } = await cleanFont(woff2, brotli);

/** A font with CFF outlines, which satori's own HarfBuzz comes with for its tests. */
const { resolve } = createRequire(createRequire(import.meta.url).resolve('satori/package.json'));
const otf = new Uint8Array(
  await readFile(
    resolve('harfbuzzjs/package.json').replace('package.json', 'test/fonts/noto/NotoSans-Regular.otf'),
  ),
);

async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await cleanFont(bytes, brotli).then(
    () => 'taken',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PullquoteError)) throw new Error('No problem a caller can read.', { cause: error });
  expect(error.code).toBe('bad-font');
  return error.message;
}

const without = (tag: string): Uint8Array => {
  const tables = readTables(ttf);
  tables.delete(tag);
  return packTables(0x00010000, tables, FONT_LIMITS.unpacked);
};

const withTable = (tag: string, table: Uint8Array): Uint8Array =>
  packTables(0x00010000, readTables(ttf).set(tag, table), FONT_LIMITS.unpacked);

describe('a font is taken', () => {
  test.each([
    ['WOFF2', woff2, 'sans', ['wght', 'wdth']],
    ['TTF', ttf, 'sans', ['wght', 'wdth']],
    ['OTF', otf, 'sans', []],
    ['a serif with optical sizes', serif, 'serif', ['opsz', 'wght']],
  ] as const)('as %s', async (_what, bytes, kind, axes) => {
    const { index } = await cleanFont(bytes, brotli);
    expect(index.kind).toBe(kind);
    expect(index.axes.map(({ tag }) => tag).toSorted()).toEqual(axes.toSorted());
    const codes = new Set<number>();
    forEachRange(index.styles.normal[0]?.ranges ?? '', (first, last) => {
      for (let code = first; code <= last; code++) codes.add(code);
    });
    for (const letter of 'Handgloves & 0123456789') expect(codes, letter).toContain(letter.codePointAt(0));
    expect(index.ascender).toBeGreaterThan(0.6 * index.unitsPerEm);
    expect(index.descender).toBeLessThan(0);
  });

  test('as the same bytes whether it came as WOFF2 or unpacked', async () => {
    expect((await cleanFont(ttf, brotli)).bytes).toEqual(ttf);
  });
});

describe('a font is refused', () => {
  test.each([
    ['words', new TextEncoder().encode('Not a font, by any means.'), /TTF, OTF or WOFF2/],
    ['nothing', new Uint8Array(0), /TTF, OTF or WOFF2/],
    ['a WOFF of version 1', new TextEncoder().encode('wOFF and so on'), /WOFF of version 1/],
    ['a collection', new TextEncoder().encode('ttcf and so on'), /collection/],
    ['a cut TTF', ttf.subarray(0, 20_000), /cut/],
    ['a cut WOFF2', woff2.subarray(0, 5000), /WOFF2/],
    ['one without characters', without('cmap'), /no cmap/],
    ['one without outlines', without('glyf'), /outlines/],
    ['one of symbols', symbols, /letters/],
    ['one that is too large', new Uint8Array(FONT_LIMITS.bytes + 1), /at most 10000000 bytes/],
  ])('%s', async (_what, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence);
  });

  test('that says it is larger than it may be, before it is unpacked', async () => {
    const bomb = woff2.slice();
    // The length of the first table, as its directory says it.
    bomb.set([0x8f, 0xff, 0xff, 0xff, 0x7f], 49);
    expect(await refusal(bomb)).toMatch(/at most 20000000 bytes unpacked/);
  });

  test('of which the segments lie over one another, before they are read', async () => {
    const [head, segments] = [12, 5000];
    const cmap = new Uint8Array(head + 16 + 8 * segments);
    const view = new DataView(cmap.buffer);
    // One subtable of Unicode, in format 4.
    for (const [at, value] of [
      [2, 1],
      [4, 3],
      [6, 1],
      [10, head],
      [head, 4],
      [head + 6, 2 * segments],
    ] as const)
      view.setUint16(at, value);
    for (let i = 0; i < segments; i++) {
      view.setUint16(head + 14 + 2 * i, 0xfffe);
      view.setUint16(head + 16 + 2 * (segments + i), 0x20);
    }
    expect(await refusal(withTable('cmap', cmap))).toMatch(/these bytes are none/);
  });

  test('that says it has thousands of axes', async () => {
    const fvar = readTables(ttf).get('fvar')?.slice() ?? new Uint8Array();
    // axisCount, and an axisSize of nothing: all of them are the first.
    new DataView(fvar.buffer).setUint32(8, 0xffff_0000);
    expect(await refusal(withTable('fvar', fvar))).toMatch(/at most 64 axes but this one has 65535/);
  });

  test('whatever is broken in it, in a sentence, or else taken whole', async () => {
    for (const whole of [ttf, woff2, otf]) {
      await assert(
        asyncProperty(
          tuple(integer({ min: 0, max: 2000 }), uint8Array({ minLength: 1, maxLength: 8 })),
          async ([at, noise]) => {
            const broken = whole.slice();
            broken.set(noise, at);
            try {
              await cleanFont(broken, brotli);
            } catch (error) {
              expect(error).toBeInstanceOf(PullquoteError);
            }
          },
        ),
        { numRuns: 60 },
      );
    }
  });
});
