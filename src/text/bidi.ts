/** The bidirectional algorithm (UAX #9): levels of a paragraph and the visual order of a line. */
import bidiFactory from 'bidi-js';
import type { Direction } from '../layer/model.ts';

const bidi = bidiFactory();

/** Characters that are, or make, right to left: a text without them needs no algorithm. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Embedding level of every UTF-16 code unit, or null where all of the text is at level 0. */
export function bidiLevels(text: string, direction: Direction): Uint8Array | null {
  if (direction === 'ltr' && !rightToLeft.test(text)) return null;
  return bidi.getEmbeddingLevels(text, direction).levels;
}

/** Rule L2: indices of a line's pieces from left to right, by their levels. */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, i) => i);
  const highest = levels.reduce((a, b) => Math.max(a, b), 0);
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      if ((levels[order[from] ?? 0] ?? 0) < level) continue;
      let to = from;
      while (to + 1 < order.length && (levels[order[to + 1] ?? 0] ?? 0) >= level) to++;
      order.splice(from, to - from + 1, ...order.slice(from, to + 1).toReversed());
      from = to;
    }
  }
  return order;
}
