/** Clips: `/q/{id}.mp4`, `/e/{episode}/{range}.mp4`, and their captions as `.vtt` and `.srt`. */
import { Hono } from 'hono';
import type { CardAddress } from '../card/subject.ts';
import { type ClipFormat, createClip } from '../clip/create.ts';
import { clipParams } from '../clip/params.ts';
import { PullquoteError } from '../errors.ts';
import { cachingOf } from './cards.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { SHARED } from './headers.ts';
import type { Operation } from './openapi.ts';
import { requireRate } from './rate-limit.ts';
import { sendPicture } from './send-picture.ts';
import { createStages } from './timing.ts';
import { visibleStore } from './visible.ts';

const FORMATS: readonly ClipFormat[] = ['mp4', 'vtt', 'srt'];

export function clipRoutes(deps: AppDeps) {
  const { config, drawing, metrics, signer } = deps;

  async function serve(c: AppContext, addressOf: (stem: string) => CardAddress): Promise<Response> {
    const { pathname, searchParams: query } = new URL(c.req.url);
    const isSigned = await signer.verify(pathname, query);
    if (config.signedOnly && !isSigned && c.var.scope === null)
      throw new PullquoteError('forbidden', 'Expected a signed address or a token.', { scope: 'read' });
    const name = pathname.split('/').at(-1) ?? '';
    const stages = createStages(metrics);
    const { store, touchedPrivate } = isSigned ? visibleStore(deps.store, 'read') : c.var.visible;
    const clip = await createClip(
      {
        ...deps,
        store,
        admit: () => requireRate(deps, c, 'render'),
        timed: (stage, run) => stages.timed(stage, () => (stage === 'draw' ? drawing(run) : run())),
      },
      addressOf(name.slice(0, -'.mp4'.length)),
      FORMATS.find((format) => name.endsWith(format)) ?? 'mp4',
      query,
      c.req.header('If-None-Match') ?? null,
    );
    const caching = cachingOf(touchedPrivate(), isSigned ? query.get('exp') : null);
    const headers = { ...clip.headers, ...SHARED, ...caching };
    const timing = { 'Server-Timing': stages.header() };
    if (clip.status === 'not-modified')
      return new Response(null, { status: 304, headers: { ...headers, ...timing } });
    if (clip.status === 'redirect')
      return new Response(null, { status: 302, headers: { ...headers, Location: clip.location } });
    const sent = {
      bytes: new Uint8Array(clip.bytes),
      headers: {
        ...headers,
        'Content-Type': clip.contentType,
        'Accept-Ranges': 'bytes',
        'X-Content-Type-Options': 'nosniff',
      },
    };
    return sendPicture(c, sent, timing);
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
