import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quoteList } from '../../src/http/schemas.ts';
import { bytesOf, Client } from './client.ts';
import { exampleForm, type Served, startNode, startWorker } from './servers.ts';

describe('Node and workerd', () => {
  let servers: Served[] = [];

  beforeAll(async () => {
    servers = await Promise.all([startNode(), startWorker()]);
    for (const server of servers) await new Client(server).import(await exampleForm());
  });
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  /** Paths of cards of the example, found on the first server; IDs are the same on all. */
  async function quotes(): Promise<{ id: string; text: string }[]> {
    const [server] = servers;
    if (server === undefined) throw new Error('No server started.');
    return (await new Client(server).json(quoteList, '/v1/episodes/example/quotes?limit=200')).items;
  }

  test.each([
    ['Latin, with a photo', /^Two identical towers/, 'png', ''],
    ['Japanese', /\p{Script=Hiragana}/u, 'png', ''],
    ['Arabic among English', /\p{Script=Arabic}/u, 'png', ''],
    ['emoji', /\p{Extended_Pictographic}/u, 'png', ''],
    ['twice the pixels', /^Two identical towers/, 'png', '?dpr=2'],
    ['a story', /^Two identical towers/, 'png', '?size=story'],
    ['SVG', /^Two identical towers/, 'svg', ''],
  ])('draw the same bytes: %s', async (_, pattern, format, query) => {
    const quote = (await quotes()).find(({ text }) => pattern.test(text));
    if (quote === undefined) throw new Error(`No sentence of the example matches ${pattern}.`);
    const [onNode, onWorker] = await Promise.all(
      servers.map(async (server) => {
        const response = await new Client(server).ask(`/q/${quote.id}.${format}${query}`);
        return {
          status: response.status,
          etag: response.headers.get('ETag'),
          bytes: await bytesOf(response),
        };
      }),
    );
    expect(onNode?.status).toBe(200);
    expect(onWorker?.etag).toBe(onNode?.etag);
    expect(Buffer.compare(onWorker?.bytes ?? Buffer.alloc(0), onNode?.bytes ?? Buffer.alloc(0))).toBe(0);
  });
});
