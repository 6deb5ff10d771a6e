import type { Word } from './model.ts';
import { isUnspaced } from './words.ts';

/** A part of a run-on sentence aims at this many words and has at least `LEAST`. */
const AIM = 32;
const LEAST = 10;
const MOST = 50;
/** How much of a spoken word one character of an unspaced script stands for. */
const CHARACTER = 0.45;

const STRONG = /[;:—–…；：]["'”’»)\]]*$|--$/u;
const COMMA = /[,،、，]["'”’»)\]」』]*$/u;
const OPENER =
  /^(?:and|but|so|because|or|then|which|while|when|if|und|aber|weil|dass|et|mais|donc|parce|y|pero|porque|e|ma|mas|perché)$/iu;

const weigh = (word: Word | undefined): number =>
  word === undefined ? 0 : word.glued && isUnspaced(word.text) ? CHARACTER : 1;

/** The length of a stretch of words, in spoken words: a character of an unspaced script counts for less than one. */
export function load(words: readonly Word[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += weigh(words[i]);
  return sum;
}

/** How well a sentence is cut before word `at`; 0 is as good as elsewhere. */
function merit(words: readonly Word[], at: number): number {
  const before = words[at - 1];
  const after = words[at];
  if (before === undefined || after === undefined) return 0;
  if (STRONG.test(before.text)) return 4;
  const opens = OPENER.test(after.text);
  if (COMMA.test(before.text)) return opens ? 3.5 : 2.5;
  const pause =
    before.endMs !== null && after.startMs !== null && after.startMs - before.endMs >= 600 ? 1.5 : 0;
  const newSegment = before.segment !== after.segment ? 0.6 : 0;
  return pause + newSegment + (opens ? 1 : 0);
}

/**
 * Cuts a run-on sentence into parts of about 32 words, at the best clause boundary near there: a semicolon or dash,
 * a comma, a pause, a new segment, a conjunction, else anywhere. No word is lost.
 */
export function cutRunOn(
  words: readonly Word[],
  from: number,
  to: number,
): { wordFrom: number; wordTo: number }[] {
  const parts: { wordFrom: number; wordTo: number }[] = [];
  let open = from;
  let rest = load(words, from, to);
  while (rest > MOST) {
    let best = -1;
    let bestMerit = -Infinity;
    let length = 0;
    for (let at = open + 1; at < to && length < MOST; at++) {
      length += weigh(words[at - 1]);
      if (length < LEAST || rest - length < LEAST) continue;
      const score = merit(words, at) - Math.abs(length - AIM) / 12;
      if (score > bestMerit) {
        bestMerit = score;
        best = at;
      }
    }
    if (best < 0) break;
    parts.push({ wordFrom: open, wordTo: best });
    rest -= load(words, open, best);
    open = best;
  }
  parts.push({ wordFrom: open, wordTo: to });
  return parts;
}
