import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captionsOf } from '../../src/clip/captions.ts';
import type { ClipScript, ClipWord } from '../../src/clip/model.ts';
import { subtitles } from '../../src/clip/subtitles.ts';

/** Words of a text, 300 ms each; sentences end at full stops, clauses at commas. */
function script(text: string, timed: ClipScript['timed'] = 'words'): ClipScript {
  const words = text.split(' ').map((word, i): ClipWord => ({
    text: word,
    glued: false,
    startMs: 200 + i * 300,
    endMs: 500 + i * 300,
    ends: word.endsWith('.') ? 'sentence' : word.endsWith(',') ? 'clause' : null,
  }));
  return { cuts: [{ startMs: 0, endMs: 100_000 }], words, timed };
}

const textsOf = (text: string, fits: (text: string) => boolean = () => true): string[] =>
  captionsOf(script(text), fits).map((caption) => caption.text);

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}[.,]?$/), { minLength: 1, maxLength: 40 });

describe('captions of timed words', () => {
  test('end where sentences do, and rather at a clause than within one', () => {
    expect(textsOf('One two. But people who press it, feel the wait is shorter. Yes.')).toEqual([
      'One two.',
      'But people who press it,',
      'feel the wait is shorter.',
      'Yes.',
    ]);
  });

  test('end in a long pause', () => {
    const said = script('before the pause after it');
    for (const word of said.words.slice(3)) {
      word.startMs += 900;
      word.endMs += 900;
    }
    expect(captionsOf(said, () => true).map(({ text }) => text)).toEqual(['before the pause', 'after it']);
  });

  test('hold all words in order, at most seven each, whatever fits', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 60 }), (list, width) => {
        const captions = captionsOf(script(list.join(' ')), (text) => text.length <= width);
        expect(captions.flatMap(({ text }) => text.split(' '))).toEqual(list);
        for (const caption of captions) {
          expect(caption.words.length).toBeLessThanOrEqual(7);
          expect(caption.words.length === 1 || caption.text.length <= width).toBe(true);
          for (const { from, to } of caption.words) expect(caption.text.slice(from, to)).toMatch(/^\S+$/);
        }
      }),
    );
  });

  test('never overlap, and the first is there from the start', () => {
    fc.assert(
      fc.property(words, (list) => {
        const captions = captionsOf(script(list.join(' ')), () => true);
        expect(captions[0]?.startMs).toBe(0);
        for (const [i, { startMs, endMs }] of captions.entries()) {
          expect(startMs).toBeLessThan(endMs);
          expect(endMs).toBeLessThanOrEqual(captions[i + 1]?.startMs ?? Infinity);
        }
      }),
    );
  });

  test('count a character written without spaces as a part of a word', () => {
    const said = script('あ い う え お か き く け こ さ し す せ そ た');
    for (const word of said.words.slice(1)) word.glued = true;
    expect(captionsOf(said, () => true).map(({ text }) => text)).toEqual([
      'あいうえおかきくけこさしすせそた',
    ]);
  });
});

describe('where only sentences are timed', () => {
  const said = script(
    'A sentence of a good many more words than seven, is one caption. So is this.',
    'sentences',
  );

  test('a caption is a sentence', () => {
    expect(captionsOf(said, () => true).map(({ text }) => text)).toEqual([
      'A sentence of a good many more words than seven, is one caption.',
      'So is this.',
    ]);
  });

  test('one that cannot be shown is halved, rather after a clause, where its words are thought to be said', () => {
    const captions = captionsOf(said, (text) => text.length <= 50);
    expect(captions.map(({ text, startMs }) => [text, startMs])).toEqual([
      ['A sentence of a good many more words than seven,', 0],
      ['is one caption.', 3200],
      ['So is this.', 4100],
    ]);
  });

  test('none is torn within a word where the transcript knows only letters', () => {
    const thai = script(Array.from('เขากินข้าวที่บ้านทุกวัน').join(' '), 'sentences');
    for (const word of thai.words.slice(1)) word.glued = true;
    const captions = captionsOf(thai, (text) => text.length <= 16);
    expect(captions.map(({ text }) => text)).toEqual(['เขากินข้าวที่', 'บ้านทุกวัน']);
  });

  test('all words are there in order, whatever fits', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 60 }), (list, width) => {
        const captions = captionsOf(script(list.join(' '), 'sentences'), (text) => text.length <= width);
        expect(captions.flatMap(({ text }) => text.split(' '))).toEqual(list);
        for (const { text, words: shown } of captions)
          expect(shown.length === 1 || text.length <= width).toBe(true);
      }),
    );
  });
});

test('captions as WebVTT escape what WebVTT reads as marks', () => {
  const captions = captionsOf(script('a<b & c.'), () => true);
  expect(subtitles(captions, 'vtt')).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:01.900\na&lt;b &amp; c.\n');
  expect(subtitles(captions, 'srt')).toBe('1\n00:00:00,000 --> 00:00:01,900\na<b & c.\n');
});
