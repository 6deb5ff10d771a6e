/** Brand kits: `/v1/brands`. */
import { Hono } from 'hono';
import { reportColors } from '../brand/report.ts';
import { PullquoteError } from '../errors.ts';
import { readBrand, saveBrand, saveLogo, type KeptBrand, type SavedBrand } from '../ingest/brand.ts';
import { PICTURE_LIMITS } from '../layer/picture.ts';
import { requireScope } from './auth.ts';
import { readBytes, readJson } from './body.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import type { Operation } from './openapi.ts';
import { brandInput, brandList, brandView, noQuery } from './schemas.ts';
import { check, parseQuery } from './validate.ts';
import type { z } from 'zod';

const BODY_LIMIT = 64_000;

export function brandRoutes({ store, blobs, codec }: AppDeps) {
  return new Hono<AppEnv>()
    .get('/v1/brands', async (c) => {
      requireScope(c.var.scope, 'read');
      parseQuery(noQuery, c.req.url);
      const kept = await Promise.all((await store.brands()).map(({ id }) => findBrand(store, id)));
      return c.json({ items: kept.map(viewBrand) }, 200, { 'Cache-Control': 'private, no-cache' });
    })
    .get('/v1/brands/:id', async (c) => {
      requireScope(c.var.scope, 'read');
      parseQuery(noQuery, c.req.url);
      const brand = await findBrand(store, c.req.param('id'));
      const headers = { ETag: tagOf(brand), 'Cache-Control': 'private, no-cache' };
      if (c.req.header('If-None-Match') === headers.ETag) return c.body(null, 304, headers);
      return c.json(viewBrand(brand), 200, headers);
    })
    .put('/v1/brands/:id', async (c) => {
      requireScope(c.var.scope, 'admin');
      parseQuery(noQuery, c.req.url);
      const kit = kitOf(c.req.param('id'), await readJson(c.req.raw, BODY_LIMIT));
      return saved(c, await saveBrand({ store, blobs }, kit, expected(c)));
    })
    .put('/v1/brands/:id/logo', async (c) => {
      requireScope(c.var.scope, 'admin');
      parseQuery(noQuery, c.req.url);
      const bytes = await readBytes(c.req.raw, PICTURE_LIMITS.bytes);
      const logo = { id: c.req.param('id'), bytes, expected: expected(c) };
      return saved(c, await saveLogo({ store, blobs, codec }, logo));
    });
}

/**
 * The kit of a brand out of JSON, under the ID of its address.
 * @throws PullquoteError `bad-brand`
 */
export function kitOf(id: string, value: unknown): z.output<typeof brandInput> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const kit = check(brandInput, isObject ? { id, ...value } : value, 'bad-brand');
  if (kit.id === id) return kit;
  throw new PullquoteError('bad-brand', `Expected \`${id}\` for \`id\` but received \`${kit.id}\`.`, {
    parameter: 'id',
  });
}

/** @throws PullquoteError `not-found` */
export async function findBrand(store: AppDeps['store'], id: string): Promise<KeptBrand> {
  const brand = await readBrand(store, id);
  if (brand === null) throw new PullquoteError('not-found', `There is no brand \`${id}\`.`);
  return brand;
}

export function viewBrand({ revision, createdAt, kit }: KeptBrand): z.output<typeof brandView> {
  return { revision, createdAt, kit, contrast: kit.colors === null ? [] : reportColors(kit.colors) };
}

function saved(c: AppContext, brand: SavedBrand): Response {
  return c.json(viewBrand(brand), brand.status === 'created' ? 201 : 200, {
    ETag: tagOf(brand),
    'Cache-Control': 'no-store',
  });
}

function tagOf({ revision }: KeptBrand): string {
  return `"r${revision}"`;
}

/** The revision an `If-Match` names (RFC 9110, 13.1.1); `null` where there is none. */
function expected(c: AppContext): number | null {
  const tag = c.req.header('If-Match');
  if (tag === undefined) return null;
  const revision = /^"r(\d{1,9})"$/.exec(tag.trim())?.[1];
  if (revision !== undefined) return Number(revision);
  throw new PullquoteError(
    'precondition-failed',
    `Expected the brand’s ETag in \`If-Match\` but received \`${tag}\`.`,
  );
}

const errors = ['bad-parameter', 'unauthorized', 'forbidden'] as const;

export const brandOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/brands',
    summary: 'All brand kits.',
    scope: 'read',
    answer: { status: 200, description: 'The kits.', json: brandList },
    errors,
  },
  {
    method: 'get',
    path: '/v1/brands/{id}',
    summary: 'A brand kit, how well its colours can be read, and its ETag.',
    scope: 'read',
    answer: { status: 200, description: 'The kit.', json: brandView },
    errors: [...errors, 'not-found'],
  },
  {
    method: 'put',
    path: '/v1/brands/{id}',
    summary:
      'Make or change a brand kit. With `If-Match` only the revision of that ETag is changed. Cards made before keep their address and look. Words that cannot be read on what lies under them are drawn in the nearest colour that can; `contrast` says which.',
    scope: 'admin',
    body: { json: brandInput },
    answer: { status: 201, description: 'The kit (200 where there was one).', json: brandView },
    errors: [...errors, 'bad-request', 'bad-brand', 'conflict', 'precondition-failed', 'too-large'],
  },
  {
    method: 'put',
    path: '/v1/brands/{id}/logo',
    summary:
      'Give a brand a logo: PNG, JPEG, WebP, or SVG of shapes (no text, scripts or references outside).',
    scope: 'admin',
    body: { file: ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] },
    answer: { status: 200, description: 'The kit.', json: brandView },
    errors: [
      ...errors,
      'not-found',
      'bad-image',
      'bad-brand',
      'conflict',
      'precondition-failed',
      'too-large',
    ],
  },
];
