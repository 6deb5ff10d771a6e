import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOf, wordAt } from '../../src/studio/listen/follow.ts';

/** Times that never go back, some of them unknown. */
const times = fc.array(fc.tuple(fc.nat(500), fc.boolean()), { minLength: 1, maxLength: 40 }).map((steps) => {
  let at = 0;
  return steps.map(([step, isKnown]) => {
    at += step;
    return isKnown ? at : null;
  });
});

const scriptOf = (startsMs: (number | null)[]) => ({
  source: {
    episodeId: 'e',
    revisionId: 'r',
    language: 'en',
    timing: 'word' as const,
    durationMs: null,
    words: startsMs.map(() => 'word'),
    glued: [],
    startsMs,
    sentences: [],
    turns: [],
    chapters: [],
    audio: null,
    peaks: null,
  },
});

describe('the word that is heard', () => {
  test('is the last one with a time that has begun', () => {
    fc.assert(
      fc.property(times, fc.nat(25_000), (startsMs, ms) => {
        const expected = startsMs.findLastIndex((startMs) => startMs !== null && startMs <= ms);
        expect(wordAt(scriptOf(startsMs), ms)).toBe(expected);
      }),
    );
  });

  test('of words of which none has a time there is none', () => {
    expect(wordAt(scriptOf([]), 1000)).toBe(-1);
    expect(wordAt(scriptOf([null, null]), 1000)).toBe(-1);
  });

  test('a word without a time begins with the next that has one', () => {
    expect(startOf(scriptOf([0, null, 300]), 1)).toBe(300);
    expect(startOf(scriptOf([0, null]), 1)).toBeNull();
  });
});
