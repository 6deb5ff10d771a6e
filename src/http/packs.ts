/** Packs: `/v1/packs`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { PullquoteError } from '../errors.ts';
import { zipOf, zipTag } from '../pack/archive.ts';
import { packFiles } from '../pack/finish.ts';
import { cancelPack, createPack, findPack, packStatus } from '../pack/jobs.ts';
import { packInput } from '../pack/request.ts';
import type { Episode } from '../quote/model.ts';
import type { PackSummary } from '../store/pack-port.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { allow, jsonOf, queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { noQuery, pageQuery } from './schemas.ts';
import { sendStream } from './send-stream.ts';
import { streamOf } from './streams.ts';

const BODY_LIMIT = 8_000_000;

const webhookInput = z
  .strictObject({
    url: z.url('an address like https://example.org/hook').max(2000),
    secret: z
      .string()
      .regex(
        /^whsec_(?:[A-Za-z0-9+/]{4}){6,}[A-Za-z0-9+/]{0,3}={0,2}$|^(?!whsec_).{16,200}$/,
        '16 to 200 characters, or whsec_ and base64',
      )
      .meta({
        description: 'What the message is signed with, as Standard Webhooks say. It is never shown again.',
      }),
  })
  .meta({ id: 'WebhookInput' });

const packRequest = packInput.safeExtend({ webhook: webhookInput.optional() }).meta({ id: 'PackRequest' });

export const packView = z
  .object({
    id: z.string(),
    episode: z.object({ id: z.string(), title: z.string() }),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    total: z.int().meta({ description: 'Cards and contact sheets.' }),
    done: z.int().meta({ description: 'Of these, those that are done, failed ones among them.' }),
    failed: z.int(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    errors: z
      .array(
        z.object({
          quote: z.string(),
          size: z.string(),
          template: z.string().nullable(),
          code: z.string(),
          message: z.string(),
        }),
      )
      .meta({ description: 'The first 100 cards that failed; the manifest has all.' }),
    webhook: z
      .object({
        url: z.string(),
        attempts: z.int(),
        deliveredAt: z.string().nullable(),
        nextAt: z.string().nullable(),
        error: z.string().nullable(),
      })
      .nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    zip: z.string().nullable().meta({ description: 'Address of the archive, once it is done.' }),
  })
  .meta({ id: 'Pack' });

const packSummary = packView.omit({ errors: true }).meta({ id: 'PackSummary' });

export const packList = z
  .object({ items: z.array(packSummary), next: z.string().nullable() })
  .meta({ id: 'PackList' });

const packsQuery = pageQuery.extend({
  episode: z.string().max(64).optional().meta({ description: 'Only packs of this episode, by its ID.' }),
});

/** Between two looks at a pack that is watched, in milliseconds. */
const LOOK = 300;
/** Looks in one answer: a watcher then asks again, as event sources do by themselves. */
const MAX_LOOKS = 1000;

