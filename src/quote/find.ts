import type { Word } from '../transcript/model.ts';
import { normalizeCharacters } from './id.ts';
import type { Span } from './model.ts';

/** Inside a word, these may stand without opening a new one: apostrophes, and the marks within a number. */
const INNER = /[\p{L}\p{M}\p{N}'’.,_]/u;

/** The words of an episode as one string of normalised characters, with the places where words begin and end. */
interface Stream {
  characters: string;
  /** Word of each character. */
  word: Int32Array;
  /** 1 where a word, or a part after a dash or slash, may begin; one longer than the characters. */
  opens: Uint8Array;
}

const normalise = (text: string): string => normalizeCharacters(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** The normalised parts of a word: between dashes, slashes and the like. */
function partsOf(word: string): string[] {
  const parts: string[] = [];
  let inner = '';
  for (const character of word) {
    if (INNER.test(character)) inner += character;
    else {
      parts.push(inner);
      inner = '';
    }
  }
  return [...parts, inner].map(normalise).filter((part) => part !== '');
}

/** Joins `words` into a stream to search in. */
function streamOf(words: readonly Pick<Word, 'text'>[]): Stream {
  const known = new Map<string, string[]>();
  const all: string[] = [];
  let length = 0;
  const parts = words.map(({ text }) => {
    const own = known.get(text) ?? partsOf(text);
    known.set(text, own);
    for (const part of own) length += part.length;
    all.push(...own);
    return own;
  });
  const word = new Int32Array(length);
  const opens = new Uint8Array(length + 1);
  opens[length] = 1;
  let at = 0;
  for (const [i, own] of parts.entries()) {
    for (const part of own) {
      opens[at] = 1;
      word.fill(i, at, at + part.length);
      at += part.length;
    }
  }
  return { characters: all.join(''), word, opens };
}

/** Every place where `text` stands, from character `from` on: at word boundaries, whatever its case, quotes, dashes and spaces. */
function* occurrences(stream: Stream, text: string, from = 0): Generator<{ from: number; to: number }> {
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
  text: { words: readonly Pick<Word, 'text'>[] },
  wanted: { prefix: string | null; start: string; end: string | null; suffix: string | null },
): Span[] {
  const stream = streamOf(text.words);
  const before = wanted.prefix === null ? null : normalise(wanted.prefix);
  const after = wanted.suffix === null ? null : normalise(wanted.suffix);
  const spans: Span[] = [];
  const stands = (at: number, what: string | null): boolean =>
    what === null || (at >= 0 && stream.characters.startsWith(what, at));
  const isEnd = ({ to }: { to: number }): boolean =>
    stands(to, after) && (after === null || stream.opens[to + after.length] === 1);
  // Looked for once, not anew for each start: both may be words said thousands of times.
  const ends = wanted.end === null ? null : [...occurrences(stream, wanted.end)].filter(isEnd);
  let nearest = 0;
  for (const start of occurrences(stream, wanted.start)) {
    const prefixAt = start.from - (before?.length ?? 0);
    if (!stands(prefixAt, before) || (before !== null && stream.opens[prefixAt] !== 1)) continue;
    if (ends !== null) while ((ends[nearest]?.from ?? Infinity) < start.to) nearest++;
    const end = ends === null ? start : ends[nearest];
    if (end === undefined) break;
    if (ends === null && !isEnd(end)) continue;
    spans.push({ wordFrom: stream.word[start.from] ?? 0, wordTo: (stream.word[end.to - 1] ?? 0) + 1 });
    if (spans.length === MOST) break;
  }
  return spans.filter((span, i) => {
    const last = spans[i - 1];
    return last === undefined || last.wordFrom !== span.wordFrom || last.wordTo !== span.wordTo;
  });
}
