import { describe, expect, test } from 'vitest';
import { isQuoteId, mintQuoteId, normalizeCharacters, normHash } from '../../src/quote/id.ts';

describe('normalizeCharacters', () => {
  test('keeps letters, marks and digits only, in one case and one form', () => {
    expect(normalizeCharacters(' “Ｔhe  ﬁrst” — 2½ cafe\u0301s! ')).toBe('thefirst212cafés');
    expect(normalizeCharacters('STRASSE')).toBe(normalizeCharacters('straße'));
    expect(normalizeCharacters('ΛΌΓΟΣ')).toBe(normalizeCharacters('λόγος'));
  });

  test('keeps what has no letters as it is', () => {
    expect(normalizeCharacters('♪ ♪')).toBe('♪♪');
  });
});

describe('mintQuoteId', () => {
  test('is fixed for ever: these IDs are printed in the world', async () => {
    expect(await mintQuoteId('ep-1', 'thesamewords', 0)).toBe('q_rxi3n45j7f72m');
    expect(await mintQuoteId('ep-1', 'thesamewords', 1)).toBe('q_jbaxqxeqjnn62');
  });

  test('differs by episode, words and occurrence', async () => {
    const ids = await Promise.all([
      mintQuoteId('ep-1', 'words', 0),
      mintQuoteId('ep-2', 'words', 0),
      mintQuoteId('ep-1', 'wordsx', 0),
      mintQuoteId('ep-1', 'words', 1),
    ]);
    expect(new Set(ids).size).toBe(4);
    expect(ids.every(isQuoteId)).toBe(true);
  });
});

test('normHash is the same for all occurrences: the ID of the first', async () => {
  expect(`q_${await normHash('ep-1', 'words')}`).toBe(await mintQuoteId('ep-1', 'words', 0));
});

test('isQuoteId refuses other letters and lengths', () => {
  expect(
    ['q_', 'q_aaaaaaaaaaaa', 'q_aaaaaaaaaaaa1', 'q_AAAAAAAAAAAAA', 'q_aaaaaaaaaaaaaa'].some(isQuoteId),
  ).toBe(false);
});
