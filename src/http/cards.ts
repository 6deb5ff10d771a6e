/** Cards: `/q/{id}.png`, `/e/{episode}/{range}.png`, and the same in every other format. */
import { Hono } from 'hono';
import { createCard } from '../card/create.ts';
import { CARD_FORMATS, CONTENT_TYPES, splitFormat } from '../card/format.ts';
import { imageParams } from '../card/params.ts';
import type { CardAddress } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { SHARED } from './headers.ts';
import type { Operation } from './openapi.ts';
import { pictureKey } from './pictures.ts';
import { requireRate } from './rate-limit.ts';
import { sendPicture } from './send-picture.ts';
import { createStages } from './timing.ts';
import { visibleStore } from './visible.ts';

/** Names that end as a format does. */
const FILE = `[^/]+\\.(?:${CARD_FORMATS.join('|')})`;

export function cardRoutes(deps: AppDeps) {
  const { config, drawing, metrics, pictures, signer } = deps;

  async function serve(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const { pathname, searchParams: query } = new URL(c.req.url);
    const isSigned = await signer.verify(pathname, query);
    if (config.signedOnly && !isSigned && c.var.scope === null)
      throw new PullquoteError('forbidden', 'Expected a signed address or a token.', { scope: 'read' });
    // Pictures that anybody may see, asked for by anybody.
    const key = isSigned || c.var.scope !== null ? null : pictureKey(pathname, query);
    const recent = key === null ? null : await pictures.get(key);
    if (recent !== null) return sendPicture(c, recent);

    const name = pathname.split('/').at(-1) ?? '';
    const { stem, format } = splitFormat(name) ?? { stem: name, format: 'png' };
    const stages = createStages(metrics);
    const { store, touchedPrivate } = isSigned ? visibleStore(deps.store, 'read') : c.var.visible;
    const card = await createCard(
      {
        ...deps,
        store,
        admit: () => requireRate(deps, c, 'render'),
        timed: (stage, run) => stages.timed(stage, () => (stage === 'draw' ? drawing(run) : run())),
      },
      addressOf(stem),
      format,
      query,
      c.req.header('If-None-Match') ?? null,
    );
    const caching = cachingOf(touchedPrivate(), isSigned ? query.get('exp') : null);
    const headers = { ...card.headers, ...SHARED, ...caching };
    const timing = { 'Server-Timing': stages.header() };
    if (card.status === 'not-modified')
      return new Response(null, { status: 304, headers: { ...headers, ...timing } });
    if (card.status === 'redirect')
      return new Response(null, { status: 302, headers: { ...headers, Location: card.location } });
    const picture = {
      bytes: new Uint8Array(card.bytes),
      headers: {
        ...headers,
        'Content-Type': card.contentType,
        'Accept-Ranges': 'bytes',
        'X-Content-Type-Options': 'nosniff',
        ...(card.contentType === CONTENT_TYPES.svg ? SEALED : {}),
      },
    };
    if (key !== null && !touchedPrivate()) await pictures.put(key, picture);
    return sendPicture(c, picture, timing);
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

/** What of a private show, or by an address that expires, must not lie in a shared cache for longer than it may be seen. */
function cachingOf(isPrivate: boolean, expires: string | null): Record<string, string> {
  if (isPrivate) return { 'Cache-Control': 'private, no-cache' };
  if (expires === null) return {};
  const left = Math.max(0, Math.min(300, Math.floor(Number(expires) - Date.now() / 1000)));
  return { 'Cache-Control': `public, max-age=${left}` };
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
      'forbidden',
      'bytes-outside',
      'rate-limited',
      'busy',
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
      'forbidden',
      'bytes-outside',
      'rate-limited',
      'busy',
    ],
  },
];
