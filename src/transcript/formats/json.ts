/** JSON values looked at without trust, and the one place that parses them. */

import { PullquoteError } from '../../errors.ts';
import { positionAt } from '../source/lines.ts';

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

/** Deeper nesting than any transcript has; refused before anything recurses into it. */
const DEEPEST = 64;

/** Offset where brackets nest deeper than {@link DEEPEST}, or -1. */
const tooDeep = (text: string): number => {
  let depth = 0;
  for (const match of text.matchAll(/[[{\]}"]/g)) {
    if (match[0] === '"') return -1;
    depth += match[0] === '[' || match[0] === '{' ? 1 : -1;
    if (depth > DEEPEST) return match.index;
  }
  return -1;
};

/**
 * Parses JSON text.
 * @throws PullquoteError `bad-transcript` naming line and column.
 */
export const parseJson = (text: string): unknown => {
  const deep = tooDeep(text);
  if (deep >= 0) {
    const at = positionAt(text, deep);
    throw new PullquoteError(
      'bad-transcript',
      `Expected a transcript but this JSON is nested over ${DEEPEST} deep at line ${at.line}, column ${at.column}.`,
      at,
    );
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    const offset = /position (\d+)/.exec(reason)?.[1];
    const at = positionAt(text, offset === undefined ? text.length : Number(offset));
    throw new PullquoteError(
      'bad-transcript',
      `Expected JSON but it breaks off or goes wrong at line ${at.line}, column ${at.column}.`,
      at,
      { cause },
    );
  }
};
