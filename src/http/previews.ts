/** Cards before anything is decided: `POST /v1/preview`. */
import { Hono } from 'hono';
import { altHeader } from '../card/headers.ts';
import { imageParams } from '../card/params.ts';
import { previewCard } from '../card/preview.ts';
import { requireScope } from './auth.ts';
import { readJson } from './body.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { requireRate } from './rate-limit.ts';
import type { Operation } from './openapi.ts';
import { previewInput } from './schemas.ts';
import { check } from './validate.ts';

const BODY_LIMIT = 64_000;

export function previewRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().post('/v1/preview', async (c) => {
    const { episode, range, brand } = check(
      previewInput,
      await readJson(c.req.raw, BODY_LIMIT),
      'bad-parameter',
    );
    // Each kit has layers of its own, which cost more than words.
    if (brand !== undefined) requireScope(c.var.scope, 'import');
    const { png, card, slides } = await previewCard(
      {
        ...deps,
        store: c.var.visible.store,
        // Who has a token works here, and looks at many before one is made.
        admit: () => (c.var.scope === null ? requireRate(deps, c, 'render') : Promise.resolve()),
        timed: (stage, run) => (stage === 'draw' ? deps.drawing(run) : run()),
      },
      { episodeId: episode, range },
      new URL(c.req.url).searchParams,
      brand ?? null,
    );
    return c.body(new Uint8Array(png), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Alt-Text': altHeader(card),
      'X-Slides': String(slides),
    });
  });
}

export const previewOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/preview',
    summary:
      'Draw a card and keep nothing. `brand` is a kit that need not be kept (then a token is needed). `X-Slides` says how many slides the words take, `X-Alt-Text` what the card says.',
    query: imageParams,
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
      'missing-glyph',
      'does-not-fit',
    ],
  },
];
