import type { Reading } from './reading.ts';

/** How well the words at `from` to `to` (sentences, half-open), of which `terms` carry the subject, name it: 0 to 1. */
export type Subject = (from: number, to: number, terms: ReadonlySet<string>) => number;

/** So many sentences on either side are what the talk is about. */
const REACH = 5;
/** A term that comes again so often there counts no more. */
const MOST = 3;
/** What the terms of a sentence that names its subject well add up to, in nats of rarity. */
const ENOUGH = 40;

/**
 * Finds how well a quote names what the talk around it is about: by its terms that come again in the sentences beside
 * it, each by how rare it is in the episode. (A term's part in one centroid of the whole episode finds no more than chance.)
 */
export function subjectOf(readings: readonly Reading[]): Subject {
  const places = new Map<string, number[]>();
  for (const [at, { terms }] of readings.entries()) {
    for (const term of terms) {
      const known = places.get(term);
      if (known === undefined) places.set(term, [at]);
      else known.push(at);
    }
  }
  const rarity = new Map<string, number>();
  for (const [term, all] of places) rarity.set(term, Math.log(readings.length / new Set(all).size));
  return (from, to, terms) => {
    let sum = 0;
    for (const term of terms) {
      const all = places.get(term) ?? [];
      const beside = within(all, from - REACH, from) + within(all, to, to + REACH);
      sum += (rarity.get(term) ?? 0) * Math.log2(1 + Math.min(beside, MOST));
    }
    return Math.min(sum / ENOUGH, 1);
  };
}

/** How many of `places`, which rise, lie from `from` on and before `to`. */
function within(places: readonly number[], from: number, to: number): number {
  return firstFrom(places, to) - firstFrom(places, from);
}

function firstFrom(places: readonly number[], from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
