/** Order and line breaks of the languages' samples, as Chromium lays them out. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, chromium, type Page } from 'playwright-core';
import { breakOpportunities } from '../../src/text/breaks.ts';
import type { SlotText, TextEngine } from '../../src/text/model.ts';
import { openEngine, requestOf } from './engine.ts';
import { samples } from './samples.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Where Chromium breaks and we do not: `before|after`, six characters of each. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  // A dash stays with the words before it.
  en: [' said |— “but', 'r 東京タワ|ー 🗼, '],
  ru: ['очь и |не зна', 'лес», |— расс'],
  'zh-Hans': ['过河流会回答|——但在19'],
  'zh-Hant': ['過河流會回答|——但在 1'],
  // Words of one letter stay with the next.
  pl: ['li, a |żółte ', 'cie z |wierzb'],
  // A sign of repetition stays with its word.
  lo: ['ທຸກ|ໆເຊົ້າ'],
  // Small kana and the long mark begin no line.
  ja: ['くれないと思|っていた」と', '」と彼女は言|った。でも、'],
};

/** Languages whose words Chromium tells by a dictionary; we break between syllables, at all of its places among them. */
const SYLLABLES = new Set(['km', 'my']);

/** Korean breaks between words, not within them as CSS's default has it. */
function isKept(place: string, language: string): boolean {
  return language === 'ko' ? /\S\|\p{Script=Hangul}/u.test(place) : (KEPT[language] ?? []).includes(place);
}

/** Where pieces of a text stand in it, which they fill but for its spaces. */
function tiled(text: string, pieces: readonly string[]): [from: number, to: number][] {
  const left = pieces.toSorted((a, b) => b.length - a.length);
  const places: [number, number][] = [];
  for (let at = 0; at < text.length;) {
    const index = left.findIndex((piece) => text.startsWith(piece, at));
    const [piece = ''] = index < 0 ? [] : left.splice(index, 1);
    if (piece !== '') places.push([at, at + piece.length]);
    at += Math.max(1, piece.length);
  }
  return places;
}

describe.skipIf(!existsSync(CHROMIUM))(
  'text in Chromium (skipped without it: apt-get install chromium)',
  () => {
    let browser: Browser;
    let page: Page;
    let engine: TextEngine;
    beforeAll(async () => {
      engine = await openEngine();
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
      page = await browser.newPage({ viewport: { width: 4000, height: 900 } });
    });
    afterAll(async () => {
      await browser?.close();
    });

    /** Middle and top of stretches of a text, laid out in a box of so many pixels. */
    async function boxes(
      { text, language, direction }: SlotText,
      width: number,
      stretches: readonly (readonly [from: number, to: number])[],
    ): Promise<{ x: number; top: number }[]> {
      return page.evaluate(
        ([words, lang, dir, wide, ranges]) => {
          const block = document.createElement('p');
          block.lang = lang;
          block.dir = dir;
          block.style.cssText = `width:${wide}px;font:20px/60px sans-serif;margin:0`;
          block.textContent = words;
          document.body.replaceChildren(block);
          const node = block.firstChild;
          if (node === null) return [];
          return ranges.map(([from, to]) => {
            const range = document.createRange();
            range.setStart(node, from);
            range.setEnd(node, to);
            const { left, right, top, height } = range.getBoundingClientRect();
            return { x: (left + right) / 2, top: Math.round((top + height / 2) / 60) };
          });
        },
        [text, language, direction, width, stretches] as const,
      );
    }

    test.each(samples)('$language: stands in the same order', async (sample) => {
      const request = requestOf(sample, { width: 20_000, maxSize: 30 }, 'noto-sans');
      await engine.prepare([request]);
      const [line] = engine.place(request).lines;
      const shown = (line?.pieces ?? []).filter(({ text, width }) => width > 0 && text.trim() !== '');
      const across = sample.direction === 'rtl' ? -1 : 1;
      const ours = shown.toSorted((a, b) => across * (a.x - b.x)).map(({ text }) => text);
      const stretches = tiled(sample.text, ours);
      const found = await boxes(sample, 3900, stretches);
      const theirs = stretches
        .map(([from, to], i) => ({ text: sample.text.slice(from, to), x: found[i]?.x ?? 0 }))
        .toSorted((a, b) => across * (a.x - b.x));
      expect(theirs.map(({ text }) => text)).toEqual(ours);
    });

    test.each(samples)(
      '$language: breaks where Chromium breaks, but for what is kept together',
      async (sample) => {
        const { text } = sample;
        const ends = Array.from(
          new Intl.Segmenter(sample.language, { granularity: 'grapheme' }).segment(text),
          ({ index, segment }) => [index, index + segment.length] as const,
        ).filter(([from, to]) => text.slice(from, to).trim() !== '');
        const found = await boxes(sample, 1, ends);
        const theirs = ends.flatMap(([from], i) =>
          i > 0 && found[i]?.top !== found[i - 1]?.top ? [from] : [],
        );
        const breaks = breakOpportunities(text, sample.language);
        const ours = ends.flatMap(([from], i) => {
          const before = ends[i - 1]?.[1] ?? 0;
          const between = Array.from({ length: from - before + 1 }, (_, k) => breaks[before + k] ?? 0);
          return i > 0 && between.some((kind) => kind > 0) ? [from] : [];
        });
        const only = (a: readonly number[], b: readonly number[]): string[] =>
          a
            .filter((at) => !b.includes(at))
            .map((at) => `${text.slice(0, at).slice(-6)}|${text.slice(at, at + 6)}`);
        if (!SYLLABLES.has(sample.language)) expect(only(ours, theirs)).toEqual([]);
        expect(only(theirs, ours).filter((place) => !isKept(place, sample.language))).toEqual([]);
      },
    );
  },
);
