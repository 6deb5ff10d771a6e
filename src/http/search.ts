/** Search in the words: `/v1/search`, `/v1/episodes/{id}/search`. */
import { Hono } from 'hono';
import type { z } from 'zod';
import type { AppDeps, AppEnv, Visible } from './context.ts';
import { listHeaders } from './headers.ts';
import { queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { hitList, searchQuery } from './schemas.ts';
import { findEpisode, viewHit } from './views.ts';

export function searchRoutes({ config: { publicUrl } }: AppDeps) {
  async function search(
    { store }: Visible,
    { q, limit }: z.output<typeof searchQuery>,
    scope: { episodeId?: string },
  ) {
    const hits = await store.search(q, { ...scope, limit });
    return { items: hits.map((hit) => viewHit(hit, publicUrl)) };
  }

  return new Hono<AppEnv>()
    .get('/v1/search', queryOf(searchQuery), async (c) => {
      const { visible } = c.var;
      const view = await search(visible, c.req.valid('query'), {});
      return c.json(view, 200, listHeaders(visible.touchedPrivate()));
    })
    .get('/v1/episodes/:id/search', queryOf(searchQuery), async (c) => {
      const { visible } = c.var;
      const { id } = await findEpisode(visible.store, c.req.param('id'));
      const view = await search(visible, c.req.valid('query'), { episodeId: id });
      return c.json(view, 200, listHeaders(visible.touchedPrivate()));
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
