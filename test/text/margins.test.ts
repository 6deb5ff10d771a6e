/** What stands at the edges of a text: marks that hang, the letters under them, drop caps and bubbles. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { SlotBox } from '../../src/layer/model.ts';
import type { PlacedText, SlotText, TextEngine } from '../../src/text/model.ts';
import { openEngine, requestOf } from './engine.ts';

let engine: TextEngine;
beforeAll(async () => {
  engine = await openEngine();
});

async function place(
  content: Partial<SlotText> & { text: string },
  slot: Partial<SlotBox>,
): Promise<PlacedText> {
  const request = requestOf(content, slot, 'newsreader');
  await engine.prepare([request]);
  return engine.place(request);
}

const SHORT = '“The lamp in the harbour kept its own hours, and nobody ever minded.”';
const LONG =
  '“When I was a child, my grandmother kept a drawer full of keys that opened nothing, and she said that a house should always have more questions than doors, which I did not understand until I moved into a flat with no drawers.”';

/** Where the first letter that is no opening mark begins on each line. */
function starts({ lines }: PlacedText): number[] {
  return lines.map(({ pieces }) => pieces.find(({ text }) => /^[“„]?\p{L}/u.test(text))?.x ?? NaN);
}

describe('an opening mark', () => {
  test('hangs out whole where there is room', async () => {
    const { lines, size } = await place({ text: SHORT }, { hang: 0.6, hangRoom: 100 });
    expect(lines[0]?.left).toBeLessThan(100 - 0.3 * size);
    expect(lines[1]?.left).toBe(100);
  });

  test('that has less room is given it, and all lines move so that letters stand under letters', async () => {
    const room = 8;
    const { lines, size } = await place({ text: SHORT }, { hang: 0.6, hangRoom: room });
    const whole = await place({ text: SHORT }, { hang: 0.6, hangRoom: 100, maxSize: size });
    const mark = (100 - (whole.lines[0]?.left ?? 0)) * (size / whole.size);
    expect(lines[0]?.left).toBeCloseTo(100 - room, 6);
    for (const { left } of lines.slice(1)) expect(left).toBeCloseTo(100 - room + mark, 1);
  });

  test('of a line that is centred moves no other', async () => {
    // No comma, which would hang at a line's end.
    const text = SHORT.replace(',', '');
    const { lines } = await place({ text }, { hang: 0.6, hangRoom: 8, align: 'center' });
    expect(lines.length).toBeGreaterThan(2);
    for (const { left, width } of lines.slice(1, -1)) expect(left + width / 2).toBeCloseTo(600, 3);
  });
});

const DROP = { hang: 0.6, hangRoom: 60, height: 700, dropCap: { lines: 3, color: '#c00000' } };

describe('a drop cap', () => {
  test('is as high as its lines, which stand beside it, and the mark before it hangs', async () => {
    const placed = await place({ text: LONG }, DROP);
    const cap = placed.glyphs.find(({ color }) => color === '#c00000');
    expect(cap?.y).toBe(placed.lines[2]?.baseline);
    expect(cap?.size).toBeGreaterThan(2.5 * placed.size);
    const lefts = placed.lines.map(({ pieces }) => pieces.findLast(({ text }) => text.trim() !== '')?.x ?? 0);
    expect(lefts.length).toBeGreaterThanOrEqual(6);
    const [first, second, third, fourth] = placed.lines;
    expect(second?.left).toBe(third?.left);
    expect(second?.left).toBeGreaterThan(100 + 1.5 * placed.size);
    expect(fourth?.left).toBe(100);
    expect(first?.left).toBeLessThan(100);
  });

  test('changes no word: lines and pieces say the text', async () => {
    const { lines } = await place({ text: LONG }, DROP);
    expect(lines.map(({ text }) => text).join(' ')).toBe(LONG);
    for (const { text, pieces } of lines)
      expect(
        pieces
          .map((piece) => piece.text)
          .join('')
          .trim(),
      ).toBe(text);
    const single = LONG.replace('When', 'I said when');
    const split = await place({ text: single }, DROP);
    expect(split.lines.map(({ text }) => text).join(' ')).toBe(single);
  });

  test.each<[string, Partial<SlotText> & { text: string }]>([
    ['a text of few lines', { text: SHORT }],
    ['a letter that goes below its line', { text: LONG.replace('When', 'Question') }],
    ['a text that begins small', { text: LONG.replace('When', 'when') }],
    ['a marked phrase', { text: LONG, marks: [{ from: 1, to: 5 }] }],
    [
      'Arabic',
      { text: `${'البحر لا يقرأ الجداول، لكنه لا يتأخر أبدًا. '.repeat(6)}`, language: 'ar', direction: 'rtl' },
    ],
    ['Hindi', { text: `${'समुद्र समय-सारणी नहीं पढ़ता, फिर भी कभी देर नहीं करता। '.repeat(5)}`, language: 'hi' }],
    [
      'Japanese',
      { text: '海は時刻表を読みません。でも、遅れたことは一度もないのです。'.repeat(6), language: 'ja' },
    ],
    [
      'Georgian',
      { text: 'ყოველ დილით მდინარის პირას ვისხედით და ბაბუის ამბებს ვუსმენდით. '.repeat(5), language: 'ka' },
    ],
  ])('is not set in %s', async (_, content) => {
    const { glyphs, size } = await place(content, DROP);
    expect(glyphs.every((glyph) => glyph.size === size && glyph.color !== '#c00000')).toBe(true);
  });

  test.each([
    [
      'Greek',
      'el',
      'Η θάλασσα δεν ξεχνά ποτέ τα καράβια που αγάπησε, ούτε τον άνεμο που τα πήγε μακριά. '.repeat(3),
    ],
    [
      'Russian',
      'ru',
      'Мы шли всю ночь и не знали, где кончится лес, а утром услышали, как поют петухи. '.repeat(3),
    ],
  ])('is set in %s', async (_, language, text) => {
    const { glyphs } = await place({ text: text.trim(), language }, DROP);
    expect(glyphs.some(({ color }) => color === '#c00000')).toBe(true);
  });
});

describe('a bubble', () => {
  const bubble = { color: '#ffcc00', paddingX: 30, paddingY: 20, radius: 12 };

  test('is as wide as the longest line and as high as all, with its padding', async () => {
    const placed = await place({ text: SHORT }, { bubble, maxSize: 40, verticalAlign: 'bottom' });
    const [fill] = placed.fills;
    const widest = Math.max(...placed.lines.map(({ width }) => width));
    expect(fill).toMatchObject({ x: 100, radius: 12, color: '#ffcc00' });
    expect(fill?.width).toBeCloseTo(widest + 60, 6);
    expect((fill?.y ?? 0) + (fill?.height ?? 0)).toBeCloseTo(520, 6);
    expect(placed.top).toBeGreaterThan((fill?.y ?? 0) + 15);
    expect(starts(placed)[1]).toBe(130);
  });
});
