/** Clips: `/q/{id}.mp4`, `/e/{episode}/{range}.mp4`, and their captions as `.vtt` and `.srt`. */
import { Hono } from 'hono';
import type { CardAddress } from '../card/subject.ts';
import { type ClipFormat, createClip } from '../clip/create.ts';
import { clipParams } from '../clip/params.ts';
import { respond } from './cards.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { rawPath } from './headers.ts';
import type { Operation } from './openapi.ts';

const FORMATS: readonly ClipFormat[] = ['mp4', 'vtt', 'srt'];

export function clipRoutes(deps: AppDeps) {
  async function serve(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const name = rawPath(c.req.url).split('/').at(-1) ?? '';
    const { store, touchedPrivate } = c.var.visible;
    const clip = await createClip(
      { ...deps, store },
      addressOf(name.slice(0, -'.mp4'.length)),
      FORMATS.find((format) => name.endsWith(format)) ?? 'mp4',
      new URL(c.req.url).searchParams,
      c.req.header('If-None-Match') ?? null,
    );
    return respond(clip, touchedPrivate());
  }

  return new Hono<AppEnv>()
    .get('/q/:file{[^/]+\\.(?:mp4|vtt|srt)}', (c) => serve(c, (quoteId) => ({ quoteId })))
    .get('/e/:episode/:file{[^/]+\\.(?:mp4|vtt|srt)}', (c) =>
      serve(c, (range) => ({ episodeId: c.req.param('episode'), range })),
    );
}

const answer = {
  status: 200,
  description: 'The clip, or its captions.',
  types: ['video/mp4', 'text/vtt', 'application/x-subrip'],
};

export const clipOperations: Operation[] = [
  {
    method: 'get',
    path: '/q/{id}.mp4',
    summary: 'A captioned video of a quote. Ends in `.vtt` or `.srt` for its captions.',
    query: clipParams,
    answer,
    errors: [
      'bad-parameter',
      'not-found',
      'gone',
      'missing-glyph',
      'does-not-fit',
      'range-outside',
      'not-acceptable',
    ],
  },
  {
    method: 'get',
    path: '/e/{episode}/{range}.mp4',
    summary: 'A captioned video of a range of an episode. Ends in `.vtt` or `.srt` for its captions.',
    query: clipParams,
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
      'not-acceptable',
    ],
  },
];
