import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { PackContents } from '../../src/pack/contents.ts';
import { contentsOf } from '../../src/pack/contents.ts';
import { readCsv } from '../../src/pack/csv.ts';
import { documentsOf } from '../../src/pack/documents.ts';
import { itemAt, itemCount, makePlan } from '../../src/pack/plan.ts';
import { variantsOf } from '../../src/pack/request.ts';

const textsOf = (of: PackContents): Record<string, string> => Object.fromEntries(documentsOf(of));

const HOSTILE = '=HYPERLINK("x") </script><script>alert(1)</script> & “so” `code` *bold* \u0007';

function contents(words = HOSTILE, errorMs = 0): PackContents {
  const about = {
    id: 'q_one',
    language: 'en',
    direction: 'ltr' as const,
    words,
    attribution: `Mika — ${words}`,
    speakers: ['Mika'],
    time: '1:05',
    startMs: 65_000,
    endMs: 70_500,
    errorMs,
    url: 'https://quotes.example/q/q_one',
    alt: words,
    hashtags: ['lifts'],
  };
  const plan = makePlan(
    'lift',
    ['q_one', { asked: '99:00', error: { code: 'range-outside', message: 'It is <outside>.' } }],
    variantsOf({ sizes: ['og'], for: ['instagram'], formats: ['png'] }),
  );
  const file = { blob: 'cards/q_one/a.png', size: 3, crc: 0xab };
  const failed = {
    key: null,
    files: [],
    about: null,
    error: { code: 'range-outside', message: 'It is <outside>.' },
  };
  return contentsOf({ id: 'lift', title: words, show: 'Slow', url: null, publishedAt: null }, plan, [
    { n: 0, key: 'k', files: [file], about, error: null },
    { n: 1, ...failed },
    { n: 2, key: 'l', files: [file, file, { ...file, blob: 'cards/q_one/b.pdf' }], about: null, error: null },
    { n: 3, ...failed },
    { n: 4, key: 's', files: [file], about: null, error: null },
  ]);
}

test('items are the cards of all quotes in one variant after the other, then contact sheets', () => {
  const quotes = Array.from({ length: 41 }, (_, n) => `q_${n}`);
  const plan = makePlan('lift', quotes, variantsOf({ sizes: ['og', 'x'], formats: ['png'] }));
  expect(itemCount(plan)).toBe(41 * 2 + 2);
  expect(itemAt(plan, 3)).toMatchObject({ kind: 'card', quote: 3, variant: { size: 'og' } });
  expect(itemAt(plan, 44)).toMatchObject({ kind: 'card', quote: 3, variant: { size: 'x' } });
  expect(itemAt(plan, 83)).toEqual({ kind: 'sheet', from: 40, to: 41 });
});

test('files have names that sort by quote and say time, platform and slide', () => {
  const { quotes, sheets } = contents();
  expect(quotes[0]?.cards.flatMap(({ files }) => files.map(({ name }) => name))).toEqual([
    'cards/01_1-05_og.png',
    'cards/01_1-05_instagram_1-of-2.png',
    'cards/01_1-05_instagram_2-of-2.png',
    'cards/01_1-05_instagram_carousel.pdf',
  ]);
  expect(sheets.map(({ name }) => name)).toEqual(['contact-sheet.png']);
});

test('the manifest has every card, and the reason of those that failed', () => {
  const manifest = JSON.parse(textsOf(contents())['manifest.json'] ?? '');
  expect(manifest.counts).toEqual({ quotes: 2, cards: 4, failed: 2 });
  expect(manifest.quotes[0].cards[0].files).toEqual([
    { name: 'cards/01_1-05_og.png', size: 3, crc32: '000000ab' },
  ]);
  expect(manifest.quotes[1]).toMatchObject({
    asked: '99:00',
    cards: [{ error: { code: 'range-outside' } }, {}],
  });
});

test('captions as a table hold the words, and no formula', () => {
  const [, row = [], ...more] = readCsv(textsOf(contents())['captions.csv'] ?? '');
  expect([row[0], row[1], more]).toEqual(['1', `'${HOSTILE}`, []]);
  expect(row[5]).toBe('#lifts');
});

test('captions in Markdown show the words and run none of their marks', () => {
  const markdown = textsOf(contents())['captions.md'] ?? '';
  expect(markdown).toContain(String.raw`\*bold\*`);
  expect(markdown).not.toMatch(/[^\\]<script/);
});

test('soundbites are XML with times in seconds', () => {
  const xml = textsOf(contents())['soundbites.xml'] ?? '';
  const { item } = new XMLParser({ ignoreAttributes: false }).parse(xml);
  expect(item['podcast:soundbite']).toMatchObject({ '@_startTime': '65', '@_duration': '5.5' });
  const long = textsOf(contents('word '.repeat(60).trim()))['soundbites.xml'] ?? '';
  expect(/>([^<]*)<\/podcast/.exec(long)?.[1]?.length).toBeLessThanOrEqual(128);
  expect(textsOf(contents('Said about then.', 30_000))['soundbites.xml']).not.toContain('<podcast:soundbite');
});

test('the page runs nothing that is in the words, and loads nothing but the cards', () => {
  const page = textsOf(contents())['index.html'] ?? '';
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain('It is &lt;outside&gt;.');
  const loaded = Array.from(page.matchAll(/src="([^"]*)"/g), ([, source]) => source);
  expect(loaded.every((source) => source?.startsWith('cards/'))).toBe(true);
});
