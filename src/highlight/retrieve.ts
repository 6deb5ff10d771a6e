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
const OWN = 0.5;
/** So many passages at most compete for a note, those that score at least this part of the best. */
const PASSAGES = 3;
const NEARLY = 0.8;
/** Less of a note's weight than this found in a passage is no answer. */
const LEAST = 0.2;

/** Where a note is talked about. */
export interface Passage {
  /** Half-open range of sentences. */
  from: number;
  to: number;
  /** How well it fits the note beside the best passage: 0 to 1. */
  fit: number;
  /** The weight of each of the note's terms that stand in the passage. */
  weights: ReadonlyMap<string, number>;
}

/** Finds the passage of each note. */
export interface Finder {
  /** The best first. `until` is the time of the next timed note, if there is one. Empty where nothing answers the note. */
  find(note: Note, until: number | null): Passage[];
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
  const single = bm25(readings.map(({ terms }) => terms));
  const unseen = Math.log(1 + readings.length);
  return {
    find(note, until) {
      const query = [...new Set(termsOf(note.text, lexicon))];
      const near = nearness(note, until, starts);
      // The sentence itself counts once more, so that the passage centres on it.
      const own = single.scores(query);
      const scores = index.scores(query).map((score, at) => score + OWN * (own[at] ?? 0));
      const places = peaks(
        scores.map((score, at) => near(at) * score),
        (at) => near(at) > 0,
      );
      return places.flatMap((at): Passage[] => {
        const weights = weigh(query, windows[at] ?? [], index);
        let found = 0;
        for (const weight of weights.values()) found += weight;
        let asked = 0;
        for (const term of query) asked += index.rarity(term) || unseen;
        const coverage = asked === 0 ? 0 : found / asked;
        // One term alone finds too much; but a note with a time has its place, whatever its words are.
        const enough = coverage >= LEAST && weights.size >= Math.min(query.length, 2);
        if (!enough && note.startMs === null) return [];
        const [from, to] = [Math.max(at - REACH, 0), Math.min(at + REACH + 1, readings.length)];
        const top = scores[places[0] ?? at] ?? 0;
        return [{ from, to, fit: top > 0 ? (scores[at] ?? 0) / top : 1, weights }];
      });
    },
  };
}

/** How likely a note lies at each sentence by its time alone: 0 where it cannot, 1 everywhere for one without a time. */
function nearness(
  { startMs }: Note,
  until: number | null,
  starts: readonly (number | null)[],
): (at: number) => number {
  if (startMs === null) return () => 1;
  const to = Math.min(until ?? Infinity, startMs + LATE_MS);
  return (at) => {
    const start = starts[at] ?? null;
    if (start === null || start < startMs - EARLY_MS || start >= to) return 0;
    return 1 - (0.5 * Math.abs(start - startMs)) / LATE_MS;
  };
}

/** The best place and up to two others, apart from it, that are nearly as good; best first. */
function peaks(scores: Float64Array, isAllowed: (at: number) => boolean): number[] {
  const places: number[] = [];
  while (places.length < PASSAGES) {
    let best = -1;
    for (const [at, score] of scores.entries()) {
      if (!isAllowed(at) || places.some((place) => Math.abs(place - at) <= 2 * REACH)) continue;
      if (best < 0 || score > (scores[best] ?? 0)) best = at;
    }
    const least = NEARLY * (scores[places[0] ?? best] ?? 0);
    if (best < 0 || (scores[best] ?? 0) < least) break;
    places.push(best);
  }
  return places;
}

function weigh(query: readonly string[], window: readonly string[], index: Bm25): Map<string, number> {
  const held = new Set(window);
  return new Map(query.filter((term) => held.has(term)).map((term) => [term, index.rarity(term)]));
}

/** How much of what the passage holds of its note stands in `terms`, for a passage that fits best: 0 to 1. */
export function answers(passage: Passage, terms: ReadonlySet<string>): number {
  let all = 0;
  let here = 0;
  for (const [term, weight] of passage.weights) {
    all += weight;
    if (terms.has(term)) here += weight;
  }
  return all === 0 ? 0 : (passage.fit * here) / all;
}
