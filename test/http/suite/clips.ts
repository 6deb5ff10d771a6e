import { expect, test } from 'vitest';
import { quoteList, type quoteView } from '../../../src/http/schemas.ts';
import type { z } from 'zod';
import { bytesOf, problemOf } from '../client.ts';
import type { ClientOf } from '../suite.ts';

/** Types of the boxes a file consists of, in order. */
function boxes(file: Uint8Array): string[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const types: string[] = [];
  for (let at = 0; at < file.length; at += view.getUint32(at)) {
    types.push(new TextDecoder('latin1').decode(file.subarray(at + 4, at + 8)));
  }
  return types;
}

export function clipTests(client: ClientOf): void {
  async function someQuote(): Promise<z.output<typeof quoteView>> {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=20');
    const quote = items.find(({ text }) => text.startsWith('Two identical towers'));
    if (quote === undefined) throw new Error('The example no longer has this sentence.');
    return quote;
  }

  test('the clip of a quote is an MP4 with its index before its pictures', async () => {
    const { id } = await someQuote();
    const response = await client().ask(`/q/${id}.mp4`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('video/mp4');
    expect(boxes(await bytesOf(response))).toEqual(['ftyp', 'moov', 'mdat']);
  });

  test('a clip is kept: asked for again it is the same, and 304 to who has it', async () => {
    const { id } = await someQuote();
    const [first, second] = [await client().ask(`/q/${id}.mp4`), await client().ask(`/q/${id}.mp4`)];
    expect(await bytesOf(second)).toEqual(await bytesOf(first));
    const known = { 'If-None-Match': first.headers.get('ETag') ?? '' };
    expect((await client().ask(`/q/${id}.mp4`, { headers: known })).status).toBe(304);
  });

  test('players get the part they ask for', async () => {
    const { id } = await someQuote();
    const response = await client().ask(`/q/${id}.mp4`, { headers: { Range: 'bytes=4-7' } });
    expect(response.status).toBe(206);
    expect(await response.text()).toBe('ftyp');
  });

  test('every size and style has a clip of its own', async () => {
    const { id } = await someQuote();
    const looks = ['', '?size=square', '?size=portrait', '?size=wide', '?style=plain', '?template=artwork'];
    const answers = await Promise.all(
      looks.map((look) => client().ask(`/q/${id}.mp4${look}`, { method: 'HEAD' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(looks.map(() => 200));
    expect(new Set(answers.map(({ headers }) => headers.get('ETag'))).size).toBe(looks.length);
  });

  test.each([
    ['gif', 'image/gif', 'GIF89a'],
    ['clip.webp', 'image/webp', 'RIFF'],
  ])('its preview ends in .%s and is an animation', async (ending, type, head) => {
    const { id } = await someQuote();
    const response = await client().ask(`/q/${id}.${ending}`);
    expect(response.headers.get('Content-Type')).toBe(type);
    const bytes = await bytesOf(response);
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, head.length))).toBe(head);
    expect(bytes.length).toBeLessThan(500_000);
    const parts = new TextDecoder('latin1')
      .decode(bytes)
      .split(ending === 'gif' ? 'NETSCAPE' : 'ANMF').length;
    expect(parts).toBeGreaterThan(1);
  });

  test('a clip of more than 20 s is there at once or after a while, whose picture is a poster', async () => {
    const address = '/e/example/0:24-0:55.mp4?audio=none&size=square';
    let response = await client().ask(address);
    while (response.status === 202) {
      expect(response.headers.get('Content-Type')).toBe('image/png');
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(Array.from((await bytesOf(response)).subarray(1, 4))).toEqual([80, 78, 71]);
      response = await client().ask(`${address}&wait=20`);
    }
    expect(response.status).toBe(200);
    expect(boxes(await bytesOf(response))).toEqual(['ftyp', 'moov', 'mdat']);
  });

  test('with its version as v a clip is immutable, and with an unknown one it is not there', async () => {
    const { id } = await someQuote();
    const etag = (await client().ask(`/q/${id}.vtt`)).headers.get('ETag') ?? '';
    const current = await client().ask(`/q/${id}.vtt?v=${etag.replaceAll('"', '')}`);
    expect(current.headers.get('Cache-Control')).toContain('immutable');
    const known = { 'If-None-Match': etag };
    expect((await client().ask(`/q/${id}.vtt`, { headers: known })).status).toBe(304);
    const problem = await problemOf(await client().ask(`/q/${id}.vtt?v=${'0'.repeat(etag.length - 2)}`));
    expect(problem).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('its captions begin with the clip and say the quote', async () => {
    const { id, text } = await someQuote();
    const response = await client().ask(`/q/${id}.vtt`);
    expect(response.headers.get('Content-Type')).toBe('text/vtt; charset=utf-8');
    const lines = (await response.text()).split('\n');
    expect(lines.slice(0, 3)).toEqual(['WEBVTT', '', expect.stringMatching(/^00:00:00\.000 --> 00:00:\d\d/)]);
    expect(lines.filter((line) => !/^$|WEBVTT|-->/.test(line)).join(' ')).toBe(text);
    const srt = await (await client().ask(`/q/${id}.srt`)).text();
    expect(srt).toMatch(/^1\n00:00:00,000 --> /);
  });

  test.each([
    ['size=big', '`size`'],
    ['template=dialogue', '`template`'],
    ['dpr=2', '`dpr` is not a parameter of a clip'],
    ['wait=26', '`wait`'],
    ['style=plain&style=plain', '`style` once'],
  ])('?%s answers 400 and names it', async (query, sentence) => {
    const { id } = await someQuote();
    const problem = await problemOf(await client().ask(`/q/${id}.mp4?${query}`));
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
    expect(problem.detail).toContain(sentence);
  });

  test.each([
    ['/q/q_aaaaaaaaaaaaa.mp4', 404, 'not-found'],
    ['/e/example/s=0-90.mp4', 422, 'does-not-fit'],
    ['/e/example/s=9000.vtt', 404, 'range-outside'],
  ])('%s answers %d %s', async (path, status, code) => {
    expect(await problemOf(await client().ask(path))).toMatchObject({ status, code });
  });
}
