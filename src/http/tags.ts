/** Tags of what the API shows, for conditional requests (RFC 9110, section 13). */
import { isKnown } from '../card/headers.ts';
import { canonicalJson } from '../canonical-json.ts';
import { PullquoteError } from '../errors.ts';
import { sha256 } from '../sha256.ts';
import type { AppContext } from './context.ts';

/** A strong tag: the digest of a JSON value. */
export async function tagOf(view: object): Promise<string> {
  return `"${(await sha256(canonicalJson(view))).slice(0, 32)}"`;
}

/** True where the caller has just this: the answer is 304. */
export function isFresh(c: AppContext, tag: string): boolean {
  return isKnown(c.req.header('If-None-Match') ?? null, tag.replaceAll('"', ''));
}

/**
 * An edit with `If-Match` is of what the caller saw.
 * @throws PullquoteError `precondition-failed` where that has changed
 */
export function requireMatch(c: AppContext, tag: string): void {
  const expected = c.req.header('If-Match');
  if (expected === undefined || expected.trim() === '*') return;
  // A weak tag never matches here (section 13.1.1).
  if (expected.split(',').some((known) => known.trim() === tag)) return;
  throw new PullquoteError(
    'precondition-failed',
    `This was changed in the meantime: expected \`If-Match: ${tag}\` but received \`${expected}\`.`,
  );
}
