import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { PullquoteError } from '../../src/errors.ts';
import type { PlacedText, TextEngine, TextRequest } from '../../src/text/model.ts';
import { moveText } from '../../src/text/move.ts';
import { openEngine, requestOf } from './engine.ts';
import { samples } from './samples.ts';

let engine: TextEngine;
beforeAll(async () => {
  engine = await openEngine();
});

async function place(request: TextRequest): Promise<PlacedText> {
  await engine.prepare([request]);
  return engine.place(request);
}

/** Box of all ink of a text, from the glyphs' outlines and the emoji. */
function inkBox(placed: PlacedText): { left: number; top: number; right: number; bottom: number } {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { font, glyph, x, y, size } of placed.glyphs) {
    const { commands, unitsPerEm } = engine.outline(font, glyph);
    const scale = size / unitsPerEm;
    for (let i = 0; i < commands.length;) {
      const count = [2, 2, 4, 6, 0][commands[i] ?? 4] ?? 0;
      // Control points bound a curve, so the box is never too small.
      for (let k = 1; k <= count; k += 2) {
        xs.push(x + (commands[i + k] ?? 0) * scale);
        ys.push(y - (commands[i + k + 1] ?? 0) * scale);
      }
      i += count + 1;
    }
  }
  for (const { x, y, width, height } of placed.emoji) {
    xs.push(x, x + width);
    ys.push(y, y + height);
  }
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function expectInside(placed: PlacedText, { slot }: TextRequest): void {
  const ink = inkBox(placed);
  // Letters may overhang their advance by a little, punctuation by what the slot allows.
  const side = (0.12 + (slot.hang ?? 0)) * placed.size;
  expect(ink.left).toBeGreaterThanOrEqual(slot.left - side);
  expect(ink.right).toBeLessThanOrEqual(slot.left + slot.width + side);
  const rounding = 0.02 * placed.size;
  expect(ink.top).toBeGreaterThanOrEqual(slot.top - rounding);
  expect(ink.bottom).toBeLessThanOrEqual(slot.top + slot.height + rounding);
}

const shown = (placed: PlacedText): string =>
  placed.lines
    .map((line) => line.text)
    .join('')
    .replace(/\s/g, '');

