/** Episodes and what hangs on them, for reading: `/v1/episodes`. */
import { Hono } from 'hono';
import type { AppDeps, AppEnv } from './context.ts';
import { listHeaders } from './headers.ts';
import { queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { episodeList, episodeView, noQuery, pageQuery, quoteList } from './schemas.ts';
import { isFresh, tagOf } from './tags.ts';
import { describeQuote, findEpisode, findSource, viewEpisode } from './views.ts';

export function episodeRoutes(deps: AppDeps) {
  const { publicUrl } = deps.config;
  return new Hono<AppEnv>()
    .get('/v1/episodes', queryOf(pageQuery), async (c) => {
      const { limit, after } = c.req.valid('query');
      const { store, touchedPrivate } = c.var.visible;
      const { items, next } = await store.episodes({ limit, ...(after === undefined ? {} : { after }) });
      const views = await Promise.all(
        items.map(async (episode) => viewEpisode(episode, await store.show(episode.showId), publicUrl)),
      );
      return c.json({ items: views, next }, 200, listHeaders(touchedPrivate()));
    })
    .get('/v1/episodes/:id', queryOf(noQuery), async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const episode = await findEpisode(store, c.req.param('id'));
      const view = viewEpisode(episode, await store.show(episode.showId), publicUrl);
      const headers = { ...listHeaders(touchedPrivate()), ETag: await tagOf(view) };
      return isFresh(c, headers.ETag) ? c.body(null, 304, headers) : c.json(view, 200, headers);
    })
    .get('/v1/episodes/:id/quotes', queryOf(pageQuery), async (c) => {
      const { limit, after } = c.req.valid('query');
      const { store, touchedPrivate } = c.var.visible;
      const source = await findSource(store, c.req.param('id'));
      const { id } = source.episode;
      const { items, next } = await store.quotes(id, { limit, ...(after === undefined ? {} : { after }) });
      const views = await Promise.all(items.map((quote) => describeQuote({ ...deps, store }, quote, source)));
      return c.json({ items: views, next }, 200, listHeaders(touchedPrivate()));
    });
}

export const episodeOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/episodes',
    summary: 'All episodes, newest first.',
    query: pageQuery,
    answer: { status: 200, description: 'A page of episodes.', json: episodeList },
    errors: ['bad-parameter'],
  },
  {
    method: 'get',
    path: '/v1/episodes/{id}',
    summary: 'One episode.',
    answer: { status: 200, description: 'The episode.', json: episodeView },
    errors: ['not-found'],
  },
  {
    method: 'get',
    path: '/v1/episodes/{id}/quotes',
    summary: 'The quotes of an episode, in its order: one for each sentence, and those minted besides.',
    query: pageQuery,
    answer: { status: 200, description: 'A page of quotes.', json: quoteList },
    errors: ['bad-parameter', 'not-found'],
  },
];
