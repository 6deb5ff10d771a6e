/** Times as transcripts write them, to integer milliseconds. */

/** Latest time believed: 1,000 hours. What lies beyond is a broken number, not a podcast. */
export const MAX_MS = 3_600_000_000;

const CLOCK = /^(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,7})(?:[.,](\d{1,12}))?$/;

/**
 * Reads `1:02:03.456`, `62:03`, `2:03,4`, `0.000`; decimals are rounded to milliseconds. With an hour, minutes stop at 59;
 * with minutes, seconds stop at 59. Null for anything else.
 */
export const readClock = (text: string): number | null => {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds = '', fraction = ''] = match;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  if (hours !== undefined && Number(minutes) > 59) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  const ms = whole * 1000 + Math.round(Number(`0.${fraction || '0'}`) * 1000);
  return ms <= MAX_MS ? ms : null;
};

/** Seconds (a number, or a numeric string as some programs write) to milliseconds, or null where they are no time. */
export const readSeconds = (value: unknown): number | null => {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof seconds !== 'number') return null;
  return readMs(seconds * 1000);
};

/** Milliseconds (a number or a numeric string) to integer milliseconds, or null where they are no time. */
export const readMs = (value: unknown): number | null => {
  const ms = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof ms !== 'number' || !Number.isFinite(ms)) return null;
  const rounded = Math.round(ms);
  return rounded >= 0 && rounded <= MAX_MS ? Math.abs(rounded) : null;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `00:01:02.345`, with the decimal sign the format wants. */
export const writeClock = (ms: number, point: '.' | ','): string => {
  const seconds = Math.floor(ms / 1000);
  return `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}${point}${pad(ms % 1000, 3)}`;
};

/** `1:02`, or `1:02:03` from an hour on; whole seconds, rounded down. */
export const writeShortClock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}`
    : `${minutes}:${pad(seconds % 60, 2)}`;
};
