/** What the API is: `/openapi.json` for programs, `/docs` for people. */
import { Hono } from 'hono';
import { docsPage } from '../pages/docs.tsx';
import type { AppDeps, AppEnv } from './context.ts';
import { SHARED } from './headers.ts';
import { openApi, type Operation } from './openapi.ts';

export function docsRoutes({ config: { publicUrl } }: AppDeps, operations: readonly Operation[]) {
  return new Hono<AppEnv>()
    .get('/openapi.json', (c) =>
      c.json(openApi(operations, publicUrl), 200, { ...SHARED, 'Cache-Control': 'public, max-age=300' }),
    )
    .get('/docs', () => docsPage(operations, publicUrl));
}
