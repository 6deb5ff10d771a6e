/** The rate-limit bindings of Workers, as workerd has them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quoteList } from '../../src/http/schemas.ts';
import { Client, problemOf } from './client.ts';
import { exampleForm, type Served, startWorker } from './servers.ts';

let served: Served | undefined;
let cards: string[] = [];

function client(): Client {
  if (served === undefined) throw new Error('The Worker did not start.');
  return new Client(served);
}

beforeAll(async () => {
  served = await startWorker('dist/assets', {}, { perMinute: { RENDER_LIMIT: 2, WRITE_LIMIT: 2 } });
  await client().import(await exampleForm());
  const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=3');
  cards = items.map(({ id }) => `/q/${id}.png`);
});
afterAll(() => served?.close());

test('past RENDER_LIMIT a caller gets no new cards, those that are drawn all the same; another caller does', async () => {
  const [first = '', second = '', third = ''] = cards;
  for (const path of [first, second]) expect((await client().ask(path)).status).toBe(200);
  const refused = await client().ask(third);
  expect(refused.headers.get('Retry-After')).toBe('60');
  expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'rate-limited' });
  expect((await client().ask(first)).status).toBe(200);
  expect((await client().ask(third, { as: 'read' })).status).toBe(200);
});

test('past WRITE_LIMIT a caller writes nothing, and reads all the same', async () => {
  const mint = (): Promise<Response> => client().send('/v1/quotes', { episode: 'example', range: 's=1' });
  expect((await mint()).status).toBe(200);
  expect((await mint()).status).toBe(429);
  expect((await client().ask('/v1/episodes')).status).toBe(200);
});
