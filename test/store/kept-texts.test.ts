import { describe, expect, test } from 'vitest';
import { keptTexts } from '../../src/store/kept-texts.ts';
import { toParts } from '../../src/store/packed.ts';
import type { EpisodeText } from '../../src/transcript/model.ts';

/** A text of so many words that all say the same. */
function textOf(word: string, count: number): EpisodeText {
  return {
    segments: [{ index: 0, startMs: null, endMs: null, body: word }],
    words: Array.from({ length: count }, () => ({
      text: word,
      segment: 0,
      startMs: null,
      endMs: null,
      glued: false,
    })),
    sentences: [{ index: 0, wordFrom: 0, wordTo: count, flags: [] }],
    turns: [],
    timing: 'none',
    durationMs: null,
  };
}

describe('texts kept unpacked', () => {
  test('the same packed words are unpacked once', async () => {
    const kept = keptTexts();
    const parts = await toParts(textOf('tide', 5));
    const first = await kept.read('r', parts);
    expect(first.words.map(({ text }) => text)).toEqual(['tide', 'tide', 'tide', 'tide', 'tide']);
    expect(await kept.read('r', [...parts])).toBe(first);
  });

  test('what was packed anew for the same revision is seen', async () => {
    const kept = keptTexts();
    await kept.read('r', await toParts(textOf('tide', 5)));
    const { words } = await kept.read('r', await toParts(textOf('lamp', 5)));
    expect(words[0]?.text).toBe('lamp');
  });

  test('past the most words the one not used for longest goes', async () => {
    const kept = keptTexts(10);
    const [a, b, c] = await Promise.all(['tide', 'lamp', 'quay'].map((word) => toParts(textOf(word, 4))));
    const read = (id: string, parts: string[] | undefined) => kept.read(id, parts ?? []);
    const [first, second] = [await read('a', a), await read('b', b)];
    expect(await read('a', a)).toBe(first);
    await read('c', c);
    expect(await read('a', a)).toBe(first);
    expect(await read('b', b)).not.toBe(second);
  });

  test('a text that is kept cannot be changed', async () => {
    const text = await keptTexts().read('r', await toParts(textOf('tide', 2)));
    expect(() => text.words.pop()).toThrow(TypeError);
  });
});
