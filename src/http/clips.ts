/** Clips: `/q/{id}.mp4`, `/e/{episode}/{range}.mp4`, and their captions as `.vtt` and `.srt`. */
import { Hono } from 'hono';
import type { CardAddress } from '../card/subject.ts';
import { type ClipFormat, createClip } from '../clip/create.ts';
import { clipParams } from '../clip/params.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { rawPath } from './headers.ts';
import { type Operation, RANGE_ERRORS } from './openapi.ts';
import { servePicture } from './serve-picture.ts';

const FORMATS: readonly ClipFormat[] = ['mp4', 'vtt', 'srt'];

export function clipRoutes(deps: AppDeps) {
  const { filming } = deps;

  function serve(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const name = rawPath(c.req.url).split('/').at(-1) ?? '';
    const stem = name.slice(0, -'.mp4'.length);
    const format = FORMATS.find((known) => name.endsWith(known)) ?? 'mp4';
    return servePicture(deps, c, { gate: filming, pictures: null }, (asked) =>
      createClip({ ...deps, ...asked }, addressOf(stem), format, asked.query, asked.ifNoneMatch),
    );
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

const errors = [
  'bad-parameter',
  'not-found',
  'gone',
  'missing-glyph',
  'does-not-fit',
  'conflict',
  'forbidden',
  'bytes-outside',
  'rate-limited',
  'busy',
] as const;

export const clipOperations: Operation[] = [
  {
    method: 'get',
    path: '/q/{id}.mp4',
    summary: 'A captioned video of a quote. Ends in `.vtt` or `.srt` for its captions.',
    query: clipParams,
    answer,
    errors,
  },
  {
    method: 'get',
    path: '/e/{episode}/{range}.mp4',
    summary: 'A captioned video of a range of an episode. Ends in `.vtt` or `.srt` for its captions.',
    query: clipParams,
    answer,
    errors: [...errors, ...RANGE_ERRORS],
  },
];
