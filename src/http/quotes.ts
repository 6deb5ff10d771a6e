/** Quotes: `/v1/quotes`. */
import { Hono } from 'hono';
import { mintQuote } from '../ingest/mint.ts';
import { parseRange } from '../quote/range.ts';
import { requireScope } from './auth.ts';
import { readJson } from './body.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { listCaching } from './headers.ts';
import type { Operation } from './openapi.ts';
import { noQuery, quoteInput, quoteView } from './schemas.ts';
import { check, parseQuery } from './validate.ts';
import { findEpisode, findQuote, viewQuote } from './views.ts';

const BODY_LIMIT = 64_000;

export function quoteRoutes({ config: { publicUrl } }: AppDeps) {
  return new Hono<AppEnv>()
    .post('/v1/quotes', async (c) => {
      requireScope(c.var.scope, 'import');
      parseQuery(noQuery, c.req.url);
      const input = check(quoteInput, await readJson(c.req.raw, BODY_LIMIT), 'bad-parameter');
      const { store } = c.var.visible;
      const { id: episodeId } = await findEpisode(store, input.episode);
      const quote = await mintQuote(
        { store },
        { episodeId, range: parseRange(input.range), snap: input.snap ?? 'sentence' },
      );
      return c.json(viewQuote(quote, publicUrl), 200, {
        'Cache-Control': 'no-store',
        Location: `${publicUrl}/v1/quotes/${quote.id}`,
      });
    })
    .get('/v1/quotes/:id', async (c) => {
      parseQuery(noQuery, c.req.url);
      const { store, touchedPrivate } = c.var.visible;
      const quote = await findQuote(store, c.req.param('id'));
      return c.json(viewQuote(quote, publicUrl), 200, { 'Cache-Control': listCaching(touchedPrivate()) });
    });
}

export const quoteOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/quotes',
    summary: 'Give a range an address of its own. Asked again, the same words have the same one.',
    scope: 'import',
    body: { json: quoteInput },
    answer: { status: 200, description: 'The quote.', json: quoteView },
    errors: [
      'bad-request',
      'bad-parameter',
      'bad-range',
      'unauthorized',
      'forbidden',
      'not-found',
      'range-outside',
      'ambiguous-text',
      'gone',
      'too-large',
    ],
  },
  {
    method: 'get',
    path: '/v1/quotes/{id}',
    summary: 'One quote.',
    answer: { status: 200, description: 'The quote.', json: quoteView },
    errors: ['not-found'],
  },
];
