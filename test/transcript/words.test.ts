import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinWords, splitWords, wordsOf } from '../../src/transcript/words.ts';

const bare = (text: string): string => text.replace(/\s/gu, '');
const texts = (body: string): string[] => splitWords(body).map((word) => word.text);

describe('splitWords', () => {
  test('divides at any white space', () => {
    expect(texts(' one\ttwo\n three\u00a0four  five ')).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  test('keeps a number grouped by no-break spaces whole', () => {
    expect(texts('10\u202f000 people')).toEqual(['10\u202f000', 'people']);
  });

  test('takes Japanese apart into characters and leaves Latin and numbers in it whole', () => {
    expect(texts('AIは2024年だ。')).toEqual(['AI', 'は', '2024', '年', 'だ', '。']);
  });

  test('takes Thai apart into grapheme clusters', () => {
    expect(texts('ที่นี่')).toEqual(['ที่', 'นี่']);
  });

  test('looks through a word of a million marks once', () => {
    const [first, second] = texts(`a${'\u0301'.repeat(1_000_000)}b\nc`);
    expect([first?.length, second]).toEqual([1_000_002, 'c']);
  });

  test('leaves Korean, which has spaces, in words', () => {
    expect(texts('안녕하세요 여러분')).toEqual(['안녕하세요', '여러분']);
  });

  test('sets no space where a line of Japanese is broken', () => {
    expect(joinWords(splitWords('これは\nテスト'))).toBe('これはテスト');
  });

  test('loses no character but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        expect(bare(texts(body).join(''))).toBe(bare(body));
      }),
    );
  });

  test('gives the same words again for words put together', () => {
    const mixed = fc.array(fc.constantFrom('word', ' ', 'は', '漢', '12', '.', '\n', 'ไ', 'ม่', '—'));
    fc.assert(
      fc.property(mixed, (parts) => {
        const once = splitWords(parts.join('').replace(/\s+/gu, ' '));
        expect(splitWords(joinWords(once))).toEqual(once);
      }),
    );
  });
});

describe('wordsOf', () => {
  test('joins Japanese segments without a space and English ones with one', () => {
    const segments = ['これは', 'テスト', 'and', 'more'].map((body, index) => ({
      index,
      startMs: null,
      endMs: null,
      body,
    }));
    expect(joinWords(wordsOf(segments))).toBe('これはテスト and more');
  });
});
