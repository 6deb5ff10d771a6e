import type { MiddlewareHandler } from 'hono';
import { PullquoteError } from '../errors.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';

/** What is counted: drawing cards, and writing. */
export type Costly = 'render' | 'write';

/** Whether a caller may do something costly now. */
export type RateLimit = (what: Costly, caller: string) => Promise<boolean>;

const MINUTE = 60_000;

/** Callers remembered; past that the longest unseen are forgotten. */
const CALLERS = 10_000;

/**
 * Token buckets in memory: each caller may do `perMinute` at once, and as many a minute.
 * @param now milliseconds of a clock that never goes back
 */
export function memoryRateLimit(
  perMinute: Readonly<Record<Costly, number>>,
  now: () => number = () => performance.now(),
): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return async (what, caller) => {
    const name = `${what} ${caller}`;
    const most = perMinute[what];
    const at = now();
    const bucket = buckets.get(name) ?? { left: most, at };
    const left = Math.min(most, bucket.left + ((at - bucket.at) * most) / MINUTE);
    // Last in the order of the map: seen last.
    buckets.delete(name);
    buckets.set(name, { left: left >= 1 ? left - 1 : left, at });
    if (buckets.size > CALLERS) buckets.delete(buckets.keys().next().value ?? name);
    return left >= 1;
  };
}

/**
 * Counts something costly against who asks: the token, or the address where there is none.
 * @throws PullquoteError `rate-limited`
 */
export async function requireRate(
  deps: Pick<AppDeps, 'rateLimit'>,
  c: AppContext,
  what: Costly,
): Promise<void> {
  if (await deps.rateLimit(what, await c.var.caller())) return;
  const doing = what === 'render' ? 'New cards are asked for' : 'Changes are sent';
  throw new PullquoteError('rate-limited', `${doing} too fast. Try again in a minute.`, { retryAfter: 60 });
}

/** Counts every request that may write. */
export function limitedWrites(deps: Pick<AppDeps, 'rateLimit'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (mayWrite(c.req)) await requireRate(deps, c, 'write');
    await next();
  };
}

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** A preview comes as a POST, since a kit is no part of an address, and writes nothing. */
export function mayWrite({ method, path }: { method: string; path: string }): boolean {
  return !READS.includes(method) && path !== '/v1/preview';
}

/** An address as it is counted: of IPv6 the first 64 bits, which one customer has for themselves. */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return groups.slice(0, 4).join(':');
}
