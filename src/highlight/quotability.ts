import type { Scores } from './model.ts';
import type { Marks } from './marks.ts';
import type { Reading } from './reading.ts';

/** Lengths in spoken words: what is shorter or longer is no quote. */
export const SHORTEST = 8;
export const LONGEST = 40;
/** Between these it reads best. */
const GOOD_FROM = 14;
const GOOD_TO = 30;
/** Most sentences of one quote. */
const MOST_SENTENCES = 3;

/** A sentence or a run of them that could be a quote. Indices are of sentences, half-open. */
export interface Candidate {
  from: number;
  to: number;
  length: number;
}

/** Everything of one voice that has the length of a quote: single sentences and runs of up to three. */
export function candidatesOf(readings: readonly Reading[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (let from = 0; from < readings.length; from++) {
    const voice = readings[from]?.voice;
    let length = 0;
    for (let to = from + 1; to <= Math.min(from + MOST_SENTENCES, readings.length); to++) {
      const reading = readings[to - 1];
      if (reading === undefined || reading.voice !== voice) break;
      length += reading.length;
      if (length > LONGEST) break;
      if (length >= SHORTEST) candidates.push({ from, to, length });
    }
  }
  return candidates;
}

type Features = Omit<Scores, 'total'>;

/** What the features add up to; the weights say what a full point of each is worth. */
export function total(features: Features): number {
  return (
    1.2 * features.length +
    1.3 * features.standsAlone +
    0.6 * features.contrast +
    0.5 * features.numbers +
    0.4 * features.person +
    0.5 * features.strong +
    0.7 * features.stance +
    1.6 * features.topic +
    1.5 * features.noise +
    2.5 * features.note +
    1.0 * features.marked
  );
}

function lengthScore(length: number): number {
  if (length < GOOD_FROM) return 0.4 + (0.6 * (length - SHORTEST)) / (GOOD_FROM - SHORTEST);
  if (length <= GOOD_TO) return 1;
  return 1 - (0.5 * (length - GOOD_TO)) / (LONGEST - GOOD_TO);
}

/** What a candidate shows by its own words. `topic` holds the topicality of every sentence. */
export function quotability(
  { from, to, length }: Candidate,
  readings: readonly Reading[],
  marks: readonly Marks[],
  topic: Float64Array,
): Features {
  const own = marks.slice(from, to);
  const strongest = (feature: keyof Marks): number => Math.max(...own.map((mark) => mark[feature]));
  // A sentence more must earn its place.
  const extra = 0.12 * (to - from - 1);
  const unanswered = readings[to - 1]?.isQuestion === true ? 0.5 : 0;
  let about = 0;
  for (let i = from; i < to; i++) about += ((topic[i] ?? 0) * (readings[i]?.length ?? 0)) / length;
  return {
    length: lengthScore(length),
    standsAlone: own[0]?.standsAlone ?? 0,
    contrast: strongest('contrast'),
    numbers: strongest('numbers'),
    person: strongest('person'),
    strong: strongest('strong'),
    stance: strongest('stance'),
    topic: about,
    noise: 0 - own.reduce((sum, mark) => sum + mark.noise, 0) - extra - unanswered,
    note: 0,
    marked: 0,
  };
}
