import type { Segment, Word } from './model.ts';

/** Scripts written without spaces, with the East Asian punctuation that stands between their characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u303f\u30fb\u30fc\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uff70\uff9e\uff9f]/u;
/** Those of them in which a line break between two characters stands for nothing at all. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\u30fb\u30fc\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uff70\uff9e\uff9f]/u;
/** White space divides words, but not the no-break space inside a number such as `10 000`. */
const GAP = /(?:(?!(?<=\p{Nd})[\u00a0\u202f\u2007](?=\p{Nd}))\s)+/gu;
const LINE_BREAK = /[\r\n\u2028\u2029]/u;

/** Made with the first text without spaces: it takes 10 ms. */
let graphemes: Intl.Segmenter | undefined;

/** True where `text` holds a character of a script written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** True where `text` begins with an East Asian character: no space is set before it after another such. */
export function opensEastAsian(text: string): boolean {
  const first = text.codePointAt(0);
  return first !== undefined && EAST_ASIAN.test(String.fromCodePoint(first));
}

/** The last character that is no mark. Each run of marks is looked through once. */
const LAST = /\P{M}(?=\p{M}*$)/u;

/** True where `text` ends with an East Asian character. */
export function closesEastAsian(text: string): boolean {
  const last = LAST.exec(text)?.[0];
  return last !== undefined && EAST_ASIAN.test(last);
}

/** One run between white space, cut into grapheme clusters where its script is unspaced; Latin and number runs stay whole. */
function cutRun(run: string): string[] {
  if (!UNSPACED.test(run)) return [run];
  const parts: string[] = [];
  let open = '';
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(run)) {
    if (segment === '\u200b' && open === '' && parts.length > 0) {
      parts.push((parts.pop() ?? '') + segment);
    } else if (UNSPACED.test(segment)) {
      if (open !== '') parts.push(open);
      open = '';
      parts.push(segment);
    } else {
      open += segment;
    }
  }
  if (open !== '') parts.push(open);
  return parts;
}

/** A word of a text outside any segment. */
export interface Piece {
  text: string;
  glued: boolean;
}

/** Splits `body` into words: runs between white space, and grapheme clusters in unspaced scripts. Loses no character but white space. */
export function splitWords(body: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const add = (run: string, before: string): void => {
    if (run === '') return;
    const last = pieces.at(-1);
    for (const [i, text] of cutRun(run).entries()) {
      const joined =
        i > 0 ||
        (LINE_BREAK.test(before) && last !== undefined && closesEastAsian(last.text) && opensEastAsian(text));
      pieces.push({ text, glued: joined });
    }
  };
  let before = '';
  for (const match of body.matchAll(GAP)) {
    add(body.slice(from, match.index), before);
    before = match[0];
    from = match.index + before.length;
  }
  add(body.slice(from), before);
  return pieces;
}

/** The words of all segments in order, without times yet. A segment's end counts as a line break. */
export function wordsOf(segments: readonly Segment[]): Word[] {
  const words: Word[] = [];
  for (const segment of segments) {
    for (const piece of splitWords(segment.body)) {
      const last = words.at(-1);
      const glued =
        piece.glued ||
        (last !== undefined &&
          last.segment !== segment.index &&
          closesEastAsian(last.text) &&
          opensEastAsian(piece.text));
      words.push({ text: piece.text, glued, segment: segment.index, startMs: null, endMs: null });
    }
  }
  return words;
}

/** Puts words together again: a space between them, none before a glued one. */
export function joinWords(
  words: readonly Pick<Word, 'text' | 'glued'>[],
  from = 0,
  to = words.length,
): string {
  const parts: string[] = [];
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word === undefined) break;
    if (i > from && !word.glued) parts.push(' ');
    parts.push(word.text);
  }
  // Added up it would be kept as the tree of its words, at several times the memory.
  return parts.join('');
}
