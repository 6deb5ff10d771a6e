import { bm25 } from './bm25.ts';
import type { Reading } from './reading.ts';

/** So many sentences on either side make the passage a sentence is compared with. */
const REACH = 8;

/**
 * How much each sentence says what its passage is about, 0 to 1: its terms are frequent around it and rare elsewhere.
 */
export function topicality(readings: readonly Reading[]): Float64Array {
  const { rarity } = bm25(readings.map(({ terms }) => terms));
  const around = new Map<string, number>();
  const total = new Map<string, number>();
  const add = (counts: Map<string, number>, at: number, by: number): void => {
    for (const term of new Set(readings[at]?.terms)) counts.set(term, (counts.get(term) ?? 0) + by);
  };
  for (let i = 0; i < readings.length; i++) add(total, i, 1);
  for (let i = 0; i < REACH; i++) add(around, i, 1);
  const raw = readings.map((reading, i) => {
    add(around, i + REACH, 1);
    add(around, i - REACH - 1, -1);
    let sum = 0;
    for (const term of new Set(reading.terms)) {
      const near = around.get(term) ?? 0;
      // A term said once here and nowhere near is no subject, a term said everywhere neither.
      if (near < 2) continue;
      sum += rarity(term) * (near / (total.get(term) ?? near)) * Math.min(near, 5);
    }
    return sum / Math.sqrt(Math.max(reading.length, 6));
  });
  const sorted = Float64Array.from(raw).toSorted();
  const high = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return Float64Array.from(raw, (value) => (high > 0 ? Math.min(value / high, 1) : 0));
}
