/** Whether the service works, for those who run it: `/healthz`, `/readyz`, `/metrics`. */
import { Hono } from 'hono';
import { requireScope } from './auth.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { PullquoteError } from '../errors.ts';

const UNCACHED = { 'Cache-Control': 'no-store' };

export function healthRoutes({ store, blobs, log, metrics }: AppDeps) {
  return (
    new Hono<AppEnv>()
      // The process answers. Asks nothing of the store.
      .get('/healthz', (c) => c.json({ status: 'ok' }, 200, UNCACHED))
      // Store and blobs answer too: requests may come.
      .get('/readyz', async (c) => {
        try {
          await Promise.all([store.episodes({ limit: 1 }), blobs.has('ready')]);
          return c.json({ status: 'ready' }, 200, UNCACHED);
        } catch (error) {
          log({ level: 'error', message: 'The store or the blobs do not answer.', error });
          throw new PullquoteError('busy', 'The store or the blobs do not answer.');
        }
      })
      .get('/metrics', (c) => {
        requireScope(c.var.scope, 'admin');
        if (metrics === null) throw new PullquoteError('not-found', 'Nothing is counted on this runtime.');
        return c.body(metrics.text(), 200, {
          ...UNCACHED,
          'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
        });
      })
  );
}
