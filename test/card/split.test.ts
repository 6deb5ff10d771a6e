import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { split } from '../../src/card/split.ts';

const shorterThan = (limit: number) => (part: string) => part.length <= limit;

test('a text is cut between sentences where that makes about equal parts', () => {
  const text = 'One sentence stands here, short. Another one follows it here. A third one ends the text.';
  expect(split(text, 'en', shorterThan(40))).toEqual([
    'One sentence stands here, short.',
    'Another one follows it here.',
    'A third one ends the text.',
  ]);
});

test('a sentence too long for a slide is cut at its clauses before its words', () => {
  const text = 'When the rain came down on us for hours, we went on walking to the next village';
  expect(split(text, 'en', shorterThan(45))).toEqual([
    'When the rain came down on us for hours,',
    'we went on walking to the next village',
  ]);
});

test('a script without spaces is cut at its punctuation', () => {
  const text = '雨が降っていたので、家にいました。それから本を読みました。';
  expect(split(text, 'ja', shorterThan(18))?.join('')).toBe(text);
});

test('what ten slides cannot hold has no division', () => {
  expect(split('word '.repeat(200).trim(), 'en', shorterThan(20))).toBeNull();
});

test('what needs more slides than are asked for has no division', () => {
  const text = 'One sentence stands here, short. Another one follows it here. A third one ends the text.';
  expect(split(text, 'en', shorterThan(40), 3)).toHaveLength(3);
  expect(split(text, 'en', shorterThan(40), 2)).toBeNull();
});

test('the parts together are the whole text, in order', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}[,.;]?$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 20, maxLength: 120 }), (words) => {
      const text = words.join(' ');
      const parts = split(text, 'en', shorterThan(Math.ceil(text.length / 3)));
      expect(parts?.join(' ')).toBe(text);
    }),
    { numRuns: 50 },
  );
});
