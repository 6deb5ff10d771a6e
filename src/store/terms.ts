/**
 * What the search index holds of a text, and how a person's query is put to it. FTS5's own tokenizer finds nothing inside
 * a sentence written without spaces, and splits words of Indic scripts at their vowel signs, so words are told apart
 * here, the same way for texts and queries, and FTS5 only splits at spaces.
 */
import { PullquoteError } from '../errors.ts';

/** A term, and where it stands in the text (UTF-16 offsets). */
export interface Term {
  term: string;
  from: number;
  to: number;
}

/** A query of more terms says nothing more, and would cost time. */
const MAX_TERMS = 32;

/** One letter with its marks in scripts written without spaces; elsewhere a run of letters, marks and digits. */
const TERM =
  /[[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]&&[\p{L}\p{N}]]\p{M}*|[[\p{L}\p{N}\p{M}]--[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]+/gv;

/** Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs: often left out, so not told apart. */
const OPTIONAL_MARKS = /\u0640|[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670]/g;

const NOT_OF_TERM = /[^\p{L}\p{N}\p{M}]/gu;

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(OPTIONAL_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(NOT_OF_TERM, '');
}

/** The terms of a text in order. */
export function terms(text: string): Term[] {
  return Array.from(text.matchAll(TERM), ({ 0: word, index }) => ({
    term: fold(word),
    from: index,
    to: index + word.length,
  })).filter(({ term }) => term !== '');
}

/**
 * The phrases of a query: `"words in quotes"`, and else every run between white space, which is more than one term where
 * it has a hyphen, an apostrophe or a script without spaces.
 * @throws PullquoteError `bad-parameter` for a query of too many words.
 */
export function phrases(query: string): string[][] {
  const runs = query.replaceAll(/[“”„«»]/g, '"').match(/"[^"]*"?|[^\s"]+/g) ?? [];
  const found = runs.map((run) => terms(run).map(({ term }) => term)).filter((phrase) => phrase.length > 0);
  if (found.flat().length <= MAX_TERMS) return found;
  throw new PullquoteError(
    'bad-parameter',
    `Expected a search of at most ${MAX_TERMS} words but received ${found.flat().length}.`,
  );
}

/** So many phrases of several terms are put to the index, and a term so often in each: more would cost too much. */
const MOST_PHRASES = 6;
const MOST_TIMES = 2;

/**
 * An FTS5 expression for the phrases, and whether it wants all of each: where it does not, what it finds has still to be
 * looked at. FTS5 reads all places of every term of a phrase, so that `no no no no` costs most where nearly every sentence has it.
 * Terms are letters, marks and digits only: no quote can end early.
 */
export function expression(wanted: readonly string[][]): { match: string; isWhole: boolean } {
  const bySize = wanted.filter(({ length }) => length > 1).toSorted((a, b) => letters(b) - letters(a));
  const asked = new Set(bySize.slice(0, MOST_PHRASES));
  const parts = wanted.flatMap((phrase) => {
    if (phrase.length === 1) return [phrase];
    return asked.has(phrase) ? [unrepeated(phrase)] : phrase.map((term) => [term]);
  });
  const each = new Set(parts.map((phrase) => `"${phrase.join(' ')}"`));
  const isWhole = wanted.every((phrase) => each.has(`"${phrase.join(' ')}"`));
  return { match: [...each].join(' AND '), isWhole };
}

function letters(phrase: readonly string[]): number {
  return phrase.reduce((sum, term) => sum + term.length, 0);
}

/** The longest stretch of a phrase that has no term more than twice. */
function unrepeated(phrase: readonly string[]): readonly string[] {
  let [best, from] = [phrase.slice(0, 1), 0];
  for (let to = 1; to <= phrase.length; to++) {
    while (phrase.slice(from, to).filter((term) => term === phrase[to - 1]).length > MOST_TIMES) from++;
    if (to - from > best.length) best = phrase.slice(from, to);
  }
  return best;
}