describe('place', () => {
  test.each(samples)('shows all of the words inside the slot: $language $text', async (content) => {
    for (const family of ['inter', 'source-serif', 'archivo']) {
      const request = requestOf(content, {}, family);
      const placed = await place(request);
      expect(placed.fits).toBe(true);
      expect(shown(placed)).toBe(content.text.replace(/\s/g, ''));
      expect(placed.glyphs.every(({ glyph }) => glyph !== 0)).toBe(true);
      expectInside(placed, request);
    }
  });

  test.each(samples)('sets a name on its one line: $language', async (content) => {
    // A line as templates leave it, 1.42 times the type.
    const line = { maxLines: 1, minSize: 24, maxSize: 26, lineHeight: 1.3, height: 38 } as const;
    const placed = await place(requestOf(content, { ...line, overflow: 'ellipsis', width: 300 }));
    expect(placed.fits).toBe(true);
    expect(placed.lines).toHaveLength(1);
  });

  test('lets nothing out of the slot, whatever the words and the slot', async () => {
    const words = samples.flatMap(({ text }) => text.split(' '));
    const slots = fc.record({
      width: fc.integer({ min: 200, max: 1200 }),
      height: fc.integer({ min: 80, max: 700 }),
      lineHeight: fc.double({ min: 1, max: 1.5, noNaN: true }),
      hang: fc.constantFrom(0, 0.4),
      align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
      verticalAlign: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
      balance: fc.boolean(),
    });
    const texts = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 });
    const directions = fc.constantFrom('ltr' as const, 'rtl' as const);
    await fc.assert(
      fc.asyncProperty(texts, slots, directions, async (parts, slot, direction) => {
        const request = requestOf({ text: parts.join(' '), direction }, slot);
        const placed = await place(request);
        expect(placed.size).toBeGreaterThanOrEqual(24);
        expect(placed.size).toBeLessThanOrEqual(80);
        if (placed.glyphs.length > 0) expectInside(placed, request);
        if (placed.fits) expect(shown(placed)).toBe(parts.join('').replace(/\s/g, ''));
        else expect(placed.fittedTo).toBeLessThan(parts.join(' ').length);
      }),
      { numRuns: 150 },
    );
  });

  test('takes the largest size: a quarter pixel more would not fit', async () => {
    const text = 'Every morning we sat beside the river and listened to stories until the light was gone.';
    const request = requestOf(
      { text },
      { minSize: 20, maxSize: 200, width: 700, height: 300, balance: false },
    );
    const { size } = await place(request);
    const larger = { ...request, slot: { ...request.slot, minSize: size + 0.25 } };
    expect((await place(larger)).fits).toBe(false);
  });

  test('makes lines of about equal length and leaves no short word alone', async () => {
    const text = 'We kept the boat because nobody else remembered how to mend it, and then we learned to.';
    const placed = await place(requestOf({ text }, { maxSize: 56 }));
    const widths = placed.lines.map((line) => line.width);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.75);
  });

  test('sets right-to-left words from the right edge, numbers and Latin from left to right', async () => {
    const placed = await place(
      requestOf({ text: 'שלום 123 abc', language: 'he', direction: 'rtl' }, { maxSize: 40 }),
    );
    const [line] = placed.lines;
    expect((line?.left ?? 0) + (line?.width ?? 0)).toBeCloseTo(1100, 3);
    const xs = placed.glyphs.map(({ x }) => x);
    expect(xs).toEqual([...xs].toSorted((a, b) => a - b));
  });

  test('refuses a character no font has, naming it', async () => {
    const request = requestOf({ text: 'a \u{1F8FF}\u{10480} b' });
    const failure = await place(request).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PullquoteError);
    expect(failure).toMatchObject({ code: 'missing-glyph', message: expect.stringContaining('U+') });
  });

  test('draws the replacement character instead, where that is asked for', async () => {
    const placed = await place({ ...requestOf({ text: 'a\u{10480}b' }), missing: 'replace' });
    const replaced = await place(requestOf({ text: 'a\uFFFDb' }));
    expect(placed.glyphs).toHaveLength(3);
    expect(placed.glyphs).toEqual(replaced.glyphs);
  });

  test('cuts at a word with an ellipsis, after shrinking', async () => {
    const text = 'A Conversation About Rivers, Bridges and the People Who Cross Them Every Day';
    const placed = await place(
      requestOf({ text }, { overflow: 'ellipsis', maxLines: 1, width: 500, height: 60 }),
    );
    expect(placed).toMatchObject({ cut: true, fits: true });
    expect(placed.size).toBeLessThan(30);
    const [line] = placed.lines;
    expect(line?.text).toMatch(/\p{L}…$/u);
    expect(text.startsWith(line?.text.slice(0, -1) ?? '-')).toBe(true);
    expect(text.charAt((line?.text.length ?? 1) - 1)).toMatch(/[ ,]/);
  });

  test('says how much fits where a text is to be split', async () => {
    const text = 'word '.repeat(500).trim();
    const placed = await place(requestOf({ text }));
    expect(placed.fits).toBe(false);
    expect(placed.lines.map((line) => line.text).join(' ')).toBe(text.slice(0, placed.fittedTo));
  });

  test('tears a word wider than the slot rather than let it out', async () => {
    const request = requestOf({ text: 'x'.repeat(150) }, { width: 400 });
    const placed = await place(request);
    expect(placed.fits).toBe(true);
    expectInside(placed, request);
  });

  test.each([
    ['gulls', 'en', 0.27, 0.29],
    ['وفي', 'ar', 0.4, 0.6],
  ])('fills behind “%s” as deep as its letters go', async (text, language, least, most) => {
    const marked = { text, language, marks: [{ from: 0, to: text.length }] };
    const placed = await place(requestOf(marked, { mark: { fill: '#ffee00', color: null } }));
    const [fill, line] = [placed.fills[0], placed.lines[0]];
    const under = ((fill?.y ?? 0) + (fill?.height ?? 0) - (line?.baseline ?? 0)) / placed.size;
    expect(under).toBeGreaterThan(least);
    expect(under).toBeLessThan(most);
  });

  test('fills behind a marked phrase, one rectangle a line, and colours its letters', async () => {
    const text = 'We kept the boat because nobody else remembered how to mend it.';
    const from = text.indexOf('boat');
    const to = text.indexOf(' how');
    const request = requestOf(
      { text, marks: [{ from, to }] },
      { mark: { fill: '#ffee00', color: '#cc0000' }, width: 520 },
    );
    const placed = await place(request);
    const touched = placed.lines.filter((line) => {
      const start = text.indexOf(line.text);
      return start < to && start + line.text.length > from;
    });
    expect(placed.fills).toHaveLength(touched.length);
    expect(placed.glyphs.filter(({ color }) => color === '#cc0000')).toHaveLength(
      text.slice(from, to).replaceAll(' ', '').length,
    );
  });

  test('keeps Arabic joined when letters are spaced', async () => {
    const text = 'الكلمة';
    const glyphs = async (letterSpacing: number): Promise<number[]> =>
      (await place(requestOf({ text, language: 'ar', direction: 'rtl' }, { letterSpacing }))).glyphs.map(
        ({ glyph }) => glyph,
      );
    expect(await glyphs(0.2)).toEqual(await glyphs(0));
  });

  test('draws flags, keycaps, skin tones and families as one picture each', async () => {
    const placed = await place(requestOf({ text: '🇫🇷 1️⃣ 👋🏿 👨‍👩‍👧‍👦 ❤️‍🔥' }));
    expect(placed.emoji.map(({ emoji }) => emoji)).toEqual([
      '1f1eb-1f1f7',
      '31-20e3',
      '1f44b-1f3ff',
      '1f468-200d-1f469-200d-1f467-200d-1f466',
      '2764-200d-1f525',
    ]);
    for (const { emoji } of placed.emoji) expect(engine.emojiSvg(emoji)).toMatch(/^<svg /);
  });

  test('draws the same Han character as each language writes it', async () => {
    const fonts = await Promise.all(
      ['ja', 'ko', 'zh-Hans', 'zh-Hant'].map((language) => place(requestOf({ text: '骨', language }))),
    );
    expect(new Set(fonts.map((placed) => placed.glyphs[0]?.font)).size).toBe(4);
  });
});

describe('moveText', () => {
  test('moves everything by the same distance', async () => {
    const placed = await place(
      requestOf(
        { text: 'Up the river 🚣', marks: [{ from: 0, to: 2 }] },
        { mark: { fill: '#ff0', color: null } },
      ),
    );
    const back = moveText(moveText(placed, 7, -11), -7, 11);
    expect(back.glyphs.length).toBe(placed.glyphs.length);
    expect(moveText(placed, 7, -11).emoji[0]?.x).toBeCloseTo((placed.emoji[0]?.x ?? 0) + 7);
    expect(back.bottom).toBeCloseTo(placed.bottom);
  });
});
