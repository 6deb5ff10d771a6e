/** Quotes: `/v1/quotes`. */
import { Hono } from 'hono';
import { makeQuote } from '../quote/quote.ts';
import { parseRange } from '../quote/range.ts';
import { select } from '../quote/select.ts';
import { requireScope } from './auth.ts';
import { readJson } from './body.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { listCaching } from './headers.ts';
import type { Operation } from './openapi.ts';
import { noQuery, quoteInput, quoteView } from './schemas.ts';
import { check, parseQuery } from './validate.ts';
import { findEpisode, findQuote, findText, viewQuote } from './views.ts';

const BODY_LIMIT = 64_000;

export function quoteRoutes({ config: { publicUrl } }: AppDeps) {
  return new Hono<AppEnv>()
    .post('/v1/quotes', async (c) => {
      requireScope(c.var.scope, 'import');
      parseQuery(noQuery, c.req.url);
      const input = check(quoteInput, await readJson(c.req.raw, BODY_LIMIT), 'bad-parameter');
      const { store } = c.var.visible;
      const { id: episodeId } = await findEpisode(store, input.episode);
      const { revision, text } = await findText(store, episodeId);
      const lookup = (id: string) => store.quote(id);
      const { spans, author } = await select(
        parseRange(input.range),
        { episodeId, text, quote: lookup },
        { snap: input.snap ?? 'sentence' },
      );
      const quote = await makeQuote({ episodeId, revisionId: revision.id, text, spans, author }, lookup);
      const isNew = (await lookup(quote.id)) === null;
      if (isNew) await store.saveQuotes([quote]);
      return c.json(viewQuote(quote, publicUrl), isNew ? 201 : 200, {
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
    summary: 'Mint an address for a range. A range that has one already answers 200 with it.',
    scope: 'import',
    body: { json: quoteInput },
    answer: { status: 201, description: 'The quote.', json: quoteView },
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
