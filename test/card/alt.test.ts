import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { ALT_LIMIT, altText, shortAltText } from '../../src/card/alt.ts';
import { cardOf } from './cards.ts';

test('says the words, who, where and when', () => {
  expect(altText(cardOf('We count the gulls.'))).toBe(
    '“We count the gulls.” — Ida Holm (Pilot). Cold Harbour, Gulls, February 3, 2026, 13:36.',
  );
});

test('a card that can state no speaker has none in its text', () => {
  expect(altText(cardOf('We count the gulls.', { speakers: [] }))).not.toContain('Ida');
});

test('a long one keeps who, where and when, and ends in where the full text is', () => {
  const card = cardOf('and then we counted them again, '.repeat(30).trim());
  const short = shortAltText(card);
  expect(short).toMatch(
    /^“and then .*… ?” — Ida Holm \(Pilot\)\. Cold Harbour, .*13:36\. https:\/\/q\.example\/q\/q_gulls\.txt$/,
  );
  expect(short.length).toBeGreaterThan(ALT_LIMIT - 40);
});

test('a long one of a range nobody minted ends without an address, as there is none', () => {
  const card = cardOf('and then we counted them again, '.repeat(30).trim(), { quoteId: null });
  expect(shortAltText(card)).toMatch(/13:36\.$/);
});

test('is never longer than platforms take, and begins as the words do', () => {
  assert(
    property(string({ unit: 'grapheme', minLength: 1, maxLength: 900 }), (words) => {
      const short = shortAltText(cardOf(words));
      expect(short.length).toBeLessThanOrEqual(ALT_LIMIT);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});

test('of one slide of several it says that slide’s words and which it is', () => {
  const card = cardOf('We count the gulls. Then we count them again.');
  const slide = { number: 2, count: 2, words: 'Then we count them again.' };
  expect(altText(card, slide)).toBe(
    '“Then we count them again.” — Ida Holm (Pilot). Cold Harbour, Gulls, February 3, 2026, 13:36, 2/2.',
  );
  expect(shortAltText(card, slide)).toBe(altText(card, slide));
});

test('writes numbers as the language does', () => {
  expect(altText(cardOf('We count the gulls.', { language: 'fa' }))).toContain('۱۳:۳۶');
});
