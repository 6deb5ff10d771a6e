import type { Token } from './tokens.ts';

/** Largest table of the exact comparison of two stretches, in cells. */
const TABLE = 4_000_000;
/** Stretches this small are compared exactly at once. */
const SMALL = 10_000;

interface Stretch {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

/** What became of each token. */
export interface Alignment {
  /** For each token of `old` its place in `next`, -1 where it is gone. Never falls where it is not -1. */
  forward: Int32Array;
  /** 1 where a token of `next` was there before. */
  kept: Uint8Array;
}

/**
 * Aligns two token streams: common ends first, then runs that are unique on both sides as anchors (patience), then an
 * exact comparison of the small stretches between them. Near linear where the streams are alike.
 */
export function align(old: readonly Token[], next: readonly Token[]): Alignment {
  const ids = new Map<string, number>();
  const intern = (tokens: readonly Token[]): Int32Array =>
    Int32Array.from(tokens, ({ key }) => {
      const known = ids.get(key);
      if (known !== undefined) return known;
      ids.set(key, ids.size);
      return ids.size - 1;
    });
  const a = intern(old);
  const b = intern(next);
  const forward = new Int32Array(a.length).fill(-1);
  const open: Stretch[] = [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const rest = trim(a, b, stretch, forward);
    const size = (rest.aTo - rest.aFrom) * (rest.bTo - rest.bFrom);
    if (size === 0) continue;
    const anchors = size <= SMALL ? [] : anchorsOf(a, b, rest);
    if (anchors.length > 0) for (const part of between(rest, anchors, forward)) open.push(part);
    else if (size <= TABLE) compare(a, b, rest, forward);
  }
  dropStrays(forward, b.length);
  const kept = new Uint8Array(b.length);
  for (const at of forward) if (at >= 0) kept[at] = 1;
  joinRespelt(old, next, forward, kept);
  return { forward, kept };
}

function trim(a: Int32Array, b: Int32Array, stretch: Stretch, forward: Int32Array): Stretch {
  let { aFrom, aTo, bFrom, bTo } = stretch;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) forward[aFrom++] = bFrom++;
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) forward[--aTo] = --bTo;
  return { aFrom, aTo, bFrom, bTo };
}

/**
 * Runs of three tokens, else single ones, that stand exactly once in both; the longest series in the same order. Where
 * all repeats itself: longer runs that stand equally often in both, paired in their order.
 */
function anchorsOf(a: Int32Array, b: Int32Array, stretch: Stretch): { a: number; b: number }[] {
  for (const [run, most] of [
    [3, 1],
    [1, 1],
    [8, Infinity],
  ] as const) {
    const inB = runsOf(b, stretch.bFrom, stretch.bTo, run);
    const pairs: { a: number; b: number }[] = [];
    for (const [key, places] of runsOf(a, stretch.aFrom, stretch.aTo, run)) {
      const others = inB.get(key);
      if (others?.length !== places.length || places.length > most) continue;
      for (const [i, place] of places.entries()) pairs.push({ a: place, b: others[i] ?? 0 });
    }
    if (pairs.length > 0) return longestRising(pairs.toSorted((p, q) => p.a - q.a));
  }
  return [];
}

/** Where each run of tokens stands. */
function runsOf(ids: Int32Array, from: number, to: number, run: number): Map<string | number, number[]> {
  const runs = new Map<string | number, number[]>();
  for (let i = from; i + run <= to; i++) {
    const key = run === 1 ? (ids[i] ?? 0) : ids.subarray(i, i + run).join();
    const places = runs.get(key);
    if (places === undefined) runs.set(key, [i]);
    else places.push(i);
  }
  return runs;
}

/** The longest series of pairs, which rise in `a`, that also rises in `b`. */
function longestRising(pairs: readonly { a: number; b: number }[]): { a: number; b: number }[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length);
  const bOf = (index: number | undefined): number => (index === undefined ? -1 : (pairs[index]?.b ?? -1));
  for (const [i, pair] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bOf(tails[middle]) < pair.b) low = middle + 1;
      else high = middle;
    }
    previous[i] = tails[low - 1] ?? -1;
    tails[low] = i;
  }
  const series: { a: number; b: number }[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) {
    const pair = pairs[i];
    if (pair !== undefined) series.push(pair);
  }
  return series.toReversed();
}

