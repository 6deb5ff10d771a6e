import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../src/transcript/align.ts';
import { tokensOf } from '../../src/transcript/tokens.ts';
import { splitWords } from '../../src/transcript/words.ts';
import { sentencesFrom } from './build.ts';

const tokens = (text: string) => tokensOf(splitWords(text));
const keys = (text: string): string[] => tokens(text).map((token) => token.key);
const aligned = (old: string, next: string): number[] => [...align(tokens(old), tokens(next)).forward];

describe('tokensOf', () => {
  const points = '.'.repeat(1_000_000);
  test.each([
    ['word', `a${points}b`, 'ab'],
    ['number', `1${points}2`, `1${points}2`],
  ])('looks through a %s with a million points in it once', (_, text, key) => {
    expect(keys(text)).toEqual([key]);
  });

  test('sees through case, quotes, dashes and punctuation', () => {
    expect(keys('“Well-known” words — She SAID so…')).toEqual([
      'well',
      'known',
      'words',
      'she',
      'said',
      'so',
    ]);
  });

  test('tells numbers apart by their point, sign and unit, not by how thousands are grouped', () => {
    expect(keys('10,000 10000 3.5 35 -5 5 5% $5')).toEqual([
      '10000',
      '10000',
      '3.5',
      '35',
      '-5',
      '5',
      '5%',
      '$5',
    ]);
  });

  test('writes out contracted negations', () => {
    expect(keys("don't can’t cannot won't")).toEqual([
      'do',
      'not',
      'can',
      'not',
      'can',
      'not',
      'will',
      'not',
    ]);
  });
});

describe('align', () => {
  test('maps each word of a text to itself', () => {
    expect(aligned('a b c a b', 'a b c a b')).toEqual([0, 1, 2, 3, 4]);
  });

  test('finds what was taken out and put in', () => {
    expect(aligned('one two three four', 'one three new four')).toEqual([0, -1, 1, 3]);
  });

  test('takes words spelt apart for the same', () => {
    expect(aligned('a well known fact', 'a wellknown fact')).toEqual([0, 1, 1, 2]);
  });

  test('does not take digits set apart for the same number', () => {
    expect(aligned('we saw 21 0 times', 'we saw 2 10 times')).toEqual([0, 1, -1, -1, 4]);
  });

  test('does not tie two different passages together by a common word', () => {
    const old = 'start alpha beta gamma the delta epsilon zeta stop';
    const next = 'start kappa lambda mu the nu xi omicron stop';
    expect(aligned(old, next)).toEqual([0, -1, -1, -1, -1, -1, -1, -1, 8]);
  });

  test('only ever maps equal words, in rising order, whatever the texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 300 })
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(text, text, (old, next) => {
        const [a, b] = [keys(old), keys(next)];
        let last = -1;
        for (const [i, at] of aligned(old, next).entries()) {
          if (at < 0) continue;
          expect(b[at]).toBe(a[i]);
          expect(at).toBeGreaterThan(last);
          last = at;
        }
      }),
    );
  });

  test('keeps all but the changed words of 30,000, with a passage moved in', () => {
    const sentences = sentencesFrom(3, 2200).map((words) => words.join(' '));
    const next = sentences.map((sentence, i) =>
      i % 50 === 0 ? sentence.replace(/^\S+/u, 'Otherwise') : sentence,
    );
    next.splice(1000, 0, 'Here stands a passage that was never there before.');
    const forward = aligned(sentences.join(' '), next.join(' '));
    expect(forward.length).toBeGreaterThan(28_000);
    expect(forward.filter((at) => at < 0).length).toBeLessThanOrEqual(44);
  });

  test('keeps all but the changed words of a long text that only repeats itself', () => {
    const verse = sentencesFrom(4, 60).map((words) => words.join(' '));
    const old = Array.from({ length: 20 }, () => verse).flat();
    const next = old.with(333, old[333]?.replace(/^\S+/u, 'Otherwise') ?? '');
    expect(aligned(old.join(' '), next.join(' ')).filter((at) => at < 0)).toHaveLength(1);
  });
});
