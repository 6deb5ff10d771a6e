import type { EpisodeText, Word } from '../transcript/model.ts';
import { normalizeCharacters } from './id.ts';
import type { Span } from './model.ts';

/** Inside a word, these may stand without opening a new one: apostrophes, and the marks within a number. */
const INNER = /[\p{L}\p{M}\p{N}'’.,_]/u;

/** The words of an episode as one string of normalised characters, with the places where words begin and end. */
export interface Stream {
  characters: string;
  /** Word of each character. */
  word: Int32Array;
  /** 1 where a word, or a part after a dash or slash, may begin; one longer than the characters. */
  opens: Uint8Array;
}

const normalise = (text: string): string => normalizeCharacters(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Joins `words` into a stream to search in. */
export function streamOf(words: readonly Word[]): Stream {
  const parts: string[] = [];
  const owners: number[] = [];
  const opens: number[] = [];
  let length = 0;
  for (const [i, word] of words.entries()) {
    let inner = '';
    for (const character of `${word.text}\u0000`) {
      if (INNER.test(character)) {
        inner += character;
        continue;
      }
      const normal = normalise(inner);
      inner = '';
      if (normal === '') continue;
      opens[length] = 1;
      parts.push(normal);
      for (let k = 0; k < normal.length; k++) owners.push(i);
      length += normal.length;
    }
  }
  const mask = new Uint8Array(length + 1);
  for (const at of Object.keys(opens)) mask[Number(at)] = 1;
  mask[length] = 1;
  return { characters: parts.join(''), word: Int32Array.from(owners), opens: mask };
}

/** Every place where `text` stands, from character `from` on: at word boundaries, whatever its case, quotes, dashes and spaces. */
export function* occurrences(
  stream: Stream,
  text: string,
  from = 0,
): Generator<{ from: number; to: number }> {
  const wanted = normalise(text);
  if (wanted === '') return;
  for (
    let at = stream.characters.indexOf(wanted, from);
    at >= 0;
    at = stream.characters.indexOf(wanted, at + 1)
  ) {
    const to = at + wanted.length;
    if (stream.opens[at] === 1 && stream.opens[to] === 1) yield { from: at, to };
  }
}

const MOST = 1000;

/**
 * The spans of words a text fragment stands for: `start`, or from `start` to the nearest `end` after it, directly after
 * `prefix` and before `suffix` where they are given.
 */
export function findText(
  text: EpisodeText,
  wanted: { prefix: string | null; start: string; end: string | null; suffix: string | null },
): Span[] {
  const stream = streamOf(text.words);
  const before = wanted.prefix === null ? null : normalise(wanted.prefix);
  const after = wanted.suffix === null ? null : normalise(wanted.suffix);
  const spans: Span[] = [];
  const stands = (at: number, what: string | null): boolean =>
    what === null || (at >= 0 && stream.characters.startsWith(what, at));
  for (const start of occurrences(stream, wanted.start)) {
    const prefixAt = start.from - (before?.length ?? 0);
    if (!stands(prefixAt, before) || (before !== null && stream.opens[prefixAt] !== 1)) continue;
    const ends = wanted.end === null ? [start] : occurrences(stream, wanted.end, start.to);
    for (const end of ends) {
      if (!stands(end.to, after) || (after !== null && stream.opens[end.to + after.length] !== 1)) continue;
      spans.push({ wordFrom: stream.word[start.from] ?? 0, wordTo: (stream.word[end.to - 1] ?? 0) + 1 });
      break;
    }
    if (spans.length === MOST) break;
  }
  return spans.filter((span, i) => {
    const last = spans[i - 1];
    return last === undefined || last.wordFrom !== span.wordFrom || last.wordTo !== span.wordTo;
  });
}
