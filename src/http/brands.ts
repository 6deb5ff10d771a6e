/** Brand kits: `/v1/brands`. */
import { Hono } from 'hono';
import { reportColors } from '../brand/report.ts';
import { PullquoteError } from '../errors.ts';
import { FONT_LIMITS } from '../brand/font/font.ts';
import {
  readBrand,
  saveBrand,
  saveFont,
  saveLogo,
  type FontRole,
  type KeptBrand,
  type SavedBrand,
} from '../ingest/brand.ts';
import { PICTURE_LIMITS } from '../layer/picture.ts';
import { readBytes, readJson } from './body.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { allow, queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { brandInput, brandList, brandView, noQuery } from './schemas.ts';
import { isFresh, requireMatch } from './tags.ts';
import { check } from './validate.ts';
import type { z } from 'zod';

const BODY_LIMIT = 64_000;

export function brandRoutes(deps: AppDeps) {
  const { store, blobs, codec, brotli } = deps;
  return new Hono<AppEnv>()
    .get('/v1/brands', allow('read'), queryOf(noQuery), async (c) => {
      const kept = await Promise.all((await store.brands()).map(({ id }) => findBrand(store, id)));
      return c.json({ items: kept.map(viewBrand) }, 200, { 'Cache-Control': 'private, no-cache' });
    })
    .get('/v1/brands/:id', allow('read'), queryOf(noQuery), async (c) => {
      const brand = await findBrand(store, c.req.param('id'));
      const headers = { ETag: tagOf(brand), 'Cache-Control': 'private, no-cache' };
      return isFresh(c, headers.ETag) ? c.body(null, 304, headers) : c.json(viewBrand(brand), 200, headers);
    })
    .put('/v1/brands/:id', allow('admin'), queryOf(noQuery), async (c) => {
      const kit = kitOf(c.req.param('id'), await readJson(c.req.raw, BODY_LIMIT));
      return saved(c, await saveBrand({ store, blobs }, kit, await matched(c, store, kit.id)));
    })
    .put('/v1/brands/:id/logo', allow('admin'), queryOf(noQuery), async (c) => {
      const id = c.req.param('id');
      const bytes = await readBytes(c.req.raw, PICTURE_LIMITS.bytes);
      const logo = { id, bytes, expected: await matched(c, store, id) };
      return saved(c, await saveLogo({ store, blobs, codec }, logo));
    })
    .put('/v1/brands/:id/fonts/:role/:weight?', allow('admin'), queryOf(noQuery), async (c) => {
      const id = c.req.param('id');
      const role = roleOf(c.req.param('role'));
      const weight = weightOf(c.req.param('weight'));
      const bytes = await readBytes(c.req.raw, FONT_LIMITS.bytes);
      const font = { id, role, weight, bytes, expected: await matched(c, store, id) };
      return saved(c, await saveFont({ store, blobs, brotli }, font));
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

function roleOf(value: string): FontRole {
  if (value === 'display' || value === 'body') return value;
  throw new PullquoteError(
    'not-found',
    `A brand has the fonts \`display\` and \`body\` but no \`${value}\`.`,
  );
}

function weightOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (/^[1-9]\d{0,2}$|^1000$/.test(value)) return Number(value);
  throw new PullquoteError('not-found', `Expected a weight from 1 to 1000 but received \`${value}\`.`);
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

function tagOf({ revision }: Pick<KeptBrand, 'revision'>): string {
  return `"r${revision}"`;
}

/** The revision an edit with `If-Match` is of; `null` without. @throws PullquoteError `precondition-failed` */
async function matched(c: AppContext, store: AppDeps['store'], id: string): Promise<number | null> {
  if (c.req.header('If-Match') === undefined) return null;
  const revision = (await readBrand(store, id))?.revision ?? 0;
  requireMatch(c, tagOf({ revision }));
  return revision;
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
  {
    method: 'put',
    path: '/v1/brands/{id}/fonts/{role}',
    summary:
      'Give a brand a font of its own: TTF, OTF or WOFF2, one face or a variable font, as its `display` (the quote) or `body` (all else). Characters it lacks are set in a bundled font.',
    scope: 'admin',
    body: { file: ['font/ttf', 'font/otf', 'font/woff2'] },
    answer: { status: 200, description: 'The kit.', json: brandView },
    errors: [...errors, 'not-found', 'bad-font', 'bad-brand', 'conflict', 'precondition-failed', 'too-large'],
  },
  {
    method: 'put',
    path: '/v1/brands/{id}/fonts/{role}/{weight}',
    summary:
      'Give a brand’s uploaded font one more weight, 1 to 1000: a font of that weight alone. Words are set in the weight nearest to the one a template asks for.',
    scope: 'admin',
    body: { file: ['font/ttf', 'font/otf', 'font/woff2'] },
    answer: { status: 200, description: 'The kit.', json: brandView },
    errors: [...errors, 'not-found', 'bad-font', 'bad-brand', 'conflict', 'precondition-failed', 'too-large'],
  },
];
