import type { EpisodeText } from '../transcript/model.ts';
import type { Alignment } from '../transcript/align.ts';
import type { Token } from '../transcript/tokens.ts';
import { joinWords } from '../transcript/words.ts';
import type { Span } from './model.ts';
import { sentenceAt } from './text.ts';

/** An insertion of more than this many tokens, or this share of the quote, is left out of it. */
const INSERTED = 4;
const INSERTED_SHARE = 0.2;

/** So many new tokens where nothing of a quote is left are not what took its place. */
const ANOTHER_TEXT = 1000;

export interface Revision {
  text: EpisodeText;
  tokens: readonly Token[];
  /** First token at or after each word; one longer than the words. */
  starts: Int32Array;
}

/** What became of a quote's words. */
export interface Trace {
  /** Tokens it had. */
  size: number;
  /** Its old tokens that are gone, by index. */
  lost: number[];
  /** New tokens among its words now, by index. */
  added: number[];
  /** Where its words are now, or what stands in their place; none where nothing does. */
  spans: Span[];
}

/** First token at or after each word. */
export function tokenStarts(tokens: readonly Token[], words: number): Int32Array {
  const starts = new Int32Array(words + 1).fill(tokens.length);
  let word = words;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const own = tokens[i]?.word ?? 0;
    while (word > own) starts[word--] = i + 1;
    starts[own] = i;
    word = own;
  }
  while (word > 0) starts[--word] = 0;
  return starts;
}

/** Follows the words of `spans` through the alignment. */
export function traceSpans(
  spans: readonly Span[],
  old: Revision,
  next: Revision,
  alignment: Alignment,
): Trace {
  const trace: Trace = { size: 0, lost: [], added: [], spans: [] };
  for (const span of spans) traceSpan(span, old, next, alignment, trace);
  return trace;
}

function traceSpan(span: Span, old: Revision, next: Revision, alignment: Alignment, trace: Trace): void {
  const { forward, kept } = alignment;
  const from = old.starts[span.wordFrom] ?? 0;
  const to = old.starts[span.wordTo] ?? old.tokens.length;
  trace.size += to - from;
  let first = -1;
  let last = -1;
  for (let i = from; i < to; i++) {
    const at = forward[i] ?? -1;
    if (at < 0) trace.lost.push(i);
    else {
      if (first < 0) first = at;
      last = at;
    }
  }
  // The new tokens between the nearest that stood before the quote and the nearest that stood after it.
  const opens = opensSentence(old, span.wordFrom);
  const closes = opensSentence(old, span.wordTo);
  const before = nearest(forward, from - 1, -1) + 1;
  const after = nearest(forward, to, 1, next.tokens.length);
  if (from === to) {
    const marks = findMarks(span, old, before, after, next);
    if (marks !== null) trace.spans.push(marks);
    return;
  }
  if (first < 0) {
    // Nothing stands in its place, or another text altogether.
    if (before >= after || after - before > ANOTHER_TEXT) return;
    for (const word of range(before, after)) trace.added.push(word);
    trace.spans.push(wordsAround(before, after, next, opens, closes));
    return;
  }
  const opened = (forward[from] ?? -1) < 0 || opens;
  const closed = (forward[to - 1] ?? -1) < 0 || closes;
  const start = opened ? reachBack(first, before, next, to - from) : first;
  const end = closed ? reachOn(last + 1, after, next, to - from) : last + 1;
  // What came in between is part of the quote, unless it is too much to be a correction.
  const most = Math.max(INSERTED, INSERTED_SHARE * (to - from));
  let open = start;
  for (let i = start; i < end; i++) {
    if (kept[i] === 1) continue;
    let stop = i;
    while (stop < end && kept[stop] === 0) stop++;
    const replaced = lostBetween(forward, from, to, i, stop);
    if (stop - i - replaced > most) {
      trace.spans.push(wordsAround(open, i, next, opens && open === start, false));
      open = stop;
    } else {
      for (const word of range(i, stop)) trace.added.push(word);
    }
    i = stop - 1;
  }
  trace.spans.push(wordsAround(open, end, next, opens && open === start, closes));
}

/** Words of marks alone (`♪`) have no tokens to follow: they are found again between the words around them. */
function findMarks(span: Span, old: Revision, before: number, after: number, next: Revision): Span | null {
  const wanted = joinWords(old.text.words, span.wordFrom, span.wordTo);
  const size = span.wordTo - span.wordFrom;
  const limit = next.tokens[after]?.word ?? next.text.words.length;
  for (let at = (next.tokens[before - 1]?.word ?? -1) + 1; at + size <= limit; at++) {
    if (joinWords(next.text.words, at, at + size) === wanted) return { wordFrom: at, wordTo: at + size };
  }
  return null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function nearest(forward: Int32Array, from: number, step: 1 | -1, none = -1): number {
  for (let i = from; i >= 0 && i < forward.length; i += step) {
    const at = forward[i] ?? -1;
    if (at >= 0) return at;
  }
  return none;
}

function opensSentence(revision: Revision, word: number): boolean {
  return word >= revision.text.words.length || sentenceAt(revision.text.sentences, word)?.wordFrom === word;
}

/** A quote that opened its sentence takes the new words before its first one, back to where the sentence now opens. */
function reachBack(first: number, before: number, next: Revision, size: number): number {
  const most = first - Math.max(INSERTED, INSERTED_SHARE * size);
  for (let i = first; i >= before && i >= most; i--) {
    if (opensSentence(next, next.tokens[i]?.word ?? 0) && next.tokens[i - 1]?.word !== next.tokens[i]?.word)
      return i;
  }
  return first;
}

function reachOn(last: number, after: number, next: Revision, size: number): number {
  const most = last + Math.max(INSERTED, INSERTED_SHARE * size);
  for (let i = last; i <= after && i <= most; i++) {
    const word = next.tokens[i]?.word ?? next.text.words.length;
    if (opensSentence(next, word) && next.tokens[i - 1]?.word !== word) return i;
  }
  return last;
}

/** How many old tokens of the quote stood where the new ones `bFrom` to `bTo` stand. */
function lostBetween(forward: Int32Array, from: number, to: number, bFrom: number, bTo: number): number {
  let lost = 0;
  let at = -1;
  for (let i = from; i < to; i++) {
    const now = forward[i] ?? -1;
    if (now >= bTo) break;
    if (now >= 0) {
      at = now;
      lost = 0;
    } else if (at < bFrom) lost++;
  }
  return lost;
}

/**
 * The words of the tokens `from` to `to`. Words of marks alone have no tokens: towards a border where the quote began or
 * ended with its sentence they are its own.
 */
export function wordsAround(
  from: number,
  to: number,
  next: Revision,
  opened: boolean,
  closed: boolean,
): Span {
  let wordFrom = next.tokens[from]?.word ?? 0;
  let wordTo = (next.tokens[to - 1]?.word ?? 0) + 1;
  const floor = (next.tokens[from - 1]?.word ?? -1) + 1;
  const limit = next.tokens[to]?.word ?? next.text.words.length;
  if (opened) while (wordFrom > floor && !opensSentence(next, wordFrom)) wordFrom--;
  if (closed) while (wordTo < limit && !opensSentence(next, wordTo)) wordTo++;
  return { wordFrom, wordTo };
}
