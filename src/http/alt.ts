/** What cards say in words: `/q/{id}.txt`, `/e/{episode}/{range}.txt`. */
import { Hono } from 'hono';
import { altText } from '../card/alt.ts';
import { resolveCard } from '../card/resolve.ts';
import { findSubject, type CardAddress } from '../card/subject.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { listCaching, rawPath, SHARED } from './headers.ts';
import { queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { noQuery } from './schemas.ts';

const FILE = '[^/]+\\.txt';

export function altRoutes({ config: { publicUrl } }: AppDeps) {
  async function answer(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const { store, touchedPrivate } = c.var.visible;
    const name = rawPath(c.req.url).split('/').at(-1) ?? '';
    const subject = await findSubject(store, addressOf(name.slice(0, -'.txt'.length)), 'sentence');
    if ('supersededBy' in subject) {
      return c.body(null, 302, {
        Location: `/q/${subject.supersededBy}.txt`,
        'Cache-Control': 'public, max-age=60',
      });
    }
    return c.body(`${altText(resolveCard(subject, { publicUrl }))}\n`, 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Language': subject.episode.language,
      'Cache-Control': listCaching(touchedPrivate()),
      'X-Content-Type-Options': 'nosniff',
      ...SHARED,
    });
  }

  return new Hono<AppEnv>()
    .get(`/q/:file{${FILE}}`, queryOf(noQuery), (c) => answer(c, (quoteId) => ({ quoteId })))
    .get(`/e/:episode/:file{${FILE}}`, queryOf(noQuery), (c) =>
      answer(c, (range) => ({ episodeId: c.req.param('episode'), range })),
    );
}

const text = { status: 200, description: 'The text.', types: ['text/plain'] };

export const altOperations: Operation[] = [
  {
    method: 'get',
    path: '/q/{id}.txt',
    summary: 'The card of a quote in words: what is said, by whom, where and when, in full.',
    answer: text,
    errors: ['bad-parameter', 'not-found', 'gone'],
  },
  {
    method: 'get',
    path: '/e/{episode}/{range}.txt',
    summary: 'The card of a range in words.',
    answer: text,
    errors: ['bad-parameter', 'bad-range', 'not-found', 'range-outside', 'ambiguous-text'],
  },
];
