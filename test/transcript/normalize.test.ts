import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/transcript/normalize.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';
import { cue, sentencesFrom, textOf, transcriptOf } from './build.ts';

describe('normalize', () => {
  test('is deterministic and leaves the transcript alone', () => {
    const transcript = transcriptOf([cue(0, 2, 'One two. Three', 'Ada'), cue(2, 4, 'four.')], 'cue');
    const before = structuredClone(transcript);
    expect(normalize(transcript, { language: 'en' })).toEqual(normalize(transcript, { language: 'en' }));
    expect(transcript).toEqual(before);
  });

  test('gives the end of the last words where no duration is known', () => {
    expect(textOf([cue(0, 2, 'one'), cue(2, 4.5, 'two')], 'cue').durationMs).toBe(4500);
    expect(textOf([cue(0, 2, 'one')], 'cue', { durationMs: 60_000 }).durationMs).toBe(60_000);
    expect(textOf(['one']).durationMs).toBeNull();
  });

  test('says which labels of the mapping the transcript does not have', () => {
    const { warnings } = normalize(transcriptOf([cue(0, 2, 'one', 'Ada')], 'cue'), {
      language: 'en',
      speakers: { Ada: 'ada', Bo: 'bo' },
    });
    expect(warnings.map(({ code, message }) => [code, message.includes('"Bo"')])).toEqual([
      ['speaker-not-found', true],
    ]);
  });

  test('of nothing is nothing', () => {
    expect(textOf([])).toEqual({
      segments: [],
      words: [],
      sentences: [],
      turns: [],
      timing: 'none',
      durationMs: null,
    });
  });

  test('finds the sentences of 30,000 words as they were put in', () => {
    const sentences = sentencesFrom(2, 2300);
    const text = textOf([sentences.flat().join(' ')]);
    expect(text.words.length).toBeGreaterThan(30_000);
    expect(text.sentences.map(({ wordFrom, wordTo }) => wordTo - wordFrom)).toEqual(
      sentences.map((s) => s.length),
    );
  });

  for (const file of [
    '000_69005a5553fd1534.txt',
    '003_302e20e27c256d29.txt',
    'podcasts/buzzcast.json',
    'podcasts/podnews_weekly_review_2024-01-19.vtt',
  ]) {
    const path = `../shared/transcripts/${file}`;
    test.skipIf(!existsSync(path))(`loses no word of ${path} (left out where the file is missing)`, () => {
      const transcript = parseTranscript(readFileSync(path), { fileName: file });
      const { text } = normalize(transcript, { language: 'en' });
      expect(text.words.map((word) => word.text).join(' ')).toBe(
        transcript.segments.map((segment) => segment.body.trim().split(/\s+/u).join(' ')).join(' '),
      );
    });
  }
});
