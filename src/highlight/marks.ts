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
  /** Filler, advertising, talk about the talk, broken sentences. */
  noise: number;
}

const MANY = 2;
/** How much of a sentence is a set-up when a question to the other comes 1, 2 or 3 sentences later. */
const LEADS_UP = [0.5, 0.35, 0.2];

const degree = (found: number): number => (found === 0 ? 0 : found < MANY ? 0.7 : 1);

function standsAlone(reading: Reading, lexicon: Lexicon): number {
  const rest = reading.plain.replace(lexicon.leadIn, '').replace(/^["“”„«'([]+/u, '');
  if (rest === '') return 0;
  const opener = /^["“”„«'([]*([\p{L}\p{M}\p{N}']+)/u.exec(reading.plain)?.[1] ?? '';
  let tied = lexicon.linking.has(opener) || has(reading.plain, lexicon.turning) ? 0.25 : 0;
  if (has(reading.plain, lexicon.answer) || has(reading.plain, lexicon.following)) tied += 0.25;
  if (has(rest, lexicon.empty)) return 0.9 - tied;
  const first = /^[\p{L}\p{M}\p{N}']+/u.exec(rest)?.[0] ?? '';
  return (lexicon.pointing.has(first) ? 0.3 : 1) - tied;
}

function noise(readings: readonly Reading[], at: number, reading: Reading, lexicon: Lexicon): number {
  const { plain, sentence } = reading;
  let sum = Math.min(0.2 * count(plain, lexicon.filler), 0.6);
  if (has(plain, lexicon.sponsor)) sum += 1.5;
  if (has(plain, lexicon.chatter)) sum += 0.8;
  if (reading.isAsking) sum += 0.8;
  // What is taken back at once was said to be taken back.
  const taken = readings[at + 1];
  if (!reading.isQuestion && taken !== undefined && has(taken.plain, lexicon.denial)) sum += 0.5;
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
  if (/(?:…|\.\.\.)(?!["”’)\]]*$)/u.test(plain)) sum += 0.3;
  return sum;
}

/** The marks of the sentence at `at`. */
export function marksOf(readings: readonly Reading[], at: number, reading: Reading, lexicon: Lexicon): Marks {
  const { plain } = reading;
  return {
    standsAlone: standsAlone(reading, lexicon),
    contrast: degree(count(plain, lexicon.contrast)),
    numbers: degree(count(plain, lexicon.number)),
    person: degree(count(plain, lexicon.person)),
    strong: degree(count(plain, lexicon.strong)),
    stance: degree(count(plain, lexicon.stance)),
    noise: noise(readings, at, reading, lexicon),
  };
}
