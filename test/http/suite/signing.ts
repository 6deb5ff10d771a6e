import { beforeAll, expect, test } from 'vitest';
import { createSigner } from '../../../src/http/signing.ts';
import { problemOf } from '../client.ts';
import { episodeForm, SIGNING_KEY } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const WORDS = `WEBVTT

00:00.000 --> 00:04.000
<v Ada>We keep the second set of keys under the third stair.
`;

const PATH = '/e/stairs/s=0.png';
const HOUR = 3600;

export function signingTests(client: ClientOf): void {
  const now = Math.floor(Date.now() / 1000);
  const signed = async (
    query: string,
    expires: number | null,
    secret = SIGNING_KEY,
    path = PATH,
  ): Promise<string> =>
    `${PATH}?${(await createSigner([secret]).sign(path, new URLSearchParams(query), expires)).toString()}`;

  beforeAll(async () => {
    const metadata = { show: { title: 'Stairs', visibility: 'private' }, title: 'Keys', id: 'stairs' };
    await client().import(episodeForm(metadata, WORDS));
  });

  test('a signed address shows a private card, which no shared cache may keep', async () => {
    const response = await client().ask(await signed('size=square', now + HOUR));
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache']);
    expect((await client().ask(`${PATH}?size=square`)).status).toBe(404);
  });

  test('the order of the parameters does not matter', async () => {
    const [path = '', query = ''] = (await signed('size=square&dpr=2', now + HOUR)).split('?');
    const turned = query.split('&').toReversed().join('&');
    expect((await client().ask(`${path}?${turned}`)).status).toBe(200);
  });

  test.each([
    ['another parameter', async () => `${await signed('size=square', now + HOUR)}&dpr=2`],
    ['another value', async () => (await signed('size=square', now + HOUR)).replace('square', 'story')],
    [
      'a later expiry',
      async () => (await signed('', now + HOUR)).replace(`${now + HOUR}`, `${now + 2 * HOUR}`),
    ],
    ['another path', () => signed('', now + HOUR, SIGNING_KEY, '/e/stairs/s=1.png')],
    ['another key', () => signed('', now + HOUR, 'some other key, as long as this one')],
    ['a time long gone', () => signed('', now - 1)],
    ['an expiry alone', async () => `${PATH}?exp=${now + HOUR}`],
    ['a signature that is none', async () => `${PATH}?sig=abc`],
    ['two signatures', async () => `${await signed('', null)}&sig=abc`],
  ])('%s answers 403', async (_, address) => {
    expect(await problemOf(await client().ask(await address()))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });

  test('the pictures of a private page can be seen without a token: their addresses are signed', async () => {
    const markup = await (await client().ask('/e/stairs/s=0', { as: 'read' })).text();
    const sources = Array.from(
      markup.matchAll(/(?:src|href)="(\/[qe]\/[^"]+\.png\?[^"]+)"/g),
      ([, path = '']) => path.replaceAll('&amp;', '&'),
    );
    expect(sources.length).toBeGreaterThan(5);
    for (const path of sources.slice(0, 2)) {
      expect([path, (await client().ask(path)).status]).toEqual([path, 200]);
    }
  });
}
