import type { Timing } from '../transcript/model.ts';
import type { PrintedTime } from './model.ts';

/** `816000` as `13:36`, `3723000` as `1:02:03`. Fractions of a second are dropped, never rounded up. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const s = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${s}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${s}`;
}

/** The time as a card may print it: exact, marked as estimated, or not at all. */
export function printedTime(startMs: number | null, timing: Timing): PrintedTime | null {
  if (startMs === null || timing.errorMs === null) return null;
  const exact = timing.errorMs === 0;
  return { label: exact ? clock(startMs) : `≈ ${clock(startMs)}`, startMs, exact };
}
