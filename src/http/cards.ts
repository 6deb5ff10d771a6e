/** Cards: `/q/{id}.png`, `/e/{episode}/{range}.png`, and the same in every other format. */
import { Hono } from 'hono';
import { createCard } from '../card/create.ts';
import { CARD_FORMATS, CONTENT_TYPES, splitFormat } from '../card/format.ts';
import { imageParams } from '../card/params.ts';
import type { CardAddress } from '../card/subject.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { rawPath } from './headers.ts';
import { type Operation, RANGE_ERRORS } from './openapi.ts';
import { servePicture } from './serve-picture.ts';

/** Names that end as a format does. */
const FILE = `[^/]+\\.(?:${CARD_FORMATS.join('|')})`;

export function cardRoutes(deps: AppDeps) {
  const { drawing, pictures } = deps;

  function serve(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const name = rawPath(c.req.url).split('/').at(-1) ?? '';
    const { stem, format } = splitFormat(name) ?? { stem: name, format: 'png' };
    return servePicture(deps, c, { gate: drawing, pictures }, (asked) =>
      createCard({ ...deps, ...asked }, addressOf(stem), format, asked.query, asked.ifNoneMatch),
    );
  }

  return new Hono<AppEnv>()
    .get(`/q/:file{${FILE}}`, (c) => serve(c, (quoteId) => ({ quoteId })))
    .get(`/e/:episode/:file{${FILE}}`, (c) =>
      serve(c, (range) => ({ episodeId: c.req.param('episode'), range })),
    );
}

const ENDINGS = `Other endings give other formats: ${CARD_FORMATS.slice(1)
  .map((format) => `\`.${format}\``)
  .join(', ')}.`;

const answer = { status: 200, description: 'The card.', types: Object.values(CONTENT_TYPES) };

const errors = [
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
] as const;

export const cardOperations: Operation[] = [
  {
    method: 'get',
    path: '/q/{id}.png',
    summary: `The card of a quote. ${ENDINGS}`,
    query: imageParams,
    answer,
    errors,
  },
  {
    method: 'get',
    path: '/e/{episode}/{range}.png',
    summary: `The card of a range of an episode. ${ENDINGS}`,
    query: imageParams,
    answer,
    errors: [...errors, ...RANGE_ERRORS],
  },
];
