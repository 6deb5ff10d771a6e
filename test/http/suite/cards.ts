import { expect, test } from 'vitest';
import { quoteList, type quoteView } from '../../../src/http/schemas.ts';
import type { z } from 'zod';
import { bytesOf, isPng, problemOf } from '../client.ts';
import { PUBLIC_URL } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

export function cardTests(client: ClientOf): void {
  async function someQuote(): Promise<z.output<typeof quoteView>> {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=20');
    const quote = items.find(({ text }) => text.startsWith('Two identical towers'));
    if (quote === undefined) throw new Error('The example no longer has this sentence.');
    return quote;
  }

  async function keyOf(path: string): Promise<string> {
    const { headers } = await client().ask(path);
    return headers.get('ETag')?.replaceAll('"', '') ?? '';
  }

  test('the card of a quote is a PNG of 1200 by 630', async () => {
    const { id } = await someQuote();
    const response = await client().ask(`/q/${id}.png`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    const bytes = await bytesOf(response);
    expect(isPng(bytes)).toBe(true);
    expect(Number(response.headers.get('Content-Length'))).toBe(bytes.byteLength);
    const view = new DataView(bytes.buffer);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
  });

  test('a card has a strong ETag, may be shown anywhere, and links to its page', async () => {
    const { id } = await someQuote();
    const { headers } = await client().ask(`/q/${id}.png`);
    expect(headers.get('ETag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Link')).toBe(`<${PUBLIC_URL}/q/${id}>; rel="canonical"`);
    expect(headers.get('Cache-Control')).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+$/);
  });

  test('HEAD has the headers of GET and no body', async () => {
    const { id } = await someQuote();
    const get = await client().ask(`/q/${id}.png`);
    const head = await client().ask(`/q/${id}.png`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    for (const name of ['ETag', 'Content-Type', 'Content-Length', 'Cache-Control']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
    expect((await bytesOf(head)).byteLength).toBe(0);
  });

  test.each(['"KEY"', 'W/"KEY"', '"other", W/"KEY"', '*'])(
    'If-None-Match: %s answers 304 without a body',
    async (form) => {
      const { id } = await someQuote();
      const key = await keyOf(`/q/${id}.png`);
      const response = await client().ask(`/q/${id}.png`, {
        headers: { 'If-None-Match': form.replace('KEY', key) },
      });
      expect(response.status).toBe(304);
      expect(response.headers.get('ETag')).toBe(`"${key}"`);
      expect((await bytesOf(response)).byteLength).toBe(0);
    },
  );

  test('If-None-Match with another tag answers the card', async () => {
    const { id } = await someQuote();
    const response = await client().ask(`/q/${id}.png`, { headers: { 'If-None-Match': '"other"' } });
    expect(response.status).toBe(200);
    expect(isPng(await bytesOf(response))).toBe(true);
  });

  test('with its current key an address is immutable, with an unknown one it is not there', async () => {
    const { id } = await someQuote();
    const current = await client().ask(`/q/${id}.png?v=${await keyOf(`/q/${id}.png`)}`);
    expect(current.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    const unknown = await client().ask(`/q/${id}.png?v=${'0'.repeat(32)}`);
    expect(unknown.headers.get('Cache-Control')).toBe('no-store');
    expect(await problemOf(unknown)).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('a range that says what a quote says has the card of that quote, and is never immutable', async () => {
    const { id, startMs, endMs } = await someQuote();
    const times = `t=${((startMs ?? 0) + 100) / 1000},${((endMs ?? 0) - 100) / 1000}`;
    const range = await client().ask(`/e/example/${times}.png`);
    const quote = await client().ask(`/q/${id}.png`);
    expect(range.headers.get('Link')).toContain(`/q/${id}>`);
    expect(await bytesOf(range)).toEqual(await bytesOf(quote));
    const key = await keyOf(`/q/${id}.png`);
    const versioned = await client().ask(`/e/example/${times}.png?v=${key}`);
    expect(versioned.headers.get('Cache-Control')).not.toContain('immutable');
  });

  test('an encoded comma in words is a comma of the text, a bare one parts start from end', async () => {
    const { id } = await someQuote();
    const encoded = await client().ask('/e/example/text=identical%20towers%2C%20same%20motors.svg');
    expect(encoded.status).toBe(200);
    const bare = await client().ask('/e/example/text=Two%20identical,same%20software.svg');
    expect(bare.headers.get('Link')).toContain(`/q/${id}>`);
    expect((await client().ask('/e/example/text=identical%2Csoftware.svg')).status).toBe(404);
  });

  test('a card as SVG holds no text that a font would be needed for, and may run nothing', async () => {
    const { id } = await someQuote();
    const response = await client().ask(`/q/${id}.svg`);
    expect(response.headers.get('Content-Type')).toBe('image/svg+xml');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const markup = await response.text();
    expect(markup).toMatch(/^<svg /);
    expect(markup).not.toMatch(/<text|<script/);
  });

  test('dl=1 gives the picture a readable file name', async () => {
    const { id } = await someQuote();
    const { headers } = await client().ask(`/q/${id}.png?dl=1`);
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="example.*\.png"$/);
  });

  test.each([
    ['colour=red', '`colour` is not a parameter'],
    ['utm_source=x', '`utm_source` is not a parameter'],
    ['size=og&size=og', '`size` once'],
    ['size=big', '`size`'],
    ['size=4000x4000&dpr=3', 'pixels'],
    ['template=none', '`template`'],
    ['dpr=9', '`dpr`'],
    ['mark=words%20nobody%20said', '`mark`'],
  ])('?%s answers 400 and names it', async (query, sentence) => {
    const { id } = await someQuote();
    const problem = await problemOf(await client().ask(`/q/${id}.png?${query}`));
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
    expect(problem.detail).toContain(sentence);
  });

  test.each([
    ['/q/q_aaaaaaaaaaaaa.png', 404, 'not-found'],
    ['/q/nonsense.png', 404, 'not-found'],
    ['/e/nowhere/s=1.png', 404, 'not-found'],
    ['/e/example/s=9000.png', 404, 'range-outside'],
    ['/e/example/59:00.png', 404, 'range-outside'],
    ['/e/example/13:99.png', 400, 'bad-range'],
    ['/e/example/text=.png', 400, 'bad-range'],
    ['/e/example/%ff.png', 400, 'bad-range'],
    ['/e/example/text=the.png', 409, 'ambiguous-text'],
  ])('%s answers %d %s', async (path, status, code) => {
    expect(await problemOf(await client().ask(path))).toMatchObject({ status, code });
  });

  test('a range outside the episode answers with the extent there is', async () => {
    const problem = await (await client().ask('/e/example/s=9000.png')).json();
    expect(problem).toHaveProperty('extent');
  });
}
