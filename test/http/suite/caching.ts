import { expect, test } from 'vitest';
import { bytesOf, problemOf } from '../client.ts';
import { episodeForm } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const words = (count: string) => `WEBVTT

00:00.000 --> 00:04.000
<v Ida>The lighthouse keeper counted ${count} ships before the fog came in that evening.
`;

export function cachingTests(client: ClientOf): void {
  const image = async (): Promise<string> => `/q/${(await client().quote('Two identical towers')).id}.png`;

  test.each([
    ['size=og', ''],
    ['size=1200x630', ''],
    ['dpr=1&size=og', ''],
    ['template=bold&size=square', 'size=square&template=bold'],
    ['effort=default&template=bold', 'template=bold&missing=refuse'],
  ])('?%s and ?%s are one picture with one key', async (one, other) => {
    const path = await image();
    const tags = [];
    for (const query of [one, other]) tags.push((await client().ask(`${path}?${query}`)).headers.get('ETag'));
    expect(tags[0]).toBe(tags[1]);
  });

  test('asked again, a picture is the same, and 304 where the caller has it', async () => {
    const path = `${await image()}?template=bold`;
    const first = await client().ask(path);
    const again = await client().ask(path);
    expect(await bytesOf(again)).toEqual(await bytesOf(first));
    for (const name of ['ETag', 'Cache-Control', 'Content-Type', 'Link', 'X-Alt-Text']) {
      expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)]);
    }
    const tag = again.headers.get('ETag') ?? '';
    expect((await client().ask(path, { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });

  test('a picture and an answer of the API say how they may be kept, and vary only where they do', async () => {
    const picture = await client().ask(await image());
    expect(picture.headers.get('Vary')).toBeNull();
    const list = await client().ask('/v1/episodes');
    expect(list.headers.get('Vary')).toBe('Authorization');
  });

  test('a card that has to be drawn says how long each stage took', async () => {
    const { headers } = await client().ask(`${await image()}?size=777x400`);
    expect(headers.get('Server-Timing')).toMatch(/^words;dur=[\d.]+, kept;dur=[\d.]+, draw;dur=[\d.]+$/);
  });

  test.each([
    ['bytes=0-7', 0, 8],
    ['bytes=10-', 10, undefined],
    ['bytes=-20', -20, undefined],
  ])('Range: %s answers that part', async (range, from, to) => {
    const path = await image();
    const whole = await bytesOf(await client().ask(path));
    const response = await client().ask(path, { headers: { Range: range } });
    expect(response.status).toBe(206);
    const part = await bytesOf(response);
    expect(part).toEqual(whole.slice(from, to));
    const start = from < 0 ? whole.length + from : from;
    expect(response.headers.get('Content-Range')).toBe(
      `bytes ${start}-${start + part.length - 1}/${whole.length}`,
    );
  });

  test('a range past the end answers 416 with the length; one of another version is ignored', async () => {
    const path = await image();
    const outside = await client().ask(path, { headers: { Range: 'bytes=9999999-' } });
    expect(outside.headers.get('Content-Range')).toMatch(/^bytes \*\/\d+$/);
    expect(await problemOf(outside)).toMatchObject({ status: 416, code: 'bytes-outside' });
    const other = await client().ask(path, { headers: { Range: 'bytes=0-7', 'If-Range': '"other"' } });
    expect(other.status).toBe(200);
  });

  test('a version a page gave away stays an address although its card was never drawn', async () => {
    const metadata = { show: 'Fog', title: 'Evening', id: 'fog' };
    await client().import(episodeForm(metadata, words('several')));
    const markup = await (await client().ask('/e/fog/s=0')).text();
    const [, address = ''] = /"og:image" content="https:\/\/[^/]+([^"]+)"/.exec(markup) ?? [];
    expect(address).toMatch(/\?v=[0-9a-f]{32}$/);
    await client().import(episodeForm(metadata, words('many')));
    const stale = await client().ask(address);
    expect([stale.status, stale.headers.get('Cache-Control')]).toEqual([302, 'no-store']);
    expect(stale.headers.get('Location')).toBe(address.replace(/\?.*/, ''));
  });

  test.each(['', '../../x', 'X'.repeat(32), '0'.repeat(31), '%00'])('?v=%s answers 404', async (version) => {
    expect(await problemOf(await client().ask(`${await image()}?v=${version}`))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  test('a version whose card was drawn keeps its bytes when the words change', async () => {
    const metadata = { show: 'Fog', title: 'Morning', id: 'fog-2' };
    await client().import(episodeForm(metadata, words('several')));
    const markup = await (await client().ask('/e/fog-2/s=0')).text();
    const [, address = ''] = /"og:image" content="https:\/\/[^/]+([^"]+)"/.exec(markup) ?? [];
    const drawn = await bytesOf(await client().ask(address));
    await client().import(episodeForm(metadata, words('many')));
    expect(await bytesOf(await client().ask(address))).toEqual(drawn);
    expect(await bytesOf(await client().ask(address.replace(/\?.*/, '')))).not.toEqual(drawn);
  });

  test('pages elsewhere may use the API: a preflight names what they may send', async () => {
    const { status, headers } = await client().ask('/v1/quotes', {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Headers')).toContain('If-Match');
    const refused = await client().ask('/v1/quotes/q_aaaaaaaaaaaaa', {
      headers: { Origin: 'https://elsewhere.example' },
    });
    expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([404, '*']);
  });

  test('every answer has an ID of its own', async () => {
    const ids = [];
    for (const path of ['/healthz', '/nowhere'])
      ids.push((await client().ask(path)).headers.get('X-Request-Id'));
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain(null);
  });
}
