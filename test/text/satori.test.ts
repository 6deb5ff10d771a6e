/**
 * Latin words as satori lays them out, with the words in its JSX: the same font, size and width. Satori reads a variable
 * font as its default instance, so the slots ask for that one.
 */
import { readdir, readFile } from 'node:fs/promises';
import satori from 'satori';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SlotBox } from '../../src/layer/model.ts';
import type { PlacedText, TextEngine } from '../../src/text/model.ts';
import { openEngine, requestOf } from './engine.ts';

const fonts = new URL('../../dist/assets/fonts/', import.meta.url);

/** A word where it stands: pixels from the slot's left and top. */
interface Word {
  text: string;
  x: number;
  /** `null` of several runs: satori tells the width of a mark alone, not as it is kerned, which shows in the next word's place. */
  width: number | null;
  baseline: number;
}

let engine: TextEngine;
beforeAll(async () => {
  engine = await openEngine();
});

async function latinSlice(family: string): Promise<Buffer> {
  const files = await readdir(new URL(`${family}/`, fonts));
  return readFile(new URL(`${family}/${files.find((name) => name.startsWith('latin-normal'))}`, fonts));
}

async function place(text: string, slot: Partial<SlotBox>, family: string): Promise<PlacedText> {
  const request = requestOf({ text }, { weight: 400, left: 0, top: 0, height: 900, ...slot }, family);
  await engine.prepare([request]);
  return engine.place(request);
}

/** Runs of pieces without a space among them. */
function ourWords({ lines }: PlacedText): Word[] {
  return lines.flatMap(({ pieces, baseline }) =>
    joined(pieces.map(({ text, x, width }) => ({ text, x, width, baseline }))),
  );
}

async function theirWords(
  text: string,
  slot: Partial<SlotBox>,
  size: number,
  family: string,
): Promise<Word[]> {
  const { width = 0, letterSpacing = 0, lineHeight = 1.2 } = slot;
  const style = {
    display: 'flex',
    width,
    fontFamily: family,
    fontSize: size,
    lineHeight,
    letterSpacing: letterSpacing * size,
    whiteSpace: 'pre-wrap',
  };
  const data = await latinSlice(family);
  const svg = await satori(
    { type: 'div', key: null, props: { style, children: text } },
    { width, height: 900, embedFont: false, fonts: [{ name: family, data, weight: 400, style: 'normal' }] },
  );
  const runs = Array.from(svg.matchAll(/<text x="([^"]+)" y="([^"]+)" width="([^"]+)"[^>]*>([^<]*)</g));
  return joined(
    runs.map(([, x, y, wide, run = '']) => ({
      text: run,
      x: Number(x),
      width: Number(wide),
      baseline: Number(y),
    })),
  );
}

function joined(runs: readonly Word[]): Word[] {
  const words: Word[] = [];
  let open = false;
  for (const run of runs) {
    const last = words.at(-1);
    if (run.text.trim() === '') open = false;
    else if (open && last?.baseline === run.baseline) {
      last.text += run.text;
      last.width = null;
    } else {
      words.push({ ...run });
      open = true;
    }
  }
  return words;
}

/** Largest distances of words, of their widths and of their baselines from the first, in pixels; `Infinity` for other words. */
function distance(ours: readonly Word[], theirs: readonly Word[]): number {
  if (ours.map(({ text }) => text).join(' ') !== theirs.map(({ text }) => text).join(' ')) return Infinity;
  const off = ours.map((word, i) => {
    const other = theirs[i] ?? word;
    const down = word.baseline - (ours[0]?.baseline ?? 0) - (other.baseline - (theirs[0]?.baseline ?? 0));
    const wide = word.width === null || other.width === null ? 0 : word.width - other.width;
    return Math.max(Math.abs(word.x - other.x), Math.abs(wide), Math.abs(down));
  });
  return Math.max(...off);
}

/** Rounding of baselines to whole pixels, and of satori's lines. */
const TOLERANCE = 1;

const TEXTS = [
  'AVATAR: Tomorrow the officer waffles, and Tyra’s fjord (1,204 m) lies “flat” in WAVES, Yes?',
  'A tide table is a promise about water, made by people who have never met your harbour.',
];
const cases = TEXTS.flatMap((text) =>
  [
    { family: 'noto-sans', size: 52, letterSpacing: 0 },
    { family: 'noto-sans', size: 48, letterSpacing: -0.02 },
    // Under 28 pixels Inter is set in its cut for text, which is its default instance.
    { family: 'inter', size: 24, letterSpacing: 0 },
    { family: 'inter', size: 20, letterSpacing: -0.012 },
  ].map((set) => ({ ...set, text })),
);

describe.each(cases)(
  '$family at $size, spaced $letterSpacing: $text',
  ({ family, size, letterSpacing, text }) => {
    const slot = { minSize: size, maxSize: size, lineHeight: 1.25, letterSpacing, width: 12 * size };

    test('ends lines where satori ends them, words and baselines at its places', async () => {
      const ours = await place(text, { ...slot, balance: false }, family);
      expect(ours.lines.length).toBeGreaterThan(2);
      expect(distance(ourWords(ours), await theirWords(text, slot, size, family))).toBeLessThanOrEqual(
        TOLERANCE,
      );
    });

    test('of balanced lines at the size that fits, each is as wide as satori sets it', async () => {
      const ours = await place(text, { ...slot, minSize: 12, height: 4.2 * size }, family);
      const set = ours.lines.map((line) => line.text.trim()).join('\n');
      const theirs = await theirWords(set, { ...slot, width: 2 * slot.width }, ours.size, family);
      expect(distance(ourWords(ours), theirs)).toBeLessThanOrEqual(TOLERANCE);
    });
  },
);

test('words are taken from satori’s picture, with widths', async () => {
  const words = await theirWords('The lamp kept, its own', { width: 900 }, 40, 'noto-sans');
  expect(words.map(({ text }) => text)).toEqual(['The', 'lamp', 'kept,', 'its', 'own']);
  expect(words.filter(({ width }) => (width ?? 0) > 40)).toHaveLength(4);
});

test('a letter spacing of a hundredth of an em more is noticed', async () => {
  const [text = ''] = TEXTS;
  const slot = { minSize: 52, maxSize: 52, width: 624, lineHeight: 1.25, balance: false };
  const ours = ourWords(await place(text, { ...slot, letterSpacing: 0.01 }, 'noto-sans'));
  expect(distance(ours, await theirWords(text, slot, 52, 'noto-sans'))).toBeGreaterThan(TOLERANCE);
});
