/** JSON values looked at without trust, and the one place that parses them. */

import { PullquoteError } from '../../errors.ts';
import { positionAt } from '../source/lines.ts';
import { jsonErrorOffset } from './json-error.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of an array; anything else is no item. */
export const records = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

export const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A speaker as diarisation numbers or names it: `0` gives `Speaker 0`, `A` gives `Speaker A`, a name is itself. */
export const speakerOf = (value: unknown): string | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return `Speaker ${value}`;
  const name = stringOf(value)?.trim() ?? '';
  if (name === '') return null;
  return /^(?:\d{1,3}|[A-Z])$/.test(name) ? `Speaker ${name}` : name;
};

/** A value for a message, short whatever it is. */
export const show = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? JSON.stringify(value).slice(0, 40) : typeof value;

/**
 * Parses JSON text.
 * @throws PullquoteError `bad-transcript` naming line and column.
 */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const at = positionAt(text, jsonErrorOffset(text));
    const message = `Expected JSON but it breaks off or goes wrong at line ${at.line}, column ${at.column}.`;
    throw new PullquoteError('bad-transcript', message, at, { cause });
  }
};
