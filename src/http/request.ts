/** What is done around every request: an ID, the host, who asks, the log and the counts. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { PullquoteError } from '../errors.ts';
import { sha256 } from '../sha256.ts';
import { scopeOf } from './auth.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { countedAddress, mayWrite } from './rate-limit.ts';
import { visibleStore } from './visible.ts';

/** Gives the request an ID and notes how it was answered. */
export function observed(deps: AppDeps): MiddlewareHandler<AppEnv> {
  const { metrics, pictures } = deps;
  return async (c, next) => {
    const started = performance.now();
    const id = crypto.randomUUID();
    c.set('requestId', id);
    metrics?.inFlight(1);
    try {
      await next();
    } finally {
      metrics?.inFlight(-1);
    }
    if (mayWrite(c.req)) pictures.clear();
    // Not where it is there: opening the headers of a response costs as much as sending a small one.
    if (!c.get('hasId')) c.res.headers.set('X-Request-Id', id);
    const { method, path } = c.req;
    noted(deps, { id, method, path, route: routePath(c, -1), status: c.res.status, started });
  };
}

interface Answered {
  id: string;
  method: string;
  path: string;
  /** As the app has it. */
  route: string;
  status: number;
  /** By the clock of `performance.now()`. */
  started: number;
}

/** Counts a request that was answered, and writes it to the log. */
export function noted({ config, log, metrics }: AppDeps, answered: Answered): void {
  const { id, method, path, route, status, started } = answered;
  const ms = performance.now() - started;
  metrics?.request(route, status, ms / 1000);
  if (config.log !== 'requests') return;
  log({ level: 'info', id, method, path, status, ms: Math.round(ms * 10) / 10 });
}

/**
 * Refuses requests for another host where the app only listens to its own machine: a page elsewhere could otherwise have its own
 * name lead here and read what it finds (DNS rebinding).
 */
export function ownHost({ config }: AppDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const host = c.req.header('Host') ?? '';
    if (!isOwnHost(config, host))
      throw new PullquoteError('misdirected', `The host \`${host}\` is not served here.`, { host });
    await next();
  };
}

/** @param host the header, with or without a port */
export function isOwnHost({ hosts }: AppDeps['config'], host: string | null): boolean {
  return hosts === null || hosts.includes((host ?? '').replace(/:\d*$/, ''));
}

/** Reads the token, and with it what the caller may see. */
export function knownCaller(deps: AppDeps): MiddlewareHandler<AppEnv> {
  const { store, config } = deps;
  return async (c, next) => {
    const authorization = c.req.header('Authorization');
    const scope = await scopeOf(authorization, store, config.adminToken);
    c.set('scope', scope);
    c.set('caller', async () =>
      authorization === undefined
        ? countedAddress(deps.addressOf(c.req.raw, c.env))
        : `token ${(await sha256(authorization)).slice(0, 16)}`,
    );
    c.set('visible', visibleStore(store, scope));
    await next();
  };
}
