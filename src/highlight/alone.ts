import { count, has, type Lexicon } from './lexicon/model.ts';
import { termsOf } from './terms.ts';

/** A start in the middle of a sentence. */
const MIDDLE = 0.7;
/** What each word that leans on what was said before costs, and at most. */
const LEANING = 0.2;
const MOST_LEANING = 0.5;
/** A start that ties it to the sentence before. */
const TIED = 0.7;
/** A start that answers something or goes on under a condition. */
const ANSWERING = 0.25;
/** A start that says nothing yet. */
const STUMBLING = 0.3;

/** An answer of fewer words needs its question; one of fewer than the second number where it takes up none of its words. */
const SHORT = 6;
const RATHER_SHORT = 12;

const OPENING_MARKS = /^["“”„«'([]+/u;
const FIRST_WORD = /^[\p{L}\p{M}\p{N}']+/u;

/** True where the start of a sentence ties it to the one before, or points back at it. */
export function leansBack(plain: string, lexicon: Lexicon): boolean {
  const bare = plain.replace(OPENING_MARKS, '');
  const rest = bare.replace(lexicon.leadIn, '');
  const [opener = '', first = ''] = [bare, rest].map((part) => FIRST_WORD.exec(part)?.[0]);
  return lexicon.linking.has(opener) || lexicon.pointing.has(first) || has(plain, lexicon.turning);
}

/**
 * How well a sentence can be understood without the one before, from 1 down to 0: its start must not point back or tie it to
 * something, nor may the words after lean on what only who heard the talk knows.
 */
export function standsAlone(text: string, plain: string, lexicon: Lexicon): number {
  const bare = plain.replace(OPENING_MARKS, '');
  const rest = bare.replace(lexicon.leadIn, '').replace(OPENING_MARKS, '');
  if (rest === '') return 0;
  const opener = FIRST_WORD.exec(bare)?.[0] ?? '';
  const first = FIRST_WORD.exec(rest)?.[0] ?? '';
  const skipped = bare.slice(0, bare.length - rest.length).split(/[^\p{L}\p{M}\p{N}']+/u);
  const isTied =
    lexicon.linking.has(opener) ||
    has(plain, lexicon.turning) ||
    skipped.some((word) => lexicon.linking.has(word) || has(word, lexicon.turning));
  const isAnswer = has(plain, lexicon.answer) || has(plain, lexicon.following);
  let alone = 1;
  if (has(rest, lexicon.empty)) alone = 0.9;
  else if (lexicon.pointing.has(first)) alone = 0.3;
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(text)) alone -= MIDDLE;
  if (isTied) alone -= TIED;
  if (isAnswer) alone -= ANSWERING;
  if (has(plain, lexicon.stumbling)) alone -= STUMBLING;
  alone -= Math.min(LEANING * count(rest, lexicon.leaning), MOST_LEANING);
  return Math.max(alone, 0);
}

/** True where a sentence (`plain`) says little without the question before it, of which `asked` are the terms. */
export function needsQuestion(plain: string, asked: readonly string[], lexicon: Lexicon): boolean {
  if (has(plain, lexicon.answer)) return true;
  const rest = plain.replace(lexicon.leadIn, '').replace(OPENING_MARKS, '');
  const first = FIRST_WORD.exec(rest)?.[0] ?? '';
  if (lexicon.pointing.has(first) && !has(rest, lexicon.empty)) return true;
  const words = plain.split(' ').length;
  if (words < SHORT) return true;
  return (
    words < RATHER_SHORT && asked.length > 0 && !termsOf(plain, lexicon).some((term) => asked.includes(term))
  );
}
