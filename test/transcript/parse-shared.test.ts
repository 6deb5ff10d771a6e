/** Real transcripts, other people's words: read where they exist, never part of the project. */

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Transcript } from '../../src/transcript/model.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';

const FOLDER = new URL('../../../shared/transcripts/', import.meta.url);
const path = (name: string) => new URL(name, FOLDER);
const parse = (name: string): Transcript => parseTranscript(readFileSync(path(name)), { fileName: name });
const countWords = (transcript: Transcript): number =>
  transcript.segments.reduce((sum, segment) => sum + segment.body.split(/\s+/).length, 0);
const speakers = (transcript: Transcript) =>
  new Set(transcript.segments.map((segment) => segment.speakerLabel ?? null));

const real = (name: string, check: (transcript: Transcript) => void): void => {
  const isThere = existsSync(path(name));
  test.skipIf(!isThere)(isThere ? name : `${name} (left out: the file is not on this machine)`, () =>
    check(parse(name)),
  );
};

describe('real transcripts', () => {
  real('000_69005a5553fd1534.txt', (transcript) => {
    expect(transcript).toMatchObject({ format: 'bucket-text', timing: 'bucket' });
    expect(transcript.segments).toHaveLength(150);
    expect(transcript.segments[0]).toMatchObject({ startMs: 30_000, endMs: 60_000, sourceLine: 44 });
    expect(transcript.segments.at(-1)).toMatchObject({ startMs: 4_500_000, endMs: 4_530_000 });
    expect(countWords(transcript)).toBe(11_052);
    expect([transcript.notes.length, speakers(transcript)]).toEqual([17, new Set([null])]);
    expect(transcript.warnings.map((warning) => warning.code)).toEqual(['page-furniture', 'empty-bucket']);
  });

  real('003_302e20e27c256d29.txt', (transcript) => {
    const source = readFileSync(path('003_302e20e27c256d29.txt'), 'utf8').split('\n');
    const lines = source.filter((line) => line.trim() !== '' && !line.startsWith('# '));
    expect(lines.length - transcript.segments.length).toBe(200);
    expect(transcript.warnings.map((warning) => warning.code)).toEqual([
      'heading',
      ...Array.from({ length: 10 }, () => 'overlap-removed'),
    ]);
    expect(transcript.segments.filter((segment) => segment.turnMark)).toHaveLength(13);
    expect(transcript.segments.filter((segment) => segment.body.includes('****'))).toHaveLength(1);
    expect([transcript.timing, speakers(transcript)]).toEqual(['none', new Set([null])]);
    // Every line is some line of the source, in the source's order.
    const order = transcript.segments.map((segment) => segment.sourceLine ?? 0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const segment of transcript.segments)
      expect(source[(segment.sourceLine ?? 0) - 1]?.trim().replace(/^- /, '')).toBe(segment.body);
  });

  real('podcasting-2.0/example.vtt', (transcript) => {
    expect([transcript.segments.length, speakers(transcript), transcript.warnings]).toEqual([
      7,
      new Set(['Sarah', 'Gillian']),
      [],
    ]);
  });

  real('podcasting-2.0/example.srt', (transcript) => {
    expect([transcript.segments.length, countWords(transcript), transcript.warnings]).toEqual([
      222,
      2492,
      [],
    ]);
    expect(speakers(transcript)).toEqual(new Set(['Travis', 'Sarah', 'Gilon']));
  });

  real('podcasting-2.0/example.html', (transcript) => {
    expect([transcript.segments.length, countWords(transcript), transcript.warnings]).toEqual([10, 2492, []]);
  });

  real('podcasting-2.0/example.json', (transcript) => {
    expect([transcript.timing, transcript.segments.length, countWords(transcript)]).toEqual(['word', 2, 5]);
    expect(speakers(transcript)).toEqual(new Set(['Darth Vader', 'Luke']));
  });

  real('podcasts/podnews_weekly_review_2024-01-19.vtt', (transcript) => {
    expect(transcript.segments).toHaveLength(189);
    expect(transcript.segments.at(-1)).toMatchObject({
      startMs: 850_720,
      endMs: 855_040,
      speakerLabel: 'SPEAKER_3',
    });
    expect(transcript.warnings.map((warning) => warning.code)).toEqual(['loose-times']);
  });

  const cast = new Set(['Alban', 'Kevin', 'Travis', 'Tom', 'Dave']);

  real('podcasts/buzzcast.srt', (transcript) => {
    expect([
      transcript.segments.length,
      countWords(transcript),
      speakers(transcript),
      transcript.warnings,
    ]).toEqual([488, 5287, cast, []]);
  });

  real('podcasts/buzzcast.json', (transcript) => {
    expect([transcript.segments.length, countWords(transcript), speakers(transcript)]).toEqual([
      959,
      5287,
      cast,
    ]);
    expect(transcript.warnings.map((warning) => warning.code)).toEqual(['times-shared']);
  });

  real('podcasts/buzzcast.html', (transcript) => {
    expect([transcript.segments.length, speakers(transcript), transcript.warnings]).toEqual([34, cast, []]);
  });
});
