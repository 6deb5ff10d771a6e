import type { Segment, Word } from './model.ts';

const countLetters = (text: string): number => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').length;

interface Stamp {
  from: number;
  to: number;
  startMs: number | null;
  endMs: number | null;
}

/**
 * Where the source times words, its times replace the interpolated ones, letter by letter, so that it does not matter
 * whether it divides words as `splitWords` does. A word the source leaves untimed lies between its neighbours.
 */
export function timeFromWords(segments: readonly Segment[], words: readonly Word[]): void {
  let w = 0;
  for (const segment of segments) {
    const from = w;
    while (words[w]?.segment === segment.index) w++;
    const timed = segment.timedWords;
    if (timed === undefined || timed.length === 0) continue;
    const inside = words.slice(from, w);
    const stamps: Stamp[] = [];
    let at = 0;
    for (const { text, startMs, endMs } of timed) {
      const to = at + countLetters(text);
      if (to > at) stamps.push({ from: at, to, startMs, endMs });
      at = to;
    }
    stamp(inside, stamps);
  }
}

function stamp(words: readonly Word[], stamps: readonly Stamp[]): void {
  let at = 0;
  let s = 0;
  for (const word of words) {
    const end = at + countLetters(word.text);
    while (s < stamps.length && (stamps[s]?.to ?? 0) <= at) s++;
    let last = s;
    while (last + 1 < stamps.length && (stamps[last]?.to ?? 0) < end) last++;
    const first = stamps[s];
    word.startMs = null;
    word.endMs = null;
    delete word.errorMs;
    if (first !== undefined && end > at && first.startMs !== null) {
      const span = Math.max(0, (first.endMs ?? first.startMs) - first.startMs);
      const share = (at - first.from) / (first.to - first.from);
      word.startMs = Math.round(first.startMs + span * share);
      word.errorMs = share === 0 ? 0 : Math.round(span / 2);
      word.endMs = Math.max(word.startMs, stamps[last]?.endMs ?? word.startMs);
    }
    at = end;
  }
}

/** Lays words without a time between their timed neighbours; each may be anywhere in the gap. */
export function fillGaps(words: readonly Word[]): void {
  for (let from = 0; from < words.length; from++) {
    if (words[from]?.startMs !== null) continue;
    let to = from;
    while (to < words.length && words[to]?.startMs === null) to++;
    const before = words[from - 1];
    const after = words[to];
    const left = before?.endMs ?? before?.startMs ?? null;
    const right = after?.startMs ?? null;
    if (left !== null || right !== null) {
      const start = left ?? right ?? 0;
      const end = Math.max(start, right ?? start);
      for (let i = from; i < to; i++) {
        const word = words[i];
        if (word === undefined) break;
        word.startMs = Math.round(start + ((end - start) * (i - from)) / (to - from));
        word.endMs = Math.round(start + ((end - start) * (i - from + 1)) / (to - from));
        word.errorMs = Math.max(250, end - start);
      }
    }
    from = to;
  }
}
