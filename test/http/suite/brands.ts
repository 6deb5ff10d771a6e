import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { brandList, brandView, quoteList } from '../../../src/http/schemas.ts';
import { bytesOf, isPng, problemOf } from '../client.ts';
import type { ClientOf } from '../suite.ts';

const NIGHT = {
  name: 'Night Ferry',
  colors: { background: '#0e1624', text: '#f4efe4', muted: '#3a4660', accent: '#ff6b4a' },
  fonts: { body: 'inter', display: 'newsreader' },
  handle: '@nightferry',
  template: 'editorial',
};

const STRIPES = sharp({ create: { width: 60, height: 20, channels: 3, background: '#c2402c' } });
const CLEAR = sharp({ create: { width: 60, height: 20, channels: 4, background: '#c2402c80' } });

const WOFF2 = 'node_modules/@fontsource-variable/archivo/files/archivo-latin-standard-italic.woff2';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" onclick="alert(1)"/></svg>';

export function brandTests(client: ClientOf): void {
  const put = (id: string, kit: object, headers: Record<string, string> = {}): Promise<Response> =>
    client().ask(`/v1/brands/${id}`, {
      method: 'PUT',
      as: 'admin',
      body: JSON.stringify(kit),
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  async function someQuote(): Promise<string> {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=20');
    return items.find(({ text }) => text.startsWith('Two identical towers'))?.id ?? '';
  }

  async function keyOf(path: string): Promise<string> {
    return (await client().ask(path)).headers.get('ETag')?.replaceAll('"', '') ?? '';
  }

  test('a brand is made, read and listed, with how well its colours can be read', async () => {
    const made = await put('night-ferry', NIGHT);
    expect(made.status).toBe(201);
    const brand = brandView.parse(await made.json());
    expect(brand.kit).toMatchObject({ id: 'night-ferry', ...NIGHT });
    expect(brand.contrast.every(({ wcag }) => wcag >= 4.5)).toBe(true);
    expect(brand.contrast.find(({ use }) => use === 'muted')).toMatchObject({ repaired: true });
    const read = await client().json(brandView, '/v1/brands/night-ferry', { as: 'read' });
    expect(read).toEqual(brand);
    const { items } = await client().json(brandList, '/v1/brands', { as: 'read' });
    expect(items).toContainEqual(brand);
  });

  test('a kit can be read, changed and sent back; the same kit again changes nothing', async () => {
    await put('tide', NIGHT);
    const { kit, revision } = await client().json(brandView, '/v1/brands/tide', { as: 'read' });
    const same = brandView.parse(await (await put('tide', kit)).json());
    expect(same.revision).toBe(revision);
    const next = brandView.parse(await (await put('tide', { ...kit, corner: 1 })).json());
    expect(next).toMatchObject({ revision: revision + 1, kit: { corner: 1 } });
  });

  test('a change to a revision that is no longer the newest is refused with 412', async () => {
    const tag = (await put('lock', NIGHT)).headers.get('ETag') ?? '';
    expect((await put('lock', { ...NIGHT, corner: 1 }, { 'If-Match': tag })).status).toBe(200);
    const late = await put('lock', { ...NIGHT, corner: 0 }, { 'If-Match': tag });
    expect(await problemOf(late)).toMatchObject({ status: 412, code: 'precondition-failed' });
  });

  test.each([
    [{ ...NIGHT, template: 'poster' }, /^Expected one of classic, .* for `template` but received `poster`/],
    [{ ...NIGHT, fonts: { body: 'comic' } }, /^Expected one of inter, .* for `fonts.body`/],
    [{ ...NIGHT, fonts: { body: '0'.repeat(64) } }, /the digest of a font kept before .* for `fonts.body`/],
    [
      { ...NIGHT, colors: { ...NIGHT.colors, text: 'red' } },
      /^Expected a colour like #1a2b3c for `colors.text`/,
    ],
    [{ ...NIGHT, id: 'other' }, /^Expected `bad` for `id` but received `other`/],
    [{ ...NIGHT, logo: '0'.repeat(64) }, /for `logo`/],
    [{ ...NIGHT, shadow: true }, /`shadow` is not a field/],
  ])('a kit that cannot be drawn is refused: %#', async (kit, sentence) => {
    const problem = await problemOf(await put('bad', kit));
    expect(problem).toMatchObject({ status: 422, code: 'bad-brand' });
    expect(problem.detail).toMatch(sentence);
  });

  test('brands are read with a token and changed with one for admin', async () => {
    expect((await client().ask('/v1/brands')).status).toBe(401);
    expect((await client().send('/v1/brands/mine', NIGHT, 'import', 'PUT')).status).toBe(403);
  });

  test('`brand` changes a card; with the key from before, the card keeps its look when the kit changes', async () => {
    await put('turn', NIGHT);
    const id = await someQuote();
    const plain = await keyOf(`/q/${id}.png`);
    const before = await keyOf(`/q/${id}.png?brand=turn`);
    expect(before).not.toBe(plain);
    const bytes = await bytesOf(await client().ask(`/q/${id}.png?brand=turn&v=${before}`));
    expect(isPng(bytes)).toBe(true);
    await put('turn', { ...NIGHT, colors: { ...NIGHT.colors, accent: '#77ddaa' } });
    expect(await keyOf(`/q/${id}.png?brand=turn`)).not.toBe(before);
    const kept = await client().ask(`/q/${id}.png?brand=turn&v=${before}`);
    expect(await bytesOf(kept)).toEqual(bytes);
  });

  test('a brand nobody made is refused where it is asked for', async () => {
    const problem = await problemOf(await client().ask(`/q/${await someQuote()}.png?brand=nobody`));
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
  });

  test('an SVG logo keeps its shapes and nothing that runs', async () => {
    await put('logo', NIGHT);
    const given = await client().ask('/v1/brands/logo/logo', { method: 'PUT', as: 'admin', body: LOGO });
    const { kit } = brandView.parse(await given.json());
    expect(kit.logo).toMatch(/^[0-9a-f]{64}$/);
    const svg = await client().ask(`/q/${await someQuote()}.svg?brand=logo&template=classic`);
    const [, carried = ''] = /data:image\/svg\+xml;base64,([\w+/=]+)/.exec(await svg.text()) ?? [];
    expect(atob(carried)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18"></circle></svg>',
    );
  });

  test.each([
    ['a WebP', () => STRIPES.clone().webp().toBuffer(), 'jpeg', [60, 20]],
    [
      'a turned JPEG',
      () => STRIPES.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      'jpeg',
      [20, 60],
    ],
    ['a WebP one can see through', () => CLEAR.clone().webp().toBuffer(), 'png', [60, 20]],
  ] as const)(
    '%s is decoded, set upright and kept in a type cards can draw',
    async (_what, make, type, size) => {
      await put('logo', NIGHT);
      const body = new Uint8Array(await make());
      const answer = await client().ask('/v1/brands/logo/logo', { method: 'PUT', as: 'admin', body });
      expect(answer.status).toBe(200);
      const svg = await client().ask(`/q/${await someQuote()}.svg?brand=logo&template=highlighter`);
      const pattern = new RegExp(`data:image/${type};base64,([\\w+/=]+)`);
      const [, carried = ''] = pattern.exec(await svg.text()) ?? [];
      const { width, height } = await sharp(Buffer.from(carried, 'base64')).metadata();
      expect([width, height]).toEqual(size);
    },
  );

  const putFont = (id: string, role: string, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
    client().ask(`/v1/brands/${id}/fonts/${role}`, { method: 'PUT', as: 'admin', body });

  test.each(['display', 'body'])(
    'a font of its own changes the cards of a brand; those made before keep their address and look: %s',
    async (role) => {
      const id = `font-${role}`;
      await put(id, { name: 'Fonts' });
      const quote = await someQuote();
      const before = await keyOf(`/q/${quote}.png?brand=${id}`);
      const bytes = await bytesOf(await client().ask(`/q/${quote}.png?brand=${id}&v=${before}`));
      const given = await putFont(id, role, await readFile(WOFF2));
      expect(given.status).toBe(200);
      const { kit, revision } = brandView.parse(await given.json());
      expect(kit.fonts).toMatchObject({ [role]: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(revision).toBe(2);
      const after = await client().ask(`/q/${quote}.png?brand=${id}`);
      const drawn = await bytesOf(after);
      expect(isPng(drawn)).toBe(true);
      expect(drawn).not.toEqual(bytes);
      const kept = await client().ask(`/q/${quote}.png?brand=${id}&v=${before}`);
      expect(await bytesOf(kept)).toEqual(bytes);
      // Read and sent back as it is, the kit is the same.
      expect(brandView.parse(await (await put(id, kit)).json()).revision).toBe(2);
    },
  );

  test('words that an uploaded font has no letters for are set in a bundled one', async () => {
    await put('latin', { name: 'Latin' });
    await putFont('latin', 'display', await readFile(WOFF2));
    for (const format of ['svg', 'pdf'])
      expect((await client().ask(`/e/example/s=1.${format}?brand=latin&lang=ar`)).status).toBe(200);
  });

  test.each([
    ['no font', 'display', 422, 'bad-font', () => readFile('examples/example.vtt')],
    ['half a font', 'display', 422, 'bad-font', async () => (await readFile(WOFF2)).subarray(0, 9000)],
    ['a weight there is not', 'display/1001', 404, 'not-found', () => readFile(WOFF2)],
    ['a variable font as one weight', 'display/700', 422, 'bad-font', () => readFile(WOFF2)],
    ['a third font', 'caption', 404, 'not-found', () => readFile(WOFF2)],
  ] as const)('%s is refused', async (_what, role, status, code, make) => {
    await put('no-font', { name: 'None' });
    expect(await problemOf(await putFont('no-font', role, await make()))).toMatchObject({ status, code });
  });

  // A server may refuse a body it has not read and close while it is still sent: then no answer is seen, and it is asked again.
  test('more than 10 MB is refused', { retry: 5 }, async () => {
    await put('no-font', { name: 'None' });
    const answer = await putFont('no-font', 'display', new Uint8Array(10_000_001));
    expect(await problemOf(answer)).toMatchObject({ status: 413, code: 'too-large' });
  });

  test('a logo that is no picture is refused', async () => {
    await put('logo', NIGHT);
    const body = await readFile('examples/example.vtt');
    const answer = await client().ask('/v1/brands/logo/logo', { method: 'PUT', as: 'admin', body });
    expect(await problemOf(answer)).toMatchObject({ status: 422, code: 'bad-image' });
  });
}
