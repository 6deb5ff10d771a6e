/** The queue's consumer in a real workerd, with every message delivered by the test, as often as it likes. */
import { createHmac } from 'node:crypto';
import { Response } from 'miniflare';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packView } from '../../src/http/packs.ts';
import { Client, bytesOf } from '../http/client.ts';
import { exampleForm, startWorker, type ServedWorker } from '../http/servers.ts';
import { unzip } from './unzip.ts';

const QUEUE = 'pullquote-packs';
const HOOK = 'https://receiver.example/hook';
const SECRET = 'a secret of the receiver';

let served: ServedWorker;
let client: Client;
/** What the receiver answers next, and what it got. */
const answers: number[] = [];
const received: { headers: Headers; body: string }[] = [];

beforeAll(async () => {
  served = await startWorker(
    'dist/assets',
    {},
    {
      consumes: false,
      async receive(request) {
        if (request.url !== HOOK) return null;
        received.push({ headers: new Headers([...request.headers]), body: await request.text() });
        return new Response(null, { status: answers.shift() ?? 200 });
      },
    },
  );
  client = new Client(served);
  await client.import(await exampleForm());
});
afterAll(() => served.runtime.dispose());

/** Delivers messages as one batch. @returns how it ended for the queue */
async function deliver(bodies: readonly object[], { queue = QUEUE, attempts = 1 } = {}) {
  const worker = await served.runtime.getWorker();
  const messages = bodies.map((body, n) => ({ id: `m${n}`, timestamp: new Date(), body, attempts }));
  return worker.queue(queue, messages);
}

async function create(body: object, key: string) {
  const response = await client.ask('/v1/packs', {
    method: 'POST',
    as: 'import',
    body: JSON.stringify({ episode: 'example', sizes: ['og'], ...body }),
    headers: { 'Idempotency-Key': key },
  });
  return packView.parse(await response.json());
}

const shown = (id: string) => client.json(packView, `/v1/packs/${id}`, { as: 'read' });

/** Makes the attempt that is to come due now. */
async function makeDue(id: string): Promise<void> {
  const db = await served.runtime.getD1Database('DB');
  await db
    .prepare(
      `UPDATE packs SET webhook = json_set(webhook, '$.nextAt', '2026-01-01T00:00:00.000Z') WHERE id = ?`,
    )
    .bind(id)
    .run();
}

test('messages that come twice, also at once and out of order, make the pack once', async () => {
  const { id, total } = await create({ select: 'highlights:14' }, 'twice');
  expect(total).toBe(15);
  const first = { kind: 'chunk', pack: id, from: 0, to: 10 };
  const rest = { kind: 'chunk', pack: id, from: 10, to: 14 };
  const sheet = { kind: 'chunk', pack: id, from: 14, to: 15 };
  const finish = { kind: 'finish', pack: id };
  await Promise.all([deliver([sheet, first]), deliver([first, rest])]);
  await Promise.all([deliver([finish]), deliver([finish, first])]);
  const done = await shown(id);
  expect([done.state, done.done, done.failed]).toEqual(['done', 15, 0]);
  const archive = async () => client.ask(`/v1/packs/${id}.zip`, { as: 'read' });
  const before = await archive();
  const files = await unzip(await bytesOf(before));
  expect(files.filter(([name]) => name.startsWith('cards/'))).toHaveLength(14);
  expect(await deliver([first, rest, sheet, finish])).toMatchObject({ outcome: 'ok', retryMessages: [] });
  const after = await archive();
  expect(after.headers.get('ETag')).toBe(before.headers.get('ETag'));
  expect(await unzip(await bytesOf(after))).toEqual(files);
});

test('a message that fails is asked for again, after longer each time', async () => {
  const broken = [{ kind: 'chunk', pack: 'p_x' }];
  for (const [attempts, delaySeconds] of [
    [1, 10],
    [4, 80],
    [9, 600],
  ] as const) {
    const { retryMessages } = await deliver(broken, { attempts });
    expect(retryMessages).toEqual([expect.objectContaining({ msgId: 'm0', delaySeconds })]);
  }
});

test('a message that was given up ends its pack with a reason, and the same request goes on', async () => {
  const made = await create({ select: 'highlights:12' }, 'dead');
  await deliver([{ kind: 'chunk', pack: made.id, from: 0, to: 10 }]);
  const lost = { kind: 'chunk', pack: made.id, from: 10, to: 12 };
  await deliver([lost], { queue: `${QUEUE}-dead` });
  const failed = await shown(made.id);
  expect([failed.state, failed.done, failed.error?.message]).toEqual([
    'failed',
    10,
    expect.stringContaining('What was finished stays'),
  ]);
  expect((await create({ select: 'highlights:12' }, 'dead')).state).toBe('queued');
  await deliver([
    lost,
    { kind: 'chunk', pack: made.id, from: 12, to: 13 },
    { kind: 'finish', pack: made.id },
  ]);
  expect(await shown(made.id)).toMatchObject({ state: 'done', done: 13, error: null });
});

test('the webhook is told, signed, until it answers, and then no more', async () => {
  const webhook = { url: HOOK, secret: SECRET };
  const { id } = await create({ select: 'highlights:1', webhook }, 'told');
  answers.push(503, 200);
  const tell = { kind: 'tell', pack: id };
  await deliver([{ kind: 'chunk', pack: id, from: 0, to: 2 }, { kind: 'finish', pack: id }, tell]);
  const first = await shown(id);
  expect(first.webhook).toMatchObject({
    attempts: 1,
    deliveredAt: null,
    error: expect.stringContaining('503'),
  });
  const pause = Date.parse(first.webhook?.nextAt ?? '') - Date.parse(first.finishedAt ?? '');
  expect(pause).toBeGreaterThanOrEqual(10_000);
  await deliver([tell]);
  expect(received).toHaveLength(1);
  await makeDue(id);
  await deliver([tell, tell]);
  expect((await shown(id)).webhook).toMatchObject({
    attempts: 2,
    nextAt: null,
    deliveredAt: expect.any(String),
  });
  expect(received).toHaveLength(2);
  for (const { headers, body } of received) {
    expect(headers.get('webhook-id')).toBe(`${id}.done`);
    const signed = `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`;
    const signature = createHmac('sha256', SECRET).update(signed).digest('base64');
    expect(headers.get('webhook-signature')).toBe(`v1,${signature}`);
    expect(JSON.parse(body)).toMatchObject({ type: 'pack.done', data: { id, state: 'done', failed: 0 } });
  }
});
