import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../src/clip/script.ts';
import { PullquoteError } from '../../src/errors.ts';
import type { EpisodeText } from '../../src/transcript/model.ts';
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

const EN = { spoken: 'en', fillers: 'keep' } as const;

test('a clip begins 250 ms before its first word and ends 500 ms after its last, where silence is long', () => {
  const text = textOf([cue(0, 2, 'Before it.'), cue(5, 8, 'This is it.'), cue(12, 14, 'After it.')], 'cue');
  expect(scriptOf(text, [{ wordFrom: 2, wordTo: 5 }], EN).cuts).toEqual([{ startMs: 4750, endMs: 8500 }]);
});

test('a clip takes at most half of the silence to its neighbours', () => {
  const text = textOf([cue(0, 4.8, 'Before it.'), cue(5, 8, 'This is it.'), cue(8.4, 9, 'After it.')], 'cue');
  expect(scriptOf(text, [{ wordFrom: 2, wordTo: 5 }], EN).cuts).toEqual([{ startMs: 4900, endMs: 8200 }]);
});

test('words with times of their own are timed from the clip’s start', () => {
  const text = textOf([timed(['One', 1, 1.4], ['two.', 1.5, 2])], 'word');
  const { timed: kind, words } = scriptOf(text, [{ wordFrom: 0, wordTo: 2 }], EN);
  expect(kind).toBe('words');
  expect(words.map(({ startMs, ends }) => [startMs, ends])).toEqual([
    [250, null],
    [750, 'sentence'],
  ]);
});

test('passages are heard one after the other, and what is left out is marked', () => {
  const text = textOf(
    [timed(['One', 1, 1.4], ['two', 2, 2.4], ['three.', 3, 3.4]), timed(['Four', 8, 8.4], ['five.', 9, 9.4])],
    'word',
  );
  const spans = [
    { wordFrom: 1, wordTo: 3 },
    { wordFrom: 3, wordTo: 4 },
  ];
  const { cuts, words } = scriptOf(text, spans, EN);
  // Half the silence of 0.6 s before, 0.5 s after; then 0.25 s before, and half of 0.6 s after.
  expect(cuts).toEqual([
    { startMs: 1750, endMs: 3900 },
    { startMs: 7750, endMs: 8700 },
  ]);
  expect(words.map(({ text: said, startMs, ends }) => [said, startMs, ends])).toEqual([
    ['[…]', 250, null],
    ['two', 250, null],
    ['three.', 1250, 'clause'],
    ['[…]', 2150, 'sentence'],
    ['Four', 2400, null],
    ['[…]', 3100, 'sentence'],
  ]);
});

test('interpolated words are spoken of by sentence only', () => {
  const text = textOf([cue(1, 3, 'These have one time.')], 'cue');
  expect(scriptOf(text, [{ wordFrom: 0, wordTo: 4 }], EN).timed).toBe('sentences');
});

test.each([
  ['without times', textOf(['No time at all.']), [{ wordFrom: 0, wordTo: 4 }], 'not-acceptable'],
  [
    'of more than 90 s',
    textOf([cue(0, 91, 'Very slowly.')], 'cue'),
    [{ wordFrom: 0, wordTo: 2 }],
    'does-not-fit',
  ],
])('there is no clip %s', (_, text, spans, code) => {
  const make = (): unknown => scriptOf(text, spans, EN);
  expect(make).toThrow(PullquoteError);
  expect(make).toThrow(expect.objectContaining({ code }));
});

/** A clip of all of a text, without sounds of hesitation. */
const shown = (text: EpisodeText, spoken: string) =>
  scriptOf(text, [{ wordFrom: 0, wordTo: text.words.length }], { spoken, fillers: 'hide' });

describe('sounds of hesitation', () => {
  const said = textOf(
    [timed(['Well,', 1, 1.2], ['um,', 1.3, 1.5], ['Um', 1.6, 1.7], ['yes.', 1.8, 2])],
    'word',
  );
  test('are hidden where asked for, and the words keep their times', () => {
    expect(shown(said, 'en').words.map(({ text, startMs }) => [text, startMs])).toEqual([
      ['Well,', 250],
      ['yes.', 1050],
    ]);
  });

  test('are what hesitates in the language: um is a word of Portuguese', () => {
    expect(shown(said, 'pt').words.map(({ text }) => text)).toEqual(['Well,', 'um,', 'Um', 'yes.']);
  });

  test('that end a sentence leave its end to the word before', () => {
    const text = textOf(
      [timed(['I', 1, 1.2], ['know', 1.3, 1.5], ['uh.', 1.6, 1.7], ['Yes.', 1.8, 2])],
      'word',
    );
    expect(shown(text, 'en').words.map(({ ends }) => ends)).toEqual([null, 'sentence', 'sentence']);
  });

  test('stay where nothing else is said', () => {
    const text = textOf([timed(['Um.', 1, 1.2])], 'word');
    expect(shown(text, 'en').words.map(({ text: word }) => word)).toEqual(['Um.']);
  });
});
