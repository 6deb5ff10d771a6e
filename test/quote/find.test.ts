import { expect, test } from 'vitest';
import { findText } from '../../src/quote/find.ts';

const wordsOf = (text: string) => ({ words: text.split(' ').map((word) => ({ text: word })) });
const asked = { prefix: null, end: null, suffix: null };

test('a passage ends at the nearest end after its start that stands before the suffix', () => {
  const text = wordsOf('one two stop three stop here one four stop here');
  expect(findText(text, { ...asked, start: 'one', end: 'stop', suffix: 'here' })).toEqual([
    { wordFrom: 0, wordTo: 5 },
    { wordFrom: 6, wordTo: 9 },
  ]);
});

test('an end before the start is none', () => {
  expect(findText(wordsOf('stop one two'), { ...asked, start: 'one', end: 'stop' })).toEqual([]);
});

test('a start and an end said a hundred thousand times, and a suffix never, are given up at once', () => {
  const text = wordsOf(Array<string>(100_000).fill('so').join(' '));
  // Looking for the end anew from each start would take minutes.
  expect(findText(text, { ...asked, start: 'so', end: 'so', suffix: 'never' })).toEqual([]);
});
