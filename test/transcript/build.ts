import { normalize, type NormalizeOptions } from '../../src/transcript/normalize.ts';
import type { EpisodeText, Segment, SegmentTiming, Transcript } from '../../src/transcript/model.ts';

/** A segment as a test writes it: a body, or a body with what else matters. */
export type Line = string | (Partial<Segment> & { body: string });

/** A parsed transcript of the lines given. */
export function transcriptOf(lines: readonly Line[], timing: SegmentTiming = 'none'): Transcript {
  return {
    format: 'vtt',
    timing,
    language: null,
    title: null,
    segments: lines.map((line, index) => ({
      startMs: null,
      endMs: null,
      ...(typeof line === 'string' ? { body: line } : line),
      index,
    })),
    notes: [],
    warnings: [],
  };
}

/** The text of the lines given, made ready for quoting. */
export function textOf(
  lines: readonly Line[],
  timing: SegmentTiming = 'none',
  options: Partial<NormalizeOptions> = {},
): EpisodeText {
  return normalize(transcriptOf(lines, timing), { language: 'en', ...options }).text;
}

/** A cue: seconds and words. */
export function cue(startS: number, endS: number, body: string, speakerLabel?: string): Line {
  return {
    startMs: startS * 1000,
    endMs: endS * 1000,
    body,
    ...(speakerLabel === undefined ? {} : { speakerLabel }),
  };
}

/** A stream of numbers from 0 to 1 that is the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const STEMS = (
  'river stone garden window letter morning kettle harbour basket ladder candle meadow orchard button saddle copper ' +
  'lantern pebble thimble willow carries mends paints follows gathers measures borrows remembers listens wanders quiet ' +
  'narrow bright hollow gentle sudden patient crooked along beneath beside toward until because while after slowly again'
).split(' ');

/** Sentences of 7 to 20 words made from a small vocabulary: about as repetitive as talk is. */
export function sentencesFrom(seed: number, count: number): string[][] {
  const random = seeded(seed);
  const pick = (): string => STEMS[Math.floor(random() * STEMS.length)] ?? '';
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 7 + Math.floor(random() * 14) }, pick);
    const at = 2 + Math.floor(random() * (words.length - 3));
    return words.map((word, i) => {
      const opened = i === 0 ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
      if (i === words.length - 1) return `${opened}.`;
      return i === at ? `${opened},` : opened;
    });
  });
}
