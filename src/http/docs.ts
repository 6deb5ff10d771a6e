/** What the service says of itself: `/openapi.json` for programs, `/docs` for people, and its icon. */
import { Hono } from 'hono';
import { docsPage } from '../pages/docs.tsx';
import type { AppDeps, AppEnv } from './context.ts';
import { SHARED } from './headers.ts';
import { openApi, type Operation } from './openapi.ts';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#ffc329"/></svg>';

export function docsRoutes({ config: { publicUrl } }: AppDeps, operations: readonly Operation[]) {
  return new Hono<AppEnv>()
    .get('/openapi.json', (c) =>
      c.json(openApi(operations, publicUrl), 200, { ...SHARED, 'Cache-Control': 'public, max-age=300' }),
    )
    .get('/icon.svg', (c) =>
      c.body(ICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
    )
    .get('/docs', () => docsPage(operations, publicUrl));
}
