import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/quote/model.ts';
import { mergeSpans, quoteText } from '../../src/quote/text.ts';
import { textOf } from '../transcript/build.ts';

const quoted = (lines: string[], ...spans: [number, number][]): string =>
  quoteText(
    textOf(lines),
    spans.map(([wordFrom, wordTo]) => ({ wordFrom, wordTo })),
  );

describe('quoteText', () => {
  const line = 'We left the harbour early. It was raining.';

  test('prints whole sentences as the source writes them', () => {
    expect(quoted([`“We  left\nthe harbour” — early… It's raining.`], [0, 8])).toBe(
      "“We left the harbour” — early… It's raining.",
    );
  });

  test('marks what is left out before and after within a sentence', () => {
    expect(quoted([line], [1, 4])).toBe('[…] left the harbour […]');
    expect(quoted([line], [0, 4])).toBe('We left the harbour […]');
    expect(quoted([line], [5, 8])).toBe('It was raining.');
  });

  test('marks a gap between spans, whole sentences or not', () => {
    expect(quoted([line], [0, 2], [3, 5])).toBe('We left […] harbour early.');
    expect(quoted(['One is. Two is. Three is.'], [0, 2], [4, 6])).toBe('One is. […] Three is.');
  });

  test('marks a run-on sentence cut at a comma, since the speaker did not stop there', () => {
    const text = textOf([`It began${', and the boat went on past the low white houses'.repeat(9)}.`]);
    const [first, second] = text.sentences;
    expect(quoteText(text, first ? [first] : [])).toMatch(/^It began.*, \[…\]$/u);
    expect(quoteText(text, second ? [second] : [])).toMatch(/^\[…\] and/u);
  });

  test('sets no spaces into Japanese', () => {
    expect(quoted(['今日は雨です。明日は晴れます。'], [0, 7])).toBe('今日は雨です。');
  });

  test('does not let a line break before French marks', () => {
    expect(quoted(['Vraiment ? « Oui » !'], [0, 6])).toBe('Vraiment\u00a0? «\u00a0Oui\u00a0»\u00a0!');
  });

  test('of no words is empty', () => {
    expect(quoted([line])).toBe('');
  });
});

test('mergeSpans puts spans in order and joins those that touch', () => {
  const spans: Span[] = [
    { wordFrom: 5, wordTo: 8 },
    { wordFrom: 0, wordTo: 2 },
    { wordFrom: 2, wordTo: 4 },
    { wordFrom: 6, wordTo: 7 },
  ];
  expect(mergeSpans(spans)).toEqual([
    { wordFrom: 0, wordTo: 4 },
    { wordFrom: 5, wordTo: 8 },
  ]);
});
