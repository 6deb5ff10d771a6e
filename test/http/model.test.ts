/** A language model chooses highlights: on both runtimes, against a server that speaks the protocol well and badly. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { highlightList } from '../../src/http/highlights.ts';
import { Client } from './client.ts';
import { exampleForm, type Served, startNode, startWorker } from './servers.ts';

let answer: { status: number; body: string; wait: boolean };
let requests = 0;
let model: Server;
let url: string;

const says = (content: string): string => JSON.stringify({ choices: [{ message: { content } }] });

beforeAll(async () => {
  model = createServer((request, response) => {
    requests++;
    request.resume();
    if (answer.wait) return;
    response.writeHead(answer.status, { 'content-type': 'application/json', location: '/elsewhere' });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  const address = model.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`;
});

afterAll(async () => {
  model.closeAllConnections();
  await new Promise((resolve) => model.close(resolve));
});

beforeEach(() => {
  answer = { status: 200, body: says('{"picks":[2,1]}'), wait: false };
  requests = 0;
});

const RUNTIMES: [string, (settings: Record<string, string>) => Promise<Served>][] = [
  ['Node', startNode],
  ['workerd', (settings) => startWorker('dist/assets', settings)],
];

describe.each(RUNTIMES)('a model on %s', (_, start) => {
  let served: Served;
  let client: Client;
  const best = () => client.json(highlightList, '/v1/episodes/example/highlights?count=2');

  beforeAll(async () => {
    served = await start({
      HIGHLIGHT_MODEL: 'small',
      HIGHLIGHT_MODEL_URL: url,
      HIGHLIGHT_MODEL_SECONDS: '3',
    });
    client = new Client(served);
    await client.import(await exampleForm());
  });
  afterAll(() => served.close());

  // First those that are not kept.
  test.each([
    ['status 500', 'failed', { status: 500, body: '{}' }],
    ['a redirect', 'failed', { status: 302, body: '' }],
    ['bad JSON', 'failed', { body: '{"choices"' }],
    ['text', 'failed', { body: says('The second one.') }],
    ['words for numbers', 'invalid', { body: says('{"picks":["goat"]}') }],
    ['numbers out of range', 'invalid', { body: says('{"picks":[100000]}') }],
    ['a huge body', 'failed', { body: says('x'.repeat(2_000_000)) }],
    ['no answer in time', 'failed', { wait: true }],
  ])('that answers %s changes nothing, and the answer says so', async (_name, fallback, change) => {
    answer = { ...answer, ...change };
    const picked = await best();
    expect([picked.by, picked.fallback, requests]).toEqual(['scores', fallback, 1]);
    expect(picked.items[0]?.scores.total).toBeGreaterThanOrEqual(picked.items[1]?.scores.total ?? 0);
  });

  test('that answers numbers decides, and is asked once', async () => {
    const [first, second] = [await best(), await best()];
    expect([first.by, first.fallback, requests]).toEqual(['model', null, 1]);
    expect(second).toEqual(first);
  });
});
