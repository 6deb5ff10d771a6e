/** Open Graph and oEmbed as programs read them that were not written for this one. */
import ogs from 'open-graph-scraper';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './client.ts';
import { exampleForm, freePort, type Served, startNode, startWorker } from './servers.ts';

const RUNTIMES: [string, (port: number, publicUrl: string) => Promise<Served>][] = [
  ['Node', (port, publicUrl) => startNode({ PORT: String(port), PUBLIC_URL: publicUrl })],
  ['workerd', (port, publicUrl) => startWorker('dist/assets', { PUBLIC_URL: publicUrl }, { port })],
];

describe.each(RUNTIMES)('on %s', (_, start) => {
  let served: Served | undefined;
  let origin = '';
  let page = '';

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    served = await start(port, origin);
    const client = new Client(served);
    await client.import(await exampleForm());
    page = `${origin}/q/${(await client.quote('Two identical towers')).id}`;
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
    const image = await fetch(result.ogImage?.[0]?.url ?? '');
    expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/png']);
    expect(image.headers.get('Cache-Control')).toContain('immutable');
  });

  test.each(['/', '/e/example'])('open-graph-scraper reads a picture of %s that is there', async (path) => {
    const { result } = await ogs({ url: `${origin}${path}`, blacklist: [] });
    expect(result).toMatchObject({
      ogUrl: `${origin}${path}`,
      ogImage: [{ width: '1200', height: '630', type: 'image/png', alt: expect.stringMatching(/\S/) }],
      twitterCard: 'summary_large_image',
    });
    const image = await fetch(result.ogImage?.[0]?.url ?? '');
    expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  });

  test('unfurl reads the oEmbed answer the page names', async () => {
    const found = await unfurl(page);
    expect(found.oEmbed).toMatchObject({ type: 'rich', version: '1.0' });
    expect(found.oEmbed?.thumbnails?.[0]).toMatchObject({ width: 1200, height: 630 });
    expect(JSON.stringify(found.oEmbed)).toContain('<iframe');
  });
});
