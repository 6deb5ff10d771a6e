/** Episodes and what hangs on them, for reading: `/v1/episodes`. */
import { Hono } from 'hono';
import type { AppDeps, AppEnv } from './context.ts';
import { listCaching } from './headers.ts';
import type { Operation } from './openapi.ts';
import { episodeList, episodeView, noQuery, pageQuery, quoteList } from './schemas.ts';
import { parseQuery } from './validate.ts';
import { findEpisode, viewEpisode, viewQuote } from './views.ts';

export function episodeRoutes({ config: { publicUrl } }: AppDeps) {
  return new Hono<AppEnv>()
    .get('/v1/episodes', async (c) => {
      const { limit, after } = parseQuery(pageQuery, c.req.url);
      const { store, touchedPrivate } = c.var.visible;
      const { items, next } = await store.episodes({ limit, ...(after === undefined ? {} : { after }) });
      const views = await Promise.all(
        items.map(async (episode) => viewEpisode(episode, await store.show(episode.showId), publicUrl)),
      );
      return c.json({ items: views, next }, 200, { 'Cache-Control': listCaching(touchedPrivate()) });
    })
    .get('/v1/episodes/:id', async (c) => {
      parseQuery(noQuery, c.req.url);
      const { store, touchedPrivate } = c.var.visible;
      const episode = await findEpisode(store, c.req.param('id'));
      const view = viewEpisode(episode, await store.show(episode.showId), publicUrl);
      return c.json(view, 200, { 'Cache-Control': listCaching(touchedPrivate()) });
    })
    .get('/v1/episodes/:id/quotes', async (c) => {
      const { limit, after } = parseQuery(pageQuery, c.req.url);
      const { store, touchedPrivate } = c.var.visible;
      const { id } = await findEpisode(store, c.req.param('id'));
      const { items, next } = await store.quotes(id, { limit, ...(after === undefined ? {} : { after }) });
      const views = items.map((quote) => viewQuote(quote, publicUrl));
      return c.json({ items: views, next }, 200, { 'Cache-Control': listCaching(touchedPrivate()) });
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
