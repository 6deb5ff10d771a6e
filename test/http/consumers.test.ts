/** Open Graph and oEmbed as programs read them that were not written for this one. */
import ogs from 'open-graph-scraper';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from './client.ts';
import { exampleForm, freePort, type Served, startNode } from './servers.ts';

let served: Served | undefined;
let page = '';

beforeAll(async () => {
  const port = String(await freePort());
  served = await startNode({ PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` });
  const client = new Client(served);
  await client.import(await exampleForm());
  page = `${served.origin}/q/${(await client.quote('Two identical towers')).id}`;
});
afterAll(() => served?.close());

test('open-graph-scraper reads title, picture, size and description', async () => {
  const { error, result } = await ogs({ url: page, blacklist: [] });
  expect(error).toBe(false);
  expect(result).toMatchObject({
    ogUrl: page,
    ogSiteName: 'Slow Signal',
    ogImage: [{ width: '1200', height: '630', type: 'image/png' }],
    twitterCard: 'summary_large_image',
  });
  expect(result.ogTitle).toContain('Two identical towers');
  expect(result.jsonLD?.[0]).toMatchObject({ '@context': 'https://schema.org' });
  const image = result.ogImage?.[0]?.url ?? '';
  expect((await fetch(image)).headers.get('Cache-Control')).toContain('immutable');
});

test('unfurl reads the oEmbed answer the page names', async () => {
  const found = await unfurl(page);
  expect(found.oEmbed).toMatchObject({ type: 'rich', version: '1.0' });
  expect(found.oEmbed?.thumbnails?.[0]).toMatchObject({ width: 1200, height: 630 });
  expect(JSON.stringify(found.oEmbed)).toContain('<iframe');
});
