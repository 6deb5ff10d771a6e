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

const NOW = Math.floor(Date.now() / 1000);

async function signed(
  query: string,
  expires: number | null,
  secret = SIGNING_KEY,
  path = PATH,
): Promise<string> {
  const whole = await createSigner([secret]).sign(path, new URLSearchParams(query), expires);
  return `${PATH}?${whole.toString()}`;
}

export function signingTests(client: ClientOf): void {
  beforeAll(async () => {
    const metadata = { show: { title: 'Stairs', visibility: 'private' }, title: 'Keys', id: 'stairs' };
    await client().import(episodeForm(metadata, WORDS));
  });

  test('a signed address shows a private card, which no shared cache may keep', async () => {
    const response = await client().ask(await signed('size=square', NOW + HOUR));
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache']);
    expect((await client().ask(`${PATH}?size=square`)).status).toBe(404);
  });

  test('the order of the parameters does not matter', async () => {
    const [path = '', query = ''] = (await signed('size=square&dpr=1.5', NOW + HOUR)).split('?');
    const turned = query.split('&').toReversed().join('&');
    expect((await client().ask(`${path}?${turned}`)).status).toBe(200);
  });

  test.each([
    ['another parameter', async () => `${await signed('size=square', NOW + HOUR)}&dpr=2`],
    ['another value', async () => (await signed('size=square', NOW + HOUR)).replace('square', 'story')],
    [
      'a later expiry',
      async () => (await signed('', NOW + HOUR)).replace(`${NOW + HOUR}`, `${NOW + 2 * HOUR}`),
    ],
    ['another path', () => signed('', NOW + HOUR, SIGNING_KEY, '/e/stairs/s=1.png')],
    ['another key', () => signed('', NOW + HOUR, 'some other key, as long as this one')],
    ['a time long gone', () => signed('', NOW - 1)],
    ['an expiry alone', async () => `${PATH}?exp=${NOW + HOUR}`],
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
