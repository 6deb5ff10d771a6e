import { needsQuestion, standsAlone } from './alone.ts';
import { count, has, type Lexicon } from './lexicon/model.ts';
import type { Reading } from './reading.ts';

/** What a sentence shows by itself, whatever it is quoted with. Each from 0 to 1. */
export interface Marks {
  /** Can be understood without the sentence before. */
  standsAlone: number;
  contrast: number;
  numbers: number;
  person: number;
  strong: number;
  stance: number;
  /** Left out by a cut that begins here: a question it answers, whose view it is, what is only supposed. */
  lostBefore: number;
  /** Filler, advertising, talk about the talk, broken sentences. */
  noise: number;
}

const MANY = 2;
/** How much of a sentence is a set-up when a question to the other comes 1, 2 or 3 sentences later. */
const LEADS_UP = [0.5, 0.35, 0.2];

const degree = (found: number): number => (found === 0 ? 0 : found < MANY ? 0.7 : 1);

function noise(readings: readonly Reading[], at: number, reading: Reading, lexicon: Lexicon): number {
  const { plain, sentence } = reading;
  let sum = Math.min(0.2 * count(plain, lexicon.filler), 0.6);
  if (has(plain, lexicon.sponsor)) sum += 1.5;
  if (has(plain, lexicon.chatter)) sum += 0.8;
  if (reading.isAsking) sum += 0.8;
  // Quoted alone it would be taken for the speaker's own view.
  if (has(plain, lexicon.reporting)) sum += 0.5;
  // What is taken back at once was said to be taken back.
  const taken = readings[at + 1];
  if (!reading.isQuestion && taken !== undefined && has(taken.plain, lexicon.denial)) sum += 0.5;
  else if (!reading.isQuestion && taken !== undefined && has(taken.plain, lexicon.turning)) sum += 0.15;
  for (const [i, weight] of LEADS_UP.entries()) {
    const next = readings[at + 1 + i];
    if (next?.voice !== reading.voice) break;
    if (!next.isAsking) continue;
    sum += weight;
    break;
  }
  if (sentence.flags.includes('echo')) sum += 1;
  if (sentence.flags.includes('unbalanced-quotes')) sum += 0.6;
  if (sentence.flags.includes('truncated')) sum += 0.4;
  if (sentence.flags.includes('run-on')) sum += 0.4;
  sum += 0.6 * Math.min(breaksOf(reading, lexicon), 3);
  return sum;
}

/** What a cut that begins at `at` leaves out of the sentence before, as `contextWarnings` would say. */
function lostBefore(readings: readonly Reading[], at: number, { plain }: Reading, lexicon: Lexicon): number {
  const before = readings[at - 1];
  if (before === undefined) return 0;
  if (has(before.plain, lexicon.reporting) || has(before.plain, lexicon.supposing)) return 1;
  return before.isQuestion && needsQuestion(plain, before.terms, lexicon) ? 1 : 0;
}

/** A word or two said again at once, a comma between or none: `we, we`, `on the on the`. */
const STUTTER =
  /(?<![\p{L}\p{N}'])((?!very |really |that |had |far |long |more )[\p{L}']+(?: [\p{L}']+){0,2})(?:,|,? -+|…)? \1(?![\p{L}\p{N}'])/gu;
/** The speaker stops in the middle: points in a sentence; a dash, a comma or nothing at its end. */
const STOPS = /(?:…|\.\.\.)|[\p{L}\p{N},–—-]["”’)\]]*$/gu;
/** A capital word after a small one and before another: where a machine joined two sentences. */
const JOINED = /(?<=\p{Ll} )\p{Lu}\p{Ll}+(?= \p{Ll})/gu;

/** Places where a sentence is broken: said twice, broken off, joined to another. */
function breaksOf({ text, plain }: Reading, lexicon: Lexicon): number {
  const joined = (text.match(JOINED) ?? []).map((word) => word.toLowerCase());
  return (
    count(plain, STUTTER) +
    count(plain, STOPS) +
    count(plain, lexicon.falseStart) +
    joined.filter((word) => lexicon.linking.has(word) || has(word, lexicon.turning)).length
  );
}

/** The marks of the sentence at `at`. */
export function marksOf(readings: readonly Reading[], at: number, reading: Reading, lexicon: Lexicon): Marks {
  const { plain } = reading;
  return {
    standsAlone: standsAlone(reading.text, plain, lexicon),
    // A turn against what was said before is none of its own.
    contrast: degree(count(plain.replace(lexicon.turning, ''), lexicon.contrast)),
    numbers: degree(count(plain, lexicon.number)),
    person: degree(count(plain, lexicon.person)),
    strong: degree(count(plain, lexicon.strong)),
    stance: degree(count(plain, lexicon.stance)),
    lostBefore: lostBefore(readings, at, reading, lexicon),
    noise: noise(readings, at, reading, lexicon),
  };
}
