import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardedPost, requireFetchable, type Post } from '../../src/ingest/fetch.ts';
import { nodeTransport } from '../../src/ingest/node-transport.ts';
import { signedHeaders, tell } from '../../src/pack/webhook.ts';
import type { PackRow } from '../../src/store/pack-port.ts';
import { readMigrations, sqliteStore } from '../../src/store/sqlite.ts';

const SECRET = 'a secret of the receiver';
const START = Date.parse('2026-03-14T10:00:00Z');

function row(url: string): PackRow {
  const createdAt = new Date(START).toISOString();
  return {
    id: 'p_one',
    idempotencyKey: null,
    requestSha256: '',
    episodeId: 'one',
    plan: {},
    state: 'done',
    error: null,
    total: 0,
    documents: [],
    webhook: { url, secret: SECRET, attempts: 0, nextAt: createdAt, deliveredAt: null, error: null },
    createdAt,
    finishedAt: createdAt,
  };
}

async function opened(url = 'https://receiver.example/') {
  const store = await sqliteStore(':memory:', await readMigrations('migrations'));
  await store.addPack(row(url));
  return store;
}

test('the signature is that of Standard Webhooks', async () => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const headers = await signedHeaders(
    `whsec_${key.toString('base64')}`,
    'msg_1',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  const expected = createHmac('sha256', key).update('msg_1.1614265330.{"test": 2432232314}').digest('base64');
  expect(headers).toEqual({
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1614265330',
    'webhook-signature': `v1,${expected}`,
  });
});

describe('a receiver', () => {
  const received: { headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.end();
  });
  let url = '';
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object') url = `http://127.0.0.1:${address?.port}/`;
  });
  afterAll(() => server.close());

  test('is told once of a pack that is done, signed with its secret', async () => {
    using store = await opened(url);
    const post = guardedPost({ transport: nodeTransport({ allowPrivate: true }), allowPrivate: true });
    const deps = { store, post, now: () => new Date(START), publicUrl: 'https://quotes.example' };
    expect(await tell(deps, 'p_one')).toBeNull();
    expect(await tell(deps, 'p_one')).toBeNull();
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const signature = createHmac('sha256', SECRET).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(JSON.parse(body)).toMatchObject({ type: 'pack.done', data: { id: 'p_one', state: 'done' } });
  });

  test('in the private network is not told', async () => {
    using store = await opened(url);
    const post = guardedPost({ transport: nodeTransport() });
    const before = received.length;
    await tell({ store, post, now: () => new Date(START), publicUrl: '' }, 'p_one');
    expect(received).toHaveLength(before);
    expect((await store.pack('p_one'))?.webhook).toMatchObject({ nextAt: null, deliveredAt: null });
  });
});

test('a receiver that does not answer is told again after longer and longer pauses, then no more', async () => {
  using store = await opened();
  let now = START;
  const { PullquoteError } = await import('../../src/errors.ts');
  const dead: Post = async () => {
    throw new PullquoteError('fetch-failed', 'Could not fetch it: it cannot be reached.');
  };
  const deps = { store, post: dead, now: () => new Date(now), publicUrl: '' };
  const pauses: number[] = [];
  for (let next = await tell(deps, 'p_one'); next !== null; next = await tell(deps, 'p_one')) {
    pauses.push((next.getTime() - now) / 1000);
    now = next.getTime();
  }
  expect(pauses).toEqual([10, 60, 300, 900, 3600, 16_800]);
  expect((await store.pack('p_one'))?.webhook).toMatchObject({
    attempts: 7,
    nextAt: null,
    error: expect.stringContaining('cannot be reached'),
  });
});

test('an attempt that is not due is not made', async () => {
  using store = await opened();
  let asked = 0;
  const post: Post = async () => {
    asked++;
  };
  const due = await tell({ store, post, now: () => new Date(START - 5000), publicUrl: '' }, 'p_one');
  expect([due?.getTime(), asked]).toEqual([START, 0]);
});

test('an address that is none of http is refused when the pack is taken in, also where private ones are allowed', () => {
  expect(() => requireFetchable('file:///etc/passwd', true)).toThrow('it is no http(s) address');
  expect(() => requireFetchable('http://10.0.0.1/hook', true)).not.toThrow();
  expect(() => requireFetchable('http://10.0.0.1/hook', false)).toThrow('not on the public internet');
});
