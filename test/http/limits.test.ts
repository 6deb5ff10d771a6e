import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { quoteList } from '../../src/http/schemas.ts';
import { Client, problemOf } from './client.ts';
import { exampleForm, type Served, startNode } from './servers.ts';

describe('a server on Node', () => {
  const servers: Served[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

  /** A server with the example, and the paths of its cards. */
  async function start(settings: Record<string, string>): Promise<{ client: Client; cards: string[] }> {
    const server = await startNode(settings);
    servers.push(server);
    const client = new Client(server);
    await client.import(await exampleForm());
    const { items } = await client.json(quoteList, '/v1/episodes/example/quotes?limit=60');
    return { client, cards: items.map(({ id }) => `/q/${id}.png`) };
  }

  test('past its rate a caller gets no new cards, those that are drawn all the same', async () => {
    const { client, cards } = await start({ RENDERS_PER_MINUTE: '2' });
    const [first = '', second = '', third = ''] = cards;
    for (const path of [first, second]) expect((await client.ask(path)).status).toBe(200);
    const refused = await client.ask(third);
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'rate-limited' });
    expect((await client.ask(first)).status).toBe(200);
    expect((await client.ask(third, { as: 'read' })).status).toBe(200);
  });

  test('past its rate a caller writes nothing', async () => {
    const { client } = await start({ WRITES_PER_MINUTE: '2' });
    const mint = (): Promise<Response> => client.send('/v1/quotes', { episode: 'example', range: 's=1' });
    expect((await mint()).status).toBe(200);
    expect((await mint()).status).toBe(429);
  });

  test('addresses a proxy names are counted only where the proxy is trusted', async () => {
    for (const [proxies, status] of [
      ['0', 429],
      ['1', 200],
    ] as const) {
      const { client, cards } = await start({ RENDERS_PER_MINUTE: '1', TRUSTED_PROXIES: proxies });
      expect((await client.ask(cards[0] ?? '', from('198.51.100.1'))).status).toBe(200);
      expect((await client.ask(cards[1] ?? '', from('198.51.100.2'))).status).toBe(status);
    }
  });

  test('past the limit of cards drawn at once a request is refused at once', async () => {
    const { client, cards } = await start({ MAX_DRAWING: '1' });
    const answers = await Promise.all(cards.slice(0, 12).map((path) => client.ask(path)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    const refused = answers.find(({ status }) => status === 503);
    expect(refused?.headers.get('Retry-After')).toBe('1');
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
  });

  test('equal requests at once draw one card', async () => {
    const { client, cards } = await start({ MAX_DRAWING: '1' });
    const answers = await Promise.all(Array.from({ length: 12 }, () => client.ask(cards[0] ?? '')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  });

  test('on loopback only its own names are served', async () => {
    const { client } = await start({});
    expect(await asHost(client.origin, 'evil.example')).toBe(421);
    for (const host of ['localhost:8787', '127.0.0.1', '[::1]:80', 'quotes.example'])
      expect([host, await asHost(client.origin, host)]).toEqual([host, 200]);
  });

  test('/readyz is ready; /metrics counts by route, for admins alone', async () => {
    const { client, cards } = await start({});
    await client.ask(cards[0] ?? '');
    expect(await (await client.ask('/readyz')).json()).toEqual({ status: 'ready' });
    expect((await client.ask('/metrics')).status).toBe(401);
    expect((await client.ask('/metrics', { as: 'import' })).status).toBe(403);
    const text = await (await client.ask('/metrics', { as: 'admin' })).text();
    expect(text).toMatch(/pullquote_requests_total\{route="\/q\/[^"]*",status="200"\} 1\n/);
    expect(text).toMatch(/pullquote_card_stage_seconds_count\{stage="draw"\} 1\n/);
    expect(text).not.toContain(cards[0]);
  });

  test('where only signed addresses are served, pages give away signed ones', async () => {
    const { client, cards } = await start({ SIGNED_ONLY: 'true' });
    expect((await client.ask(cards[0] ?? '')).status).toBe(403);
    expect((await client.ask(cards[0] ?? '', { as: 'read' })).status).toBe(200);
    const markup = await (await client.ask((cards[0] ?? '').replace('.png', ''))).text();
    const [, image = ''] = /"og:image" content="https:\/\/[^/]+([^"]+)"/.exec(markup) ?? [];
    expect((await client.ask(image.replaceAll('&amp;', '&'))).status).toBe(200);
  });
});

/** Sends a `Host` of its own, which `fetch` does not. */
function asHost(origin: string, host: string): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: '/', headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

function from(address: string): RequestInit {
  return { headers: { 'X-Forwarded-For': address } };
}
