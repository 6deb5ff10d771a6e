/** `Idempotency-Key`: a request that is sent again, because its answer got lost, is answered as the first time. */
import { canonicalJson } from '../canonical-json.ts';
import { PullquoteError } from '../errors.ts';
import { z } from 'zod';
import { sha256 } from '../sha256.ts';
import type { AppContext, AppDeps } from './context.ts';

/** How long an answer is kept, in milliseconds. */
const KEPT = 24 * 3600 * 1000;

const answer = z.object({
  fingerprint: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  createdAt: z.int(),
});

/**
 * Runs `run`, or answers as it was answered before to the same key of the same caller.
 * @param input what was asked for: another one under the same key is a mistake
 * @throws PullquoteError `conflict` for a key that was used for something else, `bad-request` for one that is none
 */
export async function idempotent<T extends Response>(
  { blobs, onError }: Pick<AppDeps, 'blobs' | 'onError'>,
  c: AppContext,
  input: unknown,
  run: () => Promise<T>,
): Promise<T | Response> {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined) return run();
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new PullquoteError(
      'bad-request',
      'Expected an `Idempotency-Key` of 1 to 255 visible ASCII characters.',
    );
  }
  const name = `answers/${await sha256(`${await c.var.caller()}\n${key}`)}`;
  const fingerprint = await sha256(`${c.req.path}\n${canonicalJson(input)}`);
  const kept = await blobs.get(name);
  const before = kept === null ? null : answer.parse(JSON.parse(new TextDecoder().decode(kept)));
  if (before !== null && before.createdAt + KEPT > Date.now()) {
    if (before.fingerprint !== fingerprint)
      throw new PullquoteError('conflict', 'This `Idempotency-Key` was used for another request.');
    const { status, headers, body } = before;
    return new Response(body, { status, headers: { ...headers, 'Idempotency-Replayed': 'true' } });
  }
  const response = await run();
  const value: z.output<typeof answer> = {
    fingerprint,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.clone().text(),
    createdAt: Date.now(),
  };
  await blobs.put(name, new TextEncoder().encode(JSON.stringify(value)), 'application/json').catch(onError);
  return response;
}