export function packRoutes(deps: AppDeps) {
  const { store, blobs, config, packs } = deps;

  /** @param episode its title, where it is still there */
  const summaryOf = (row: PackSummary, episode: Episode | null): z.output<typeof packSummary> => ({
    id: row.id,
    episode: { id: row.episodeId, title: episode?.title ?? row.episodeId },
    state: row.state,
    total: row.total,
    done: row.done,
    failed: row.failed,
    error: row.error,
    webhook: row.webhook && {
      url: row.webhook.url,
      attempts: row.webhook.attempts,
      deliveredAt: row.webhook.deliveredAt,
      nextAt: row.webhook.nextAt,
      error: row.webhook.error,
    },
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    zip: row.state === 'done' ? `${config.publicUrl}/v1/packs/${row.id}.zip` : null,
  });
  const shown = async (id: string): Promise<z.output<typeof packView>> => {
    const { row, counts, errors } = await packStatus(store, id);
    return { ...summaryOf({ ...row, ...counts }, await store.episode(row.episodeId)), errors };
  };

  /** Says how far a pack is whenever that changed, until it is finished. */
  async function* watch(id: string): AsyncGenerator<Uint8Array, void, void> {
    const utf8 = new TextEncoder();
    let last = '';
    for (let looks = 0; looks < MAX_LOOKS; looks++) {
      const { state, total, done, failed } = await shown(id);
      const text = JSON.stringify({ state, total, done, failed });
      const isOver = state !== 'queued' && state !== 'running';
      if (text !== last) yield utf8.encode(`event: ${isOver ? 'end' : 'progress'}\ndata: ${text}\n\n`);
      if (isOver) return;
      last = text;
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      // Tells proxies that the connection lives.
      if (looks % 50 === 49) yield utf8.encode(':\n\n');
    }
  }

  async function download(c: AppContext, id: string): Promise<Response> {
    const row = await findPack(store, id);
    if (row.state !== 'done') {
      throw new PullquoteError('conflict', `Expected a pack that is done but ${id} is ${row.state}.`, {
        state: row.state,
      });
    }
    const files = await packFiles(store, row);
    const { size, read } = zipOf(blobs, files);
    return sendStream(
      c,
      { version: await zipTag(files), size, read },
      {
        known: { 'Cache-Control': 'private, no-cache' },
        sent: {
          'Content-Type': 'application/zip',
          'Content-Disposition': `attachment; filename="${id}.zip"`,
        },
      },
    );
  }

  return new Hono<AppEnv>()
    .post('/v1/packs', allow('import'), queryOf(noQuery), jsonOf(packRequest, BODY_LIMIT), async (c) => {
      const idempotencyKey = keyOf(c.req.header('Idempotency-Key'));
      const { webhook = null, ...input } = c.req.valid('json');
      const row = await createPack(
        {
          store: c.var.visible.store,
          workers: packs,
          now: () => new Date(),
          allowPrivate: config.fetchPrivate,
        },
        { input, idempotencyKey, webhook },
      );
      return c.json(await shown(row.id), 202, {
        'Cache-Control': 'no-store',
        Location: `${config.publicUrl}/v1/packs/${row.id}`,
      });
    })
    .get('/v1/packs', allow('read'), queryOf(packsQuery), async (c) => {
      const { limit, after, episode } = c.req.valid('query');
      const { items, next } = await store.packs({
        limit,
        ...(after === undefined ? {} : { after }),
        ...(episode === undefined ? {} : { episodeId: episode }),
      });
      const { store: visible } = c.var.visible;
      const views = await Promise.all(
        items.map(async (row) => summaryOf(row, await visible.episode(row.episodeId))),
      );
      return c.json({ items: views, next }, 200, { 'Cache-Control': 'no-store' });
    })
    .get('/v1/packs/:file{[^/]+\\.zip}', allow('read'), queryOf(noQuery), async (c) => {
      return download(c, c.req.param('file').slice(0, -'.zip'.length));
    })
    .get('/v1/packs/:id/events', allow('read'), queryOf(noQuery), async (c) => {
      const { id } = await findPack(store, c.req.param('id'));
      return new Response(streamOf(watch(id)), {
        headers: {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-store',
          'X-Accel-Buffering': 'no',
        },
      });
    })
    .get('/v1/packs/:id', allow('read'), queryOf(noQuery), async (c) => {
      return c.json(await shown(c.req.param('id')), 200, { 'Cache-Control': 'no-store' });
    })
    .delete('/v1/packs/:id', allow('import'), queryOf(noQuery), async (c) => {
      await cancelPack(store, c.req.param('id'), new Date());
      return c.json(await shown(c.req.param('id')), 200, { 'Cache-Control': 'no-store' });
    });
}

function keyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new PullquoteError(
    'bad-request',
    'Expected 1 to 200 characters without spaces for `Idempotency-Key`.',
  );
}

const errors = ['bad-parameter', 'unauthorized', 'forbidden', 'not-found'] as const;

export const packOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/packs',
    summary:
      'Draw a pack of cards with captions. Sent again with the same header `Idempotency-Key` it is the same pack, which goes on where it failed.',
    scope: 'import',
    body: { json: packRequest },
    answer: { status: 202, description: 'The pack, to be drawn.', json: packView },
    errors: [...errors, 'bad-request', 'conflict', 'fetch-refused', 'too-large'],
  },
  {
    method: 'get',
    path: '/v1/packs',
    summary: 'All packs, newest first.',
    scope: 'read',
    query: packsQuery,
    answer: { status: 200, description: 'A page of packs.', json: packList },
    errors: ['bad-parameter', 'unauthorized', 'forbidden'],
  },
  {
    method: 'get',
    path: '/v1/packs/{id}',
    summary: 'How far a pack is.',
    scope: 'read',
    answer: { status: 200, description: 'The pack.', json: packView },
    errors,
  },
  {
    method: 'get',
    path: '/v1/packs/{id}/events',
    summary:
      'How far a pack is, as server-sent events: `progress` on every change, `end` when it is finished.',
    scope: 'read',
    answer: { status: 200, description: 'Events.', types: ['text/event-stream'] },
    errors,
  },
  {
    method: 'get',
    path: '/v1/packs/{id}.zip',
    summary: 'The files of a pack that is done, as one archive. Takes `Range`.',
    scope: 'read',
    answer: { status: 200, description: 'The archive.', types: ['application/zip'] },
    errors: [...errors, 'conflict', 'bytes-outside'],
  },
  {
    method: 'delete',
    path: '/v1/packs/{id}',
    summary: 'Cancel a pack that is not finished.',
    scope: 'import',
    answer: { status: 200, description: 'The pack.', json: packView },
    errors,
  },
];
