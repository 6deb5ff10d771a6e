/** Quotes: `/v1/quotes`. */
import { Hono } from 'hono';
import { mintQuote } from '../ingest/mint.ts';
import type { Quote } from '../quote/model.ts';
import { parseRange } from '../quote/range.ts';
import type { Store } from '../store/port.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { listHeaders } from './headers.ts';
import { idempotent } from './idempotency.ts';
import { allow, jsonOf, queryOf } from './input.ts';
import { type Operation, RANGE_ERRORS, WRITE_ERRORS } from './openapi.ts';
import { noQuery, quoteEdit, quoteInput, quoteView } from './schemas.ts';
import { isFresh, requireMatch, tagOf } from './tags.ts';
import { describeQuote, findEpisode, findQuote, findSource } from './views.ts';

const BODY_LIMIT = 64_000;

export function quoteRoutes(deps: AppDeps) {
  const { publicUrl } = deps.config;
  const viewOf = async (store: Store, quote: Quote) =>
    describeQuote({ ...deps, store }, quote, await findSource(store, quote.episodeId));
  return new Hono<AppEnv>()
    .post('/v1/quotes', allow('import'), queryOf(noQuery), jsonOf(quoteInput, BODY_LIMIT), async (c) => {
      const input = c.req.valid('json');
      return idempotent(deps, c, input, async () => {
        const { store } = c.var.visible;
        const { range, spans, author, snap = 'sentence' } = input;
        const { id: episodeId } = await findEpisode(store, input.episode);
        const quote = await mintQuote(
          { store },
          {
            episodeId,
            snap,
            ...(range === undefined ? {} : { range: parseRange(range) }),
            ...(spans === undefined ? {} : { spans }),
            ...(author === undefined ? {} : { author }),
          },
        );
        const view = await viewOf(store, quote);
        return c.json(view, 200, {
          ETag: await tagOf(view),
          'Cache-Control': 'no-store',
          Location: `${publicUrl}/v1/quotes/${quote.id}`,
        });
      });
    })
    .get('/v1/quotes/:id', queryOf(noQuery), async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const view = await viewOf(store, await findQuote(store, c.req.param('id')));
      const headers = { ...listHeaders(touchedPrivate()), ETag: await tagOf(view) };
      return isFresh(c, headers.ETag) ? c.body(null, 304, headers) : c.json(view, 200, headers);
    })
    .patch('/v1/quotes/:id', allow('import'), queryOf(noQuery), jsonOf(quoteEdit, BODY_LIMIT), async (c) => {
      const { store } = c.var.visible;
      const quote = await findQuote(store, c.req.param('id'));
      requireMatch(c, await tagOf(await viewOf(store, quote)));
      const edited = { ...quote, ...c.req.valid('json') };
      await deps.store.saveQuotes([edited]);
      const view = await viewOf(store, edited);
      return c.json(view, 200, { ETag: await tagOf(view), 'Cache-Control': 'no-store' });
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
    errors: [...WRITE_ERRORS, ...RANGE_ERRORS, 'conflict', 'gone'],
  },
  {
    method: 'get',
    path: '/v1/quotes/{id}',
    summary: 'One quote.',
    answer: { status: 200, description: 'The quote.', json: quoteView },
    errors: ['not-found'],
  },
  {
    method: 'patch',
    path: '/v1/quotes/{id}',
    summary: 'Say whose words are read aloud. `If-Match` takes the `ETag` the quote was read with.',
    scope: 'import',
    body: { json: quoteEdit },
    answer: { status: 200, description: 'The quote.', json: quoteView },
    errors: [...WRITE_ERRORS, 'precondition-failed'],
  },
];
