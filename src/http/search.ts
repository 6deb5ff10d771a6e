/** Search in the words: `/v1/search`, `/v1/episodes/{id}/search`. */
import { Hono } from 'hono';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { listCaching } from './headers.ts';
import type { Operation } from './openapi.ts';
import { hitList, searchQuery } from './schemas.ts';
import { parseQuery } from './validate.ts';
import { findEpisode, viewHit } from './views.ts';

export function searchRoutes({ config: { publicUrl } }: AppDeps) {
  async function search(c: AppContext, scope: { episodeId?: string }): Promise<Response> {
    const { q, limit } = parseQuery(searchQuery, c.req.url);
    const { store, touchedPrivate } = c.var.visible;
    const hits = await store.search(q, { ...scope, limit });
    const items = hits.map((hit) => viewHit(hit, publicUrl));
    return c.json({ items }, 200, { 'Cache-Control': listCaching(touchedPrivate()) });
  }

  return new Hono<AppEnv>()
    .get('/v1/search', (c) => search(c, {}))
    .get('/v1/episodes/:id/search', async (c) => {
      const { id } = await findEpisode(c.var.visible.store, c.req.param('id'));
      return search(c, { episodeId: id });
    });
}

const answer = { status: 200, description: 'Sentences, best match first.', json: hitList };

export const searchOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/search',
    summary: 'Sentences of all episodes that have these words.',
    query: searchQuery,
    answer,
    errors: ['bad-parameter'],
  },
  {
    method: 'get',
    path: '/v1/episodes/{id}/search',
    summary: 'Sentences of one episode that have these words.',
    query: searchQuery,
    answer,
    errors: ['bad-parameter', 'not-found'],
  },
];
