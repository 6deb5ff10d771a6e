/** Cards: `/q/{id}.png`, `/e/{episode}/{range}.png`, and the same as SVG. */
import { Hono } from 'hono';
import { type CardResponse, createCard } from '../card/create.ts';
import { imageParams } from '../card/params.ts';
import type { CardAddress } from '../card/subject.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { rawPath, SHARED } from './headers.ts';
import type { Operation } from './openapi.ts';

export function cardRoutes(deps: AppDeps) {
  async function serve(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const name = rawPath(c.req.url).split('/').at(-1) ?? '';
    const { store, touchedPrivate } = c.var.visible;
    const card = await createCard(
      { ...deps, store },
      addressOf(name.slice(0, -'.png'.length)),
      name.endsWith('.svg') ? 'svg' : 'png',
      new URL(c.req.url).searchParams,
      c.req.header('If-None-Match') ?? null,
    );
    return respond(card, touchedPrivate());
  }

  return new Hono<AppEnv>()
    .get('/q/:file{[^/]+\\.(?:png|svg)}', (c) => serve(c, (quoteId) => ({ quoteId })))
    .get('/e/:episode/:file{[^/]+\\.(?:png|svg)}', (c) =>
      serve(c, (range) => ({ episodeId: c.req.param('episode'), range })),
    );
}

/** What was made, or why not, as it goes out. */
export function respond(card: CardResponse, isPrivate: boolean): Response {
  const headers = {
    ...card.headers,
    ...SHARED,
    ...(isPrivate ? { 'Cache-Control': 'private, no-cache' } : {}),
  };
  if (card.status === 'not-modified') return new Response(null, { status: 304, headers });
  if (card.status === 'redirect') {
    return new Response(null, { status: 302, headers: { ...headers, Location: card.location } });
  }
  return new Response(new Uint8Array(card.bytes), {
    headers: {
      ...headers,
      'Content-Type': card.contentType,
      'Content-Length': String(card.bytes.byteLength),
      'X-Content-Type-Options': 'nosniff',
      // A card opened by itself as SVG is a document: it may run nothing and load nothing.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    },
  });
}

const answer = { status: 200, description: 'The card.', types: ['image/png', 'image/svg+xml'] };

export const cardOperations: Operation[] = [
  {
    method: 'get',
    path: '/q/{id}.png',
    summary: 'The card of a quote. Ends in `.svg` for SVG.',
    query: imageParams,
    answer,
    errors: ['bad-parameter', 'not-found', 'gone', 'missing-glyph', 'does-not-fit'],
  },
  {
    method: 'get',
    path: '/e/{episode}/{range}.png',
    summary: 'The card of a range of an episode. Ends in `.svg` for SVG.',
    query: imageParams,
    answer,
    errors: [
      'bad-parameter',
      'bad-range',
      'not-found',
      'range-outside',
      'ambiguous-text',
      'gone',
      'missing-glyph',
      'does-not-fit',
    ],
  },
];
