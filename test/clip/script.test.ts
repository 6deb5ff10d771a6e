import { expect, test } from 'vitest';
import { scriptOf } from '../../src/clip/script.ts';
import { PullquoteError } from '../../src/errors.ts';
import { cue, textOf, type Line } from '../transcript/build.ts';

/** A cue of words that each have a time: a start and an end in seconds. */
function timed(...words: [text: string, startS: number, endS: number][]): Line {
  return {
    body: words.map(([text]) => text).join(' '),
    startMs: (words[0]?.[1] ?? 0) * 1000,
    endMs: (words.at(-1)?.[2] ?? 0) * 1000,
    timedWords: words.map(([text, startS, endS]) => ({ text, startMs: startS * 1000, endMs: endS * 1000 })),
  };
}

test('a clip begins 250 ms before its first word and ends 500 ms after its last, where silence is long', () => {
  const text = textOf([cue(0, 2, 'Before it.'), cue(5, 8, 'This is it.'), cue(12, 14, 'After it.')], 'cue');
  expect(scriptOf(text, [{ wordFrom: 2, wordTo: 5 }], 'en').cut).toEqual({ startMs: 4750, endMs: 8500 });
});

test('a clip takes at most half of the silence to its neighbours', () => {
  const text = textOf([cue(0, 4.8, 'Before it.'), cue(5, 8, 'This is it.'), cue(8.4, 9, 'After it.')], 'cue');
  expect(scriptOf(text, [{ wordFrom: 2, wordTo: 5 }], 'en').cut).toEqual({ startMs: 4900, endMs: 8200 });
});

test('words with times of their own are timed from the clip’s start', () => {
  const text = textOf([timed(['One', 1, 1.4], ['two.', 1.5, 2])], 'word');
  const { timed: kind, words } = scriptOf(text, [{ wordFrom: 0, wordTo: 2 }], 'en');
  expect(kind).toBe('words');
  expect(words.map(({ startMs, ends }) => [startMs, ends])).toEqual([
    [250, null],
    [750, 'sentence'],
  ]);
});

test('interpolated words are spoken of by sentence only', () => {
  const text = textOf([cue(1, 3, 'These have one time.')], 'cue');
  expect(scriptOf(text, [{ wordFrom: 0, wordTo: 4 }], 'en').timed).toBe('sentences');
});

test.each([
  ['without times', textOf(['No time at all.']), [{ wordFrom: 0, wordTo: 4 }], 'not-acceptable'],
  [
    'of two passages',
    textOf([cue(0, 9, 'One two three four.')], 'cue'),
    [
      { wordFrom: 0, wordTo: 1 },
      { wordFrom: 2, wordTo: 4 },
    ],
    'not-acceptable',
  ],
  [
    'of more than 90 s',
    textOf([cue(0, 91, 'Very slowly.')], 'cue'),
    [{ wordFrom: 0, wordTo: 2 }],
    'range-outside',
  ],
])('there is no clip %s', (_, text, spans, code) => {
  const make = (): unknown => scriptOf(text, spans, 'en');
  expect(make).toThrow(PullquoteError);
  expect(make).toThrow(expect.objectContaining({ code }));
});
