import { PullquoteError } from '../errors.ts';
import type { Listing } from './port.ts';

/** A cursor is the sort key of the last item, its parts joined by `~`, which no part but a date or an ID holds. */
export function cursor(parts: readonly (string | number)[]): string {
  return parts.join('~');
}

/** The parts of a cursor. @throws PullquoteError `bad-parameter` when `raw` does not have the form of one. */
export function parseCursor(raw: string, form: RegExp): string[] {
  if (form.test(raw)) return raw.split('~');
  throw new PullquoteError(
    'bad-parameter',
    `Expected the cursor an earlier page gave for \`after\` but received \`${raw}\`.`,
  );
}

/** A page out of rows of which one more than `limit` was asked for. */
export function toListing<T>(rows: readonly T[], limit: number, key: (last: T) => string): Listing<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? key(last) : null };
}
