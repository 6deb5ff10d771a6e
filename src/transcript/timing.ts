import { timeBuckets } from './buckets.ts';
import { cuesOf, lengthOf, spread, type Cue } from './cues.ts';
import type { EpisodeText, Segment, SegmentTiming, Timing, Warning, Word } from './model.ts';
import { fillGaps, timeFromWords } from './timed-words.ts';

/** Slowest speech worth believing, per letter: what lasts longer ends in silence. */
const SLOWEST_MS = 160;
/** Share of the distance to the nearer end of its cue by which an interpolated word is likely off at most. */
const CUE_ERROR = 0.4;
const LEAST_ERROR_MS = 200;

/** Gives the words of a cue their share of its time. Only the first word's start is the source's own. */
function timeCue(words: readonly Word[], cue: Cue, next: Cue | undefined, durationMs: number | null): void {
  // Where cues overlap, the words of the first would run past the second's and times would go backwards.
  const limit = next !== undefined && next.startMs > cue.startMs ? next.startMs : (durationMs ?? Infinity);
  const slowest = cue.startMs + lengthOf(words, cue.from, cue.to) * SLOWEST_MS;
  const endMs = Math.max(cue.startMs, Math.min(cue.endMs ?? slowest, limit));
  spread(words, cue.from, cue.to, cue.startMs, endMs, (atMs, i) =>
    i === cue.from ? 0 : Math.max(LEAST_ERROR_MS, CUE_ERROR * Math.min(atMs - cue.startMs, endMs - atMs)),
  );
}

/**
 * Writes times into `words`: the source's own where it times words, else interpolated by spoken length within their cue
 * or bucket, with the likely error of each. Times rise wherever the source's do.
 */
export function timeWords(
  segments: readonly Segment[],
  words: readonly Word[],
  timing: SegmentTiming,
  durationMs: number | null,
): Warning[] {
  if (timing === 'none') return [];
  const cues = cuesOf(segments, words);
  const warnings = timing === 'bucket' ? timeBuckets(words, cues) : [];
  if (timing !== 'bucket') {
    for (const [i, cue] of cues.entries()) timeCue(words, cue, cues[i + 1], durationMs);
  }
  if (timing === 'word') timeFromWords(segments, words);
  fillGaps(words);
  return warnings;
}

/** What is known of the start of word `at`: exact where the source times the word or it opens a cue. */
export function timingOf(text: Pick<EpisodeText, 'words' | 'timing'>, at: number): Timing {
  const word = text.words[at];
  if (word === undefined || word.startMs === null || text.timing === 'none')
    return { kind: 'none', errorMs: null };
  return { kind: text.timing, errorMs: word.errorMs ?? null };
}
