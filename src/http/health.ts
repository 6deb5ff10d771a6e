import { Hono } from 'hono';
import type { AppEnv } from './context.ts';

/** `GET /healthz`: the process answers. It asks nothing of the store. */
export function healthRoutes() {
  return new Hono<AppEnv>().get('/healthz', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok' });
  });
}
