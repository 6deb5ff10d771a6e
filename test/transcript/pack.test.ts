import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EpisodeText } from '../../src/transcript/model.ts';
import { packText, unpackText } from '../../src/transcript/pack.ts';
import { confirmSpeakers } from '../../src/transcript/speakers.ts';
import { cue, sentencesFrom, textOf } from './build.ts';

const millis = fc.option(fc.nat(20_000_000));
const speaker = fc.record({
  label: fc.option(fc.string()),
  participantId: fc.option(fc.string()),
  source: fc.constantFrom('label' as const, 'mapped' as const, 'none' as const),
});

/** Any text whose segments are numbered in order, more wildly timed than a source would be. */
const anyText: fc.Arbitrary<EpisodeText> = fc.record({
  segments: fc
    .array(
      fc.record(
        {
          startMs: millis,
          endMs: millis,
          body: fc.string(),
          speakerLabel: fc.string(),
          turnMark: fc.constant(true),
        },
        { requiredKeys: ['startMs', 'endMs', 'body'] },
      ),
    )
    .map((segments) => segments.map((segment, index) => ({ ...segment, index }))),
  words: fc.array(
    fc.record(
      {
        text: fc.string(),
        glued: fc.boolean(),
        segment: fc.nat(9),
        startMs: millis,
        endMs: millis,
        errorMs: fc.nat(20_000),
      },
      { requiredKeys: ['text', 'glued', 'segment', 'startMs', 'endMs'] },
    ),
  ),
  sentences: fc
    .array(
      fc.record({
        wordFrom: fc.nat(99),
        wordTo: fc.nat(99),
        flags: fc.subarray(['short' as const, 'echo' as const]),
      }),
    )
    .map((sentences) => sentences.map((sentence, index) => ({ ...sentence, index }))),
  turns: fc.array(
    fc
      .tuple(fc.nat(99), fc.nat(99), speaker)
      .map(([wordFrom, wordTo, who]) => ({ wordFrom, wordTo, ...who })),
  ),
  timing: fc.constantFrom('word' as const, 'cue' as const, 'bucket' as const, 'none' as const),
  durationMs: millis,
});

describe('packText', () => {
  test('unpacks to what was packed, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unpackText(packText(text))).toEqual(text);
      }),
    );
  });

  test('gives the same bytes for the same text', () => {
    const text = textOf([cue(0, 3, 'one two three.', 'Ada'), cue(3, 5, 'four')], 'cue');
    expect(packText(structuredClone(text))).toEqual(packText(text));
  });

  test('keeps confirmed speakers', () => {
    const text = confirmSpeakers(textOf(['one two three']), [{ wordFrom: 0, wordTo: 2 }], 'ada');
    expect(unpackText(packText(text))).toEqual(text);
  });

  test('takes less than 32 bytes a word for a timed transcript', () => {
    const lines = sentencesFrom(1, 400).map((words, i) => cue(i * 5, i * 5 + 5, words.join(' ')));
    const text = textOf(lines, 'cue');
    expect(packText(text).length / text.words.length).toBeLessThan(32);
  });

  test('refuses bytes of another version', () => {
    const bytes = new TextEncoder().encode('{"v":999}');
    expect(() => unpackText(bytes)).toThrow('version 1');
  });
});
