/** Pieces of text, some with times, put together to a body and its timed words. */

import type { TimedWord } from '../model.ts';

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uff65]$/u;
const CLOSING = /^[\p{Pe}\p{Pf}.,!?;:%…]+$/u;

const lastLetter = (text: string): string => {
  const code = text.codePointAt(text.length - 2);
  return code !== undefined && code > 0xffff ? String.fromCodePoint(code) : text.slice(-1);
};
const firstLetter = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0);

/** Whether no space belongs between two words given apart: scripts written without spaces, and punctuation given as a word. */
export const joinsWithoutSpace = (before: string, after: string): boolean =>
  CLOSING.test(after) || (UNSPACED.test(lastLetter(before)) && UNSPACED.test(firstLetter(after)));

/** A place in a text from which on it is spoken. */
export interface Mark {
  offset: number;
  ms: number;
}

/**
 * The words of a body with the times of the marks before them. A word has a start when a mark stands between the word
 * before and its first letter; it ends where a mark begins the next word, or `endMs` for the last.
 * @param marks by rising offset
 */
export const timeWords = (body: string, marks: readonly Mark[], endMs: number | null): TimedWord[] => {
  const words: TimedWord[] = [];
  let next = 0;
  for (const match of body.matchAll(/\S+/g)) {
    let startMs: number | null = null;
    for (let mark = marks[next]; mark && mark.offset <= match.index; mark = marks[++next]) startMs = mark.ms;
    // A mark inside the word (a syllable's) is no word's start.
    for (let mark = marks[next]; mark && mark.offset < match.index + match[0].length; mark = marks[++next]);
    const last = words.at(-1);
    if (last && last.endMs === null && startMs !== null) last.endMs = startMs;
    words.push({ text: match[0], startMs, endMs: null });
  }
  const last = words.at(-1);
  if (last && endMs !== null && last.startMs !== null && endMs >= last.startMs) last.endMs = endMs;
  return words.map((word) => (word.startMs === null ? { ...word, endMs: null } : word));
};
