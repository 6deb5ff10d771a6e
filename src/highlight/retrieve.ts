import { bm25, type Bm25 } from './bm25.ts';
import type { Lexicon } from './lexicon/model.ts';
import type { Note } from './notes.ts';
import type { Reading } from './reading.ts';
import { termsOf } from './terms.ts';

/** So many sentences on either side of one make its passage. */
const REACH = 3;
/** A timed note is looked for from this long before its time, as far as the next timed note or this long after. */
const EARLY_MS = 30_000;
const LATE_MS = 600_000;
/** Less of a note's weight than this found in a passage is no answer. */
const LEAST = 0.2;

/** Where a note is talked about. */
export interface Passage {
  note: Note;
  /** Half-open range of sentences. */
  from: number;
  to: number;
  /** How much of the note, weighed by rarity, the passage holds: 0 to 1. */
  coverage: number;
  /** The weight of each of the note's terms that stand in the passage. */
  weights: ReadonlyMap<string, number>;
}

/** Finds the passage of each note. */
export interface Finder {
  /** `until` is the time of the next timed note, if there is one. `null` where nothing answers the note. */
  find(note: Note, until: number | null): Passage | null;
}

/** Indexes the passages of an episode: every sentence with three on either side. `starts` holds each sentence's time. */
export function finder(
  readings: readonly Reading[],
  starts: readonly (number | null)[],
  lexicon: Lexicon,
): Finder {
  const windows = readings.map((_, i) => {
    const near = readings.slice(Math.max(i - REACH, 0), i + REACH + 1);
    return near.flatMap(({ terms }) => terms);
  });
  const index = bm25(windows);
  const unseen = Math.log(1 + readings.length);
  return {
    find(note, until) {
      const query = [...new Set(termsOf(note.text, lexicon))];
      const scores = index.scores(query);
      const best = highest(scores, allowed(note, until, starts));
      if (best < 0) return null;
      const weights = weigh(query, windows[best] ?? [], index);
      let found = 0;
      for (const weight of weights.values()) found += weight;
      let asked = 0;
      for (const term of query) asked += index.rarity(term) || unseen;
      const coverage = asked === 0 ? 0 : found / asked;
      const enough = coverage >= LEAST && (weights.size > 1 || query.length <= 2);
      // A note with a time has its place, whatever its words are.
      if (!enough && note.startMs === null) return null;
      return {
        note,
        from: Math.max(best - REACH, 0),
        to: Math.min(best + REACH + 1, readings.length),
        coverage,
        weights,
      };
    },
  };
}

/** Where a note may lie: anywhere, or around its time. */
function allowed(
  note: Note,
  until: number | null,
  starts: readonly (number | null)[],
): (at: number) => boolean {
  const { startMs } = note;
  if (startMs === null) return () => true;
  const to = Math.min(until ?? Infinity, startMs + LATE_MS);
  return (at) => {
    const start = starts[at] ?? null;
    return start !== null && start >= startMs - EARLY_MS && start < to;
  };
}

function highest(scores: Float64Array, isAllowed: (at: number) => boolean): number {
  let best = -1;
  for (const [at, score] of scores.entries()) {
    if (!isAllowed(at)) continue;
    if (best < 0 || score > (scores[best] ?? 0)) best = at;
  }
  return best;
}

function weigh(query: readonly string[], window: readonly string[], index: Bm25): Map<string, number> {
  const held = new Set(window);
  return new Map(query.filter((term) => held.has(term)).map((term) => [term, index.rarity(term)]));
}

/** How much of what the passage holds of its note stands in `terms`: 0 to 1. */
export function answers(passage: Passage, terms: ReadonlySet<string>): number {
  let all = 0;
  let here = 0;
  for (const [term, weight] of passage.weights) {
    all += weight;
    if (terms.has(term)) here += weight;
  }
  return all === 0 ? 0 : here / all;
}
