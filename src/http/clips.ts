/** Clips: `/q/{id}.mp4`, `/e/{episode}/{range}.mp4`, and their captions as `.vtt` and `.srt`. */
import { Hono } from 'hono';
import type { CardAddress } from '../card/subject.ts';
import { CLIP_FORMATS, createClip, endingOf } from '../clip/create.ts';
import { clipParams } from '../clip/params.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { rawPath } from './headers.ts';
import { type Operation, RANGE_ERRORS } from './openapi.ts';
import { servePicture } from './serve-picture.ts';

/** Names that end as those of clips do. */
const FILE = `[^/]+(?:${CLIP_FORMATS.map((format) => endingOf(format).replaceAll('.', '\\.')).join('|')})`;

export function clipRoutes(deps: AppDeps) {
  const { filming } = deps;

  function serve(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const name = rawPath(c.req.url).split('/').at(-1) ?? '';
    const format = CLIP_FORMATS.find((known) => name.endsWith(endingOf(known))) ?? 'mp4';
    const stem = name.slice(0, -endingOf(format).length);
    return servePicture(deps, c, { gate: filming, pictures: null }, (asked) =>
      createClip({ ...deps, ...asked }, addressOf(stem), format, asked.query, asked.ifNoneMatch),
    );
  }

  return new Hono<AppEnv>()
    .get(`/q/:file{${FILE}}`, (c) => serve(c, (quoteId) => ({ quoteId })))
    .get(`/e/:episode/:file{${FILE}}`, (c) =>
      serve(c, (range) => ({ episodeId: c.req.param('episode'), range })),
    );
}

const answer = {
  status: 200,
  description: 'The clip, its preview, or its captions.',
  types: ['video/mp4', 'image/gif', 'image/webp', 'text/vtt', 'application/x-subrip'],
};

const ENDINGS =
  'Ends in `.gif` or `.clip.webp` for a small silent preview of its first 20 s, in `.vtt` or `.srt` for its captions. A long one may answer 202 with `Retry-After` and a picture of its beginning until it is drawn.';

const errors = [
  'bad-parameter',
  'not-found',
  'gone',
  'missing-glyph',
  'does-not-fit',
  'not-implemented',
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
    summary: `A captioned video of a quote. ${ENDINGS}`,
    query: clipParams,
    answer,
    errors,
  },
  {
    method: 'get',
    path: '/e/{episode}/{range}.mp4',
    summary: `A captioned video of a range of an episode. ${ENDINGS}`,
    query: clipParams,
    answer,
    errors: [...errors, ...RANGE_ERRORS],
  },
];
