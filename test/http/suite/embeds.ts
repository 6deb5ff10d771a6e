import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemOf } from '../client.ts';
import { episodeForm, PUBLIC_URL } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const rich = z.object({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  title: z.string(),
  html: z.string(),
  width: z.number(),
  height: z.number(),
  thumbnail_url: z.string(),
  thumbnail_width: z.number(),
  thumbnail_height: z.number(),
});
const photo = z.object({ type: z.literal('photo'), url: z.string(), width: z.number(), height: z.number() });

const HIDDEN = `WEBVTT

00:00.000 --> 00:04.000
The lamp in the cellar is never put out.
`;

export function embedTests(client: ClientOf): void {
  const path = async (): Promise<string> => `/q/${(await client().quote('Two identical towers')).id}`;
  const oembed = (url: string, rest = ''): Promise<Response> =>
    client().ask(`/oembed?url=${encodeURIComponent(url)}${rest}`);

  test('the page of a quote is a rich embed: an iframe of a page that other sites may frame', async () => {
    const response = await oembed(`${PUBLIC_URL}${await path()}`);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
    const { html, thumbnail_url: thumbnail } = rich.parse(await response.json());
    const frame = /<iframe src="([^"]+)"/.exec(html)?.[1] ?? '';
    const page = await client().ask(frame.slice(PUBLIC_URL.length));
    expect(page.headers.get('Content-Security-Policy')).toContain('frame-ancestors *');
    expect(await page.text()).toContain('Two identical towers, same motors, same software.');
    expect((await client().ask(thumbnail.slice(PUBLIC_URL.length))).status).toBe(200);
  });

  test('any other page may not be framed', async () => {
    const { headers } = await client().ask(await path());
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });

  test('maxwidth and maxheight bound the embed and its picture', async () => {
    const response = await oembed(`${PUBLIC_URL}${await path()}`, '&maxwidth=320&maxheight=150');
    const found = rich.parse(await response.json());
    expect(Math.max(found.width, found.thumbnail_width)).toBeLessThanOrEqual(320);
    expect(Math.max(found.height, found.thumbnail_height)).toBeLessThanOrEqual(150);
  });

  test('the address of a picture is a photo of its size, within the limits', async () => {
    const image = `${PUBLIC_URL}${await path()}.png?size=square`;
    expect(photo.parse(await (await oembed(image)).json())).toMatchObject({ width: 1080, height: 1080 });
    const small = photo.parse(await (await oembed(image, '&maxwidth=500')).json());
    expect(small).toMatchObject({ width: 500, height: 500 });
    const bytes = new DataView(await (await client().ask(small.url.slice(PUBLIC_URL.length))).arrayBuffer());
    expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([500, 500]);
  });

  test('a range has an embed as well, an episode a link', async () => {
    expect(rich.parse(await (await oembed(`${PUBLIC_URL}/e/example/0:42-0:50`)).json()).title).toContain(
      'Mika',
    );
    expect(await (await oembed(`${PUBLIC_URL}/e/example`)).json()).toMatchObject({ type: 'link' });
  });

  test('as XML it says the same', async () => {
    const response = await oembed(`${PUBLIC_URL}${await path()}`, '&format=xml');
    expect(response.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    const body = await response.text();
    expect(body).toMatch(
      /^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?>\n<oembed><type>rich<\/type>/,
    );
    expect(body).toContain('&lt;iframe src=&quot;');
  });

  test.each([
    ['', 400, 'bad-parameter'],
    [`?url=${PUBLIC_URL}/q/q_aaaaaaaaaaaaa`, 404, 'not-found'],
    ['?url=https://elsewhere.example/q/q_aaaaaaaaaaaaa', 404, 'not-found'],
    ['?url=nonsense', 404, 'not-found'],
    [`?url=${PUBLIC_URL}/docs`, 404, 'not-found'],
    [`?url=${PUBLIC_URL}/e/example&format=yaml`, 501, 'not-implemented'],
    [`?url=${PUBLIC_URL}/e/example/0:42-0:50.png&maxwidth=20`, 404, 'not-found'],
    [`?url=${PUBLIC_URL}/e/example&maxwidth=wide`, 400, 'bad-parameter'],
  ])('/oembed%s answers %d %s', async (query, status, code) => {
    expect(await problemOf(await client().ask(`/oembed${query}`))).toMatchObject({ status, code });
  });

  test('what it does not know of a query it ignores', async () => {
    expect(
      (await oembed(`${PUBLIC_URL}${await path()}?utm_source=x`, '&omitscript=true&url=other')).status,
    ).toBe(200);
  });

  test('a private page answers 401, with a token it has an embed', async () => {
    const metadata = { show: { title: 'Cellar', visibility: 'private' }, title: 'Lamps', id: 'cellar' };
    await client().import(episodeForm(metadata, HIDDEN));
    const query = `/oembed?url=${PUBLIC_URL}/e/cellar/s=0`;
    expect(await problemOf(await client().ask(query))).toMatchObject({ status: 401, code: 'unauthorized' });
    expect((await client().ask(query, { as: 'read' })).headers.get('Cache-Control')).toBe(
      'private, no-cache',
    );
  });

  test('pages say where their embed is, in both formats', async () => {
    const markup = await (await client().ask(await path())).text();
    for (const type of ['application/json+oembed', 'text/xml+oembed']) {
      const [, href = ''] =
        new RegExp(`type="${type.replace('+', '\\+')}" href="([^"]+)"`).exec(markup) ?? [];
      const address = href.replaceAll('&amp;', '&').slice(PUBLIC_URL.length);
      expect([type, (await client().ask(address)).status]).toEqual([type, 200]);
    }
  });

  test.each([
    ['/pull-quote.js', 'text/javascript; charset=utf-8'],
    ['/assets/inter-5.3.0.woff2', 'font/woff2'],
    ['/assets/emoji/1f6d7.svg', 'image/svg+xml'],
  ])('%s may be loaded from anywhere', async (file, type) => {
    const { status, headers } = await client().ask(file);
    expect([status, headers.get('Content-Type')]).toEqual([200, type]);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  test.each([
    '/assets/nothing.woff2',
    '/assets/..%2findex.json',
    '/assets/index.json',
    '/assets/emoji/41.svg',
  ])('%s is not there', async (file) => {
    expect((await client().ask(file)).status).toBe(404);
  });

  test('an embed of nothing says so to who sees the iframe, wherever it stands', async () => {
    const response = await client().ask('/embed/q/q_aaaaaaaaaaaaa');
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(response.headers.get('Content-Security-Policy')).toContain('frame-ancestors *');
    expect(await response.text()).toContain('<figure');
  });
}
