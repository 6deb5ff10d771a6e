import type { Scores } from './model.ts';
import type { Marks } from './marks.ts';
import type { Reading } from './reading.ts';

/** Lengths in spoken words: what is shorter or longer is no quote. */
const SHORTEST = 8;
const LONGEST = 40;
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

/** What a full point of each feature is worth. */
const WEIGHTS: Features = {
  length: 1.2,
  standsAlone: 1.8,
  substance: 0.5,
  subject: 1.5,
  contrast: 0.6,
  numbers: 0.5,
  person: 0.4,
  strong: 0.5,
  stance: 0.7,
  noise: 1.5,
  note: 3,
  marked: 1,
};
const FEATURES = Object.entries(WEIGHTS);

/** What the features add up to. */
export function total(features: Features): number {
  const values = new Map(Object.entries(features));
  return FEATURES.reduce((sum, [feature, weight]) => sum + weight * (values.get(feature) ?? 0), 0);
}

function lengthScore(length: number): number {
  if (length < GOOD_FROM) return 0.4 + (0.6 * (length - SHORTEST)) / (GOOD_FROM - SHORTEST);
  if (length <= GOOD_TO) return 1;
  return 1 - (0.5 * (length - GOOD_TO)) / (LONGEST - GOOD_TO);
}

/** What it costs to leave out what the sentence before says about this one. */
const LOST = 0.4;
/** What a sentence more costs where it goes on from the one before, and where it does not. */
const GOES_ON = 0.12;
const APART = 0.9;

/** A sentence more must earn its place, and must have to do with the one before. */
function joints(run: readonly Reading[]): number {
  return run.slice(1).reduce((sum, { leansBack, terms }, i) => {
    const before = new Set(run[i]?.terms);
    return sum + (leansBack || terms.some((term) => before.has(term)) ? GOES_ON : APART);
  }, 0);
}

/** So many different words that carry a subject say enough. */
const ENOUGH = 9;

function substance(run: readonly Reading[]): number {
  return Math.min(new Set(run.flatMap(({ terms }) => terms)).size / ENOUGH, 1);
}

/** What a candidate shows by its own words. */
export function quotability(
  { from, to, length }: Candidate,
  readings: readonly Reading[],
  marks: readonly Marks[],
): Features {
  const own = marks.slice(from, to);
  const strongest = (feature: keyof Marks): number => Math.max(...own.map((mark) => mark[feature]));
  const extra = joints(readings.slice(from, to));
  const lost = LOST * (own[0]?.lostBefore ?? 0);
  const unanswered = readings[to - 1]?.isQuestion === true ? 0.5 : 0;
  return {
    length: lengthScore(length),
    standsAlone: own[0]?.standsAlone ?? 0,
    substance: substance(readings.slice(from, to)),
    subject: 0,
    contrast: strongest('contrast'),
    numbers: strongest('numbers'),
    person: strongest('person'),
    strong: strongest('strong'),
    stance: strongest('stance'),
    noise: 0 - own.reduce((sum, mark) => sum + mark.noise, 0) - extra - lost - unanswered,
    note: 0,
    marked: 0,
  };
}