function between(
  stretch: Stretch,
  anchors: readonly { a: number; b: number }[],
  forward: Int32Array,
): Stretch[] {
  const gaps: Stretch[] = [];
  let { aFrom, bFrom } = stretch;
  for (const anchor of anchors) {
    forward[anchor.a] = anchor.b;
    gaps.push({ aFrom, aTo: anchor.a, bFrom, bTo: anchor.b });
    aFrom = anchor.a + 1;
    bFrom = anchor.b + 1;
  }
  gaps.push({ aFrom, aTo: stretch.aTo, bFrom, bTo: stretch.bTo });
  return gaps.filter((gap) => gap.aFrom < gap.aTo && gap.bFrom < gap.bTo);
}

/** Longest common subsequence of a stretch, by table. */
function compare(a: Int32Array, b: Int32Array, stretch: Stretch, forward: Int32Array): void {
  const { aFrom, aTo, bFrom, bTo } = stretch;
  const width = bTo - bFrom + 1;
  const table = new Uint16Array((aTo - aFrom + 1) * width);
  for (let i = aTo - 1; i >= aFrom; i--) {
    const row = (i - aFrom) * width;
    for (let j = bTo - 1; j >= bFrom; j--) {
      const at = row + j - bFrom;
      table[at] =
        a[i] === b[j]
          ? (table[at + width + 1] ?? 0) + 1
          : Math.max(table[at + width] ?? 0, table[at + 1] ?? 0);
    }
  }
  let i = aFrom;
  let j = bFrom;
  while (i < aTo && j < bTo) {
    const at = (i - aFrom) * width + j - bFrom;
    if (a[i] === b[j]) forward[i++] = j++;
    else if ((table[at + width] ?? 0) >= (table[at + 1] ?? 0)) i++;
    else j++;
  }
}

/** A common word that happens to stand in both of two different passages says nothing; such matches are taken back. */
function dropStrays(forward: Int32Array, bLength: number): void {
  const runs: { from: number; to: number }[] = [];
  for (let i = 0; i < forward.length; i++) {
    const last = runs.at(-1);
    if ((forward[i] ?? -1) < 0) continue;
    if (last?.to === i && forward[i - 1] === (forward[i] ?? 0) - 1) last.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  }
  for (const [r, run] of runs.entries()) {
    const size = run.to - run.from;
    if (size > 2) continue;
    const before = runs[r - 1];
    const after = runs[r + 1];
    const bStart = forward[run.from] ?? 0;
    const bEnd = (forward[run.to - 1] ?? 0) + 1;
    const left = Math.min(
      run.from - (before?.to ?? 0),
      bStart - (before === undefined ? 0 : (forward[before.to - 1] ?? -1) + 1),
    );
    const right = Math.min(
      (after?.from ?? forward.length) - run.to,
      (after === undefined ? bLength : (forward[after.from] ?? bLength)) - bEnd,
    );
    if (left >= size * 3 && right >= size * 3) forward.fill(-1, run.from, run.to);
  }
}

function spelt(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.key)
    .join('');
}

/** `well known` and `wellknown` are the same words spelt apart: where the letters of a gap are equal, its tokens are kept. */
function joinRespelt(
  old: readonly Token[],
  next: readonly Token[],
  forward: Int32Array,
  kept: Uint8Array,
): void {
  let bFrom = 0;
  for (let i = 0; i < old.length; i++) {
    const at = forward[i] ?? -1;
    if (at >= 0) {
      bFrom = at + 1;
      continue;
    }
    let to = i;
    while (to < old.length && (forward[to] ?? -1) < 0) to++;
    const bTo = to < old.length ? (forward[to] ?? 0) : next.length;
    const letters = to - i < 12 && bTo - bFrom < 12 && bTo > bFrom ? spelt(old, i, to) : '';
    // Digits set apart are another number.
    if (letters !== '' && !/\p{N}/u.test(letters) && letters === spelt(next, bFrom, bTo)) {
      kept.fill(1, bFrom, bTo);
      let done = 0;
      let b = bFrom;
      let bLetters = next[b]?.key.length ?? 0;
      for (let k = i; k < to; k++) {
        while (bLetters <= done && b + 1 < bTo) bLetters += next[++b]?.key.length ?? 0;
        forward[k] = b;
        done += old[k]?.key.length ?? 0;
      }
    }
    i = to - 1;
  }
}
