import sharp from 'sharp';
import { expect, test } from 'vitest';
import { quoteList } from '../../../src/http/schemas.ts';
import { bytesOf, problemOf } from '../client.ts';
import type { ClientOf } from '../suite.ts';

/** Kind, size and bytes of a picture, read by another decoder. */
async function look(bytes: Uint8Array): Promise<{ format: string; width: number; height: number }> {
  const { format, width, height } = await sharp(bytes).metadata();
  return { format: format === 'heif' ? 'avif' : format, width, height };
}

export function formatTests(client: ClientOf, server: string): void {
  async function someQuote(): Promise<string> {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=20');
    const quote = items.find(({ text }) => text.startsWith('Two identical towers'));
    if (quote === undefined) throw new Error('The example no longer has this sentence.');
    return quote.id;
  }

  test.each([
    ['png', 'image/png', 'png'],
    ['jpg', 'image/jpeg', 'jpeg'],
    ['webp', 'image/webp', 'webp'],
    ['svg', 'image/svg+xml', 'svg'],
  ])('.%s is %s of 1200 by 630', async (ending, type, format) => {
    const response = await client().ask(`/q/${await someQuote()}.${ending}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(await look(await bytesOf(response))).toEqual({ format, width: 1200, height: 630 });
  });

  test.each(['png', 'jpg', 'webp'])('dpr from 1 to 3 gives .%s so many pixels', async (ending) => {
    const id = await someQuote();
    for (const dpr of [1, 1.5, 2, 3]) {
      const picture = await bytesOf(await client().ask(`/q/${id}.${ending}?size=400x200&dpr=${dpr}`));
      expect(await look(picture)).toMatchObject({ width: 400 * dpr, height: 200 * dpr });
    }
  });

  test.each(['png', 'jpg', 'webp', 'svg', 'pdf'])(
    '.%s of too many pixels is refused before it is drawn',
    async (ending) => {
      const response = await client().ask(`/q/${await someQuote()}.${ending}?size=4096x4096&dpr=3`);
      expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad-parameter' });
    },
  );

  test.each(['svg', 'pdf'])('.%s is the same at any dpr', async (ending) => {
    const id = await someQuote();
    const once = await client().ask(`/q/${id}.${ending}`);
    const twice = await client().ask(`/q/${id}.${ending}?dpr=2`);
    expect(twice.headers.get('ETag')).toBe(once.headers.get('ETag'));
    expect(await bytesOf(twice)).toEqual(await bytesOf(once));
  });

  test('.pdf is a document that may be opened', async () => {
    const response = await client().ask(`/q/${await someQuote()}.pdf`);
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    expect(response.headers.get('Content-Security-Policy')).toBeNull();
    expect(new TextDecoder('latin1').decode(await bytesOf(response))).toMatch(/^%PDF-1\.7[^]*%%EOF\n$/);
  });

  test(
    server === 'Node' ? '.avif is a picture' : '.avif is not acceptable, and it says what is',
    async () => {
      const response = await client().ask(`/q/${await someQuote()}.avif`);
      if (server === 'Node') {
        expect(await look(await bytesOf(response))).toEqual({ format: 'avif', width: 1200, height: 630 });
      } else {
        const problem = await problemOf(response);
        expect(problem).toMatchObject({ status: 406, code: 'not-acceptable' });
        expect(problem.detail).toContain('.png, .jpg, .webp, .svg, .pdf');
      }
    },
  );

  test.each([
    ['whatsapp', 'png', 1200, 630, 600_000],
    ['bluesky', 'webp', 1200, 630, 1_000_000],
    ['discord', 'webp', 1200, 630, 8_000_000],
    ['x', 'png', 1600, 900, 5_000_000],
    ['linkedin', 'jpg', 1200, 627, 5_000_000],
    ['facebook', 'png', 1200, 630, 8_000_000],
    ['mastodon', 'png', 1200, 630, 16_000_000],
    ['instagram', 'jpg', 1080, 1350, 8_000_000],
    ['tiktok', 'jpg', 1080, 1920, 20_000_000],
    ['slack', 'png', 1200, 630, 2_000_000],
  ])(
    'for=%s makes a .%s of %d by %d that may be posted there',
    async (platform, ending, width, height, limit) => {
      const response = await client().ask(`/q/${await someQuote()}.${ending}?for=${platform}`);
      const bytes = await bytesOf(response);
      expect(await look(bytes)).toMatchObject({ width, height });
      expect(bytes.length).toBeLessThanOrEqual(limit);
      expect(response.headers.get('X-Card-Encoding')).toMatch(
        new RegExp(`; bytes=${bytes.length}; max-bytes=${limit}$`),
      );
    },
  );

  test('a format a platform does not take leads to one it does', async () => {
    const id = await someQuote();
    const response = await client().ask(`/q/${id}.png?for=instagram&template=bold`);
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(`/q/${id}.jpg?for=instagram&template=bold`);
  });

  test.each([
    ['instagram', '1500x1500', '1440'],
    ['instagram', '1080x1920', '1.25'],
    ['whatsapp', '1000x100', '4'],
    ['slack', '400x300', '500'],
  ])('for=%s refuses %s', async (platform, size, sentence) => {
    const problem = await problemOf(
      await client().ask(`/q/${await someQuote()}.jpg?for=${platform}&size=${size}`),
    );
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
    expect(problem.detail).toContain(sentence);
  });

  test.each([
    ['png', /^png; effort=max; colors=\d+;/],
    ['jpg', /^jpeg; quality=\d+;/],
    ['webp', /^webp; quality=\d+;/],
  ])('max_bytes makes a .%s of no more bytes, and says how, also when it is kept', async (ending, how) => {
    const path = `/q/${await someQuote()}.${ending}`;
    const limit = Math.round((await bytesOf(await client().ask(path))).length * 0.75);
    for (let time = 0; time < 2; time++) {
      const response = await client().ask(`${path}?max_bytes=${limit}`);
      const bytes = await bytesOf(response);
      expect(bytes.length).toBeLessThanOrEqual(limit);
      expect(await look(bytes)).toMatchObject({ width: 1200, height: 630 });
      expect(response.headers.get('X-Card-Encoding')).toMatch(how);
    }
  });

  test.each(['png', 'jpg', 'webp', 'svg', 'pdf'])(
    '.%s that cannot be so small is refused, saying how small it can be',
    async (ending) => {
      const response = await client().ask(`/q/${await someQuote()}.${ending}?max_bytes=1000`);
      const problem = await response.json();
      expect(problem).toMatchObject({ status: 422, code: 'over-budget', maxBytes: 1000 });
      expect(problem).toHaveProperty('least');
    },
  );

  test('without a budget nothing was decided', async () => {
    const { headers } = await client().ask(`/q/${await someQuote()}.png`);
    expect(headers.get('X-Card-Encoding')).toBeNull();
  });
}
