/** Cards before anything is decided: `POST /v1/preview`. */
import { Hono } from 'hono';
import { altHeader } from '../card/headers.ts';
import { previewParams } from '../card/params.ts';
import { previewCard } from '../card/preview.ts';
import { requireDrawable } from '../ingest/brand.ts';
import { contextWarnings } from '../highlight/context.ts';
import { requireScope } from './auth.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { requireRate } from './rate-limit.ts';
import { jsonOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { previewInput } from './schemas.ts';
import { findText } from './views.ts';

const BODY_LIMIT = 64_000;

export function previewRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().post('/v1/preview', jsonOf(previewInput, BODY_LIMIT), async (c) => {
    const { episode, range, brand, photo } = c.req.valid('json');
    const { store } = c.var.visible;
    // Each kit and photo has layers of its own, which cost more than words.
    if (brand !== undefined || photo !== undefined) requireScope(c.var.scope, 'import');
    if (brand !== undefined) await requireDrawable(brand, deps.blobs);
    const { png, card, alt, spans, slides, adjusted } = await previewCard(
      {
        ...deps,
        store,
        // Who has a token works here, and looks at many before one is made.
        admit: () => (c.var.scope === null ? requireRate(deps, c, 'render') : Promise.resolve()),
        timed: (stage, run) => (stage === 'draw' ? deps.drawing(run) : run()),
      },
      { episodeId: episode, range },
      new URL(c.req.url).searchParams,
      { kit: brand ?? null, photo: photo ?? null },
    );
    const { text } = await findText(store, episode);
    const context = contextWarnings(text, spans, { language: card.spoken });
    return c.body(new Uint8Array(png), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Alt-Text': altHeader(alt),
      'X-Slides': String(slides),
      ...(context.length === 0 ? {} : { 'X-Context': encodeURIComponent(JSON.stringify(context)) }),
      ...(adjusted.length === 0 ? {} : { 'X-Adjusted-Colors': encodeURIComponent(JSON.stringify(adjusted)) }),
    });
  });
}

export const previewOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/preview',
    summary:
      'Draw a card and keep nothing. `brand` is a kit that need not be kept, `photo` a picture to see as the speaker’s (each needs a token). `X-Slides` says how many slides the words take, `X-Alt-Text` what the card says, `X-Context` (JSON, percent-encoded) what the cut leaves out that may change its sense, `X-Adjusted-Colors` (JSON, percent-encoded, as `contrast` of a brand) the colours of the brand words could not be read in, and those they are drawn in.',
    query: previewParams,
    body: { json: previewInput },
    answer: { status: 200, description: 'The card.', types: ['image/png'] },
    errors: [
      'bad-request',
      'bad-parameter',
      'bad-range',
      'unauthorized',
      'forbidden',
      'not-found',
      'range-outside',
      'ambiguous-text',
      'gone',
      'too-large',
      'bad-brand',
      'bad-image',
      'missing-glyph',
      'does-not-fit',
    ],
  },
];
