/** Cards: `/q/{id}.png`, `/e/{episode}/{range}.png`, and the same in every other format. */
import { Hono } from 'hono';
import { type CardResponse, createCard } from '../card/create.ts';
import { CARD_FORMATS, CONTENT_TYPES, splitFormat } from '../card/format.ts';
import { imageParams } from '../card/params.ts';
import type { CardAddress } from '../card/subject.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { rawPath, SHARED } from './headers.ts';
import type { Operation } from './openapi.ts';

/** Names that end as a format does. */
const FILE = `[^/]+\\.(?:${CARD_FORMATS.join('|')})`;

export function cardRoutes(deps: AppDeps) {
  async function serve(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const name = rawPath(c.req.url).split('/').at(-1) ?? '';
    const { stem, format } = splitFormat(name) ?? { stem: name, format: 'png' };
    const { store, touchedPrivate } = c.var.visible;
    const card = await createCard(
      { ...deps, store },
      addressOf(stem),
      format,
      new URL(c.req.url).searchParams,
      c.req.header('If-None-Match') ?? null,
    );
    return respond(card, touchedPrivate());
  }

  return new Hono<AppEnv>()
    .get(`/q/:file{${FILE}}`, (c) => serve(c, (quoteId) => ({ quoteId })))
    .get(`/e/:episode/:file{${FILE}}`, (c) =>
      serve(c, (range) => ({ episodeId: c.req.param('episode'), range })),
    );
}

/** A card opened by itself as SVG is a document: it may run nothing and load nothing. */
const SEALED = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
};

function respond(card: CardResponse, isPrivate: boolean): Response {
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
      ...(card.contentType === CONTENT_TYPES.svg ? SEALED : {}),
    },
  });
}

const ENDINGS = `Other endings give other formats: ${CARD_FORMATS.slice(1)
  .map((format) => `\`.${format}\``)
  .join(', ')}.`;

const answer = { status: 200, description: 'The card.', types: Object.values(CONTENT_TYPES) };

export const cardOperations: Operation[] = [
  {
    method: 'get',
    path: '/q/{id}.png',
    summary: `The card of a quote. ${ENDINGS}`,
    query: imageParams,
    answer,
    errors: [
      'bad-parameter',
      'not-found',
      'gone',
      'not-acceptable',
      'missing-glyph',
      'does-not-fit',
      'over-budget',
    ],
  },
  {
    method: 'get',
    path: '/e/{episode}/{range}.png',
    summary: `The card of a range of an episode. ${ENDINGS}`,
    query: imageParams,
    answer,
    errors: [
      'bad-parameter',
      'bad-range',
      'not-found',
      'range-outside',
      'ambiguous-text',
      'gone',
      'not-acceptable',
      'missing-glyph',
      'does-not-fit',
      'over-budget',
    ],
  },
];
