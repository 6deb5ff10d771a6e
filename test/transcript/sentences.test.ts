import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinWords } from '../../src/transcript/words.ts';
import { textOf, type Line } from './build.ts';

function sentences(lines: readonly Line[], language = 'en'): string[] {
  const text = textOf(lines, 'none', { language });
  return text.sentences.map(({ wordFrom, wordTo }) => joinWords(text.words, wordFrom, wordTo));
}

function flags(lines: readonly Line[]): string[][] {
  return textOf(lines).sentences.map((sentence) => sentence.flags);
}

describe('sentencesOf', () => {
  test('runs sentences on over the ends of segments', () => {
    expect(sentences(['We left the', 'harbour early. It', 'was raining.'])).toEqual([
      'We left the harbour early.',
      'It was raining.',
    ]);
  });

  test('ends a sentence where the speaker changes', () => {
    const lines = [
      { body: 'And then I', speakerLabel: 'Ada' },
      { body: 'you fell asleep', speakerLabel: 'Bo' },
    ];
    expect(sentences(lines)).toEqual(['And then I', 'you fell asleep']);
  });

  test('does not end one where the same label is only carried on', () => {
    const lines = [
      { body: 'And then I', speakerLabel: 'Ada' },
      { body: 'fell asleep.', speakerLabel: 'Ada', speakerCarried: true },
    ];
    expect(sentences(lines)).toEqual(['And then I fell asleep.']);
  });

  test('ends one at a mark of a new turn that names nobody', () => {
    expect(sentences(['so you swam', { body: 'every day', turnMark: true }])).toEqual([
      'so you swam',
      'every day',
    ]);
  });

  test('does not end one after a title before a name', () => {
    expect(sentences(['I met Dr. Okafor in May.'])).toEqual(['I met Dr. Okafor in May.']);
  });

  test('keeps quoted words and their `she said` together', () => {
    expect(sentences(['“Is it far?” she said. No.'])).toEqual(['“Is it far?” she said.', 'No.']);
  });

  test('leaves emoji with the sentence they follow', () => {
    expect(sentences(['We sold it. 😂 🇮🇹 Then we left. 🙏'])).toEqual([
      'We sold it. 😂 🇮🇹',
      'Then we left. 🙏',
    ]);
  });

  test('reads a row of emoji once, however many have a colour of skin', () => {
    const hands = '👏🏽'.repeat(40);
    expect(sentences([`We won. ${hands} Then we left. ${hands}! Then home.`])).toEqual([
      `We won. ${hands}`,
      'Then we left.',
      `${hands}!`,
      'Then home.',
    ]);
  });

  test('ends Japanese sentences at their own marks', () => {
    expect(sentences(['今日は雨です。明日は晴れます！'], 'ja')).toEqual([
      '今日は雨です。',
      '明日は晴れます！',
    ]);
  });

  test('takes any language tag, even a malformed one', () => {
    expect(sentences(['One. Two.'], 'not a tag')).toEqual(['One.', 'Two.']);
  });

  test('cuts a run-on sentence at its clauses, into parts of at most 60 words', () => {
    const clause = 'and the boat went on past the low white houses of the village';
    const parts = sentences([`It began${`, ${clause}`.repeat(9)}.`]);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part).toMatch(/[,.]$/u);
    expect(Math.max(...parts.map((part) => part.split(' ').length))).toBeLessThanOrEqual(60);
  });

  test('flags short, truncated, unbalanced, repeated and run-on sentences', () => {
    expect(flags(['Yes.'])).toEqual([['short']]);
    expect(flags(['They said “we are late again. It was true. The train had left us and'])).toEqual([
      ['unbalanced-quotes'],
      ['short'],
      ['truncated'],
    ]);
    expect(flags(['It was raining all day. It was raining all day.'])).toEqual([[], ['echo']]);
    expect(flags([`${'word '.repeat(80)}end.`]).flat()).toContain('run-on');
  });

  test('does not take straight and curly marks that pair for unbalanced', () => {
    expect(flags(['They said "we are late again”.'])).toEqual([[]]);
  });

  test('puts every word into exactly one sentence, in order, whatever the words and speakers', () => {
    const line = fc.record({
      body: fc
        .array(fc.constantFrom('go', 'Stop.', 'why?', '“no', '…', 'は', '。', '12', 'Mr.', '\n'))
        .map((w) => w.join(' ')),
      speakerLabel: fc.constantFrom('A', 'B', ''),
      turnMark: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { words, sentences: all, turns } = textOf(lines);
        for (const stretches of [all, turns]) {
          let at = 0;
          for (const { wordFrom, wordTo } of stretches) {
            expect(wordFrom).toBe(at);
            expect(wordTo).toBeGreaterThan(wordFrom);
            at = wordTo;
          }
          expect(at).toBe(words.length);
        }
      }),
    );
  });
});
