import { expect, test } from 'vitest';
import type { z } from 'zod';
import { packList, packView } from '../../../src/http/packs.ts';
import { quoteList } from '../../../src/http/schemas.ts';
import { unzip } from '../../pack/unzip.ts';
import { bytesOf, isPng, problemOf } from '../client.ts';
import type { ClientOf } from '../suite.ts';

type PackView = z.output<typeof packView>;

const PLAIN = { episode: 'example', select: 'highlights:2', sizes: ['og'] };

export function packTests(client: ClientOf): void {
  async function create(body: object, key?: string): Promise<PackView> {
    const response = await client().ask('/v1/packs', {
      method: 'POST',
      as: 'import',
      body: JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
    });
    expect([response.status, response.status === 202 || (await response.clone().text())]).toEqual([
      202,
      true,
    ]);
    return packView.parse(await response.json());
  }

  /** Reads the events of a pack up to its end. */
  async function finish({ id }: PackView): Promise<string[]> {
    const response = await client().ask(`/v1/packs/${id}/events`, { as: 'read' });
    expect(response.headers.get('Content-Type')).toBe('text/event-stream');
    return (await response.text()).split('\n\n').filter((event) => event.startsWith('event:'));
  }

  async function finished(body: object, key?: string): Promise<PackView> {
    const made = await create(body, key);
    await finish(made);
    return client().json(packView, `/v1/packs/${made.id}`, { as: 'read' });
  }

  function tag(hashtags: string[]): Promise<Response> {
    return client().send('/v1/brands/tagged', { name: 'Tagged', hashtags }, 'admin', 'PUT');
  }

  /** The texts of a pack of one card of the brand `tagged`, and the card's key. */
  async function taggedPack(): Promise<[Record<string, string>, string | null]> {
    const made = await finished({
      episode: 'example',
      sizes: ['og'],
      items: [{ range: 's=1', brand: 'tagged' }],
    });
    const files = await unzip(await bytesOf(await zipOf(made)));
    const texts = Object.fromEntries(files.map(([name, bytes]) => [name, bytes.toString()]));
    return [texts, JSON.parse(texts['manifest.json'] ?? '').quotes[0].cards[0].key];
  }

  function zipOf({ id }: PackView, headers: Record<string, string> = {}): Promise<Response> {
    return client().ask(`/v1/packs/${id}.zip`, { as: 'read', headers });
  }

  test('a pack is taken in, drawn, and found in an archive with its texts', async () => {
    const created = await create({ ...PLAIN, sizes: ['og', 'square'] });
    expect(created.total).toBe(5);
    const events = await finish(created);
    expect(events.at(-1)).toBe('event: end\ndata: {"state":"done","total":5,"done":5,"failed":0}');
    const response = await zipOf(created);
    expect(response.headers.get('Content-Type')).toBe('application/zip');
    const files = Object.fromEntries(await unzip(await bytesOf(response)));
    const names = Object.keys(files);
    expect(names.slice(0, 5)).toEqual([
      'manifest.json',
      'captions.csv',
      'captions.md',
      'soundbites.xml',
      'index.html',
    ]);
    const cards = names.filter((name) => name.startsWith('cards/'));
    expect(cards).toHaveLength(4);
    for (const name of [...cards, 'contact-sheet.png'])
      expect(isPng(files[name] ?? new Uint8Array())).toBe(true);
    const manifest = JSON.parse(files['manifest.json']?.toString() ?? '');
    expect(manifest.counts).toEqual({ quotes: 2, cards: 4, failed: 0 });
  });

  test('a pack can hold a clip of each quote', async () => {
    const pack = await finished({
      episode: 'example',
      select: ['0:42-0:45'],
      sizes: ['og'],
      clips: ['square'],
    });
    expect([pack.state, pack.total, pack.failed]).toEqual(['done', 3, 0]);
    const files = Object.fromEntries(await unzip(await bytesOf(await zipOf(pack))));
    const clips = Object.keys(files).filter((name) => name.startsWith('clips/'));
    expect(clips).toEqual([expect.stringMatching(/^clips\/01_0-42_square\.mp4$/)]);
    expect(files[clips[0] ?? '']?.subarray(4, 8).toString('latin1')).toBe('ftyp');
    const manifest = JSON.parse(files['manifest.json']?.toString() ?? '');
    expect(manifest.quotes[0].cards.map(({ format }: { format: string }) => format)).toEqual(['png', 'mp4']);
    expect(files['index.html']?.toString()).toContain(`<video src="${clips[0]}"`);
  });

  test('any range of the archive is that part of the whole', async () => {
    const pack = await finished(PLAIN);
    const response = await zipOf(pack);
    const whole = Buffer.from(await bytesOf(response));
    const size = whole.length;
    expect(response.headers.get('Content-Length')).toBe(String(size));
    expect(response.headers.get('Accept-Ranges')).toBe('bytes');
    const head = await client().ask(`/v1/packs/${pack.id}.zip`, { as: 'read', method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Length'), head.headers.get('ETag')]).toEqual([
      200,
      String(size),
      response.headers.get('ETag'),
    ]);
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 1],
      [`bytes=1000-${size - 1000}`, 1000, size - 999],
      ['bytes=-22', size - 22, size],
      [`bytes=${size - 5}-`, size - 5, size],
    ] as const) {
      const part = await zipOf(pack, { Range: range });
      expect(part.status).toBe(206);
      expect(part.headers.get('Content-Range')).toBe(`bytes ${from}-${to - 1}/${size}`);
      expect(part.headers.get('Content-Length')).toBe(String(to - from));
      expect(Buffer.from(await bytesOf(part)).equals(whole.subarray(from, to))).toBe(true);
    }
    const beyond = await zipOf(pack, { Range: `bytes=${size}-` });
    expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, `bytes */${size}`]);
  });

  test('an archive is known by its ETag; a range of another one is not mixed in', async () => {
    const pack = await finished(PLAIN);
    const response = await zipOf(pack);
    await response.body?.cancel();
    const etag = response.headers.get('ETag') ?? '';
    expect((await zipOf(pack, { 'If-None-Match': etag })).status).toBe(304);
    const other = await zipOf(pack, { Range: 'bytes=0-0', 'If-Range': '"other"' });
    expect(other.status).toBe(200);
    await other.body?.cancel();
  });

  test('the same idempotency key is the same pack, with another request it is a conflict', async () => {
    const first = await create(PLAIN, 'once');
    expect((await create(PLAIN, 'once')).id).toBe(first.id);
    const other = await client().ask('/v1/packs', {
      method: 'POST',
      as: 'import',
      body: JSON.stringify({ ...PLAIN, select: 'highlights:3' }),
      headers: { 'Idempotency-Key': 'once' },
    });
    expect(await problemOf(other)).toMatchObject({ status: 409, code: 'conflict' });
  });

  test('one bad quote fails by itself, with its reason', async () => {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=1');
    const pack = await finished({ ...PLAIN, select: [items[0]?.id ?? '', '99:00-99:10', 'q_aaaaaaaaaaaaa'] });
    expect([pack.state, pack.done, pack.failed]).toEqual(['done', 4, 2]);
    expect(pack.errors.map(({ quote, code }) => [quote, code])).toEqual([
      ['99:00-99:10', 'range-outside'],
      ['q_aaaaaaaaaaaaa', 'not-found'],
    ]);
  });

  test('each item may have a look of its own', async () => {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=2');
    const [one, two] = items;
    const phrase = one?.text.split(' ').slice(0, 2).join(' ');
    const pack = await finished({
      episode: 'example',
      sizes: ['og'],
      items: [
        { range: one?.id },
        { range: one?.id, template: 'bold', mark: phrase, lang: 'de' },
        { range: two?.id, brand: 'nobody' },
        { range: two?.id, mark: 'words that nobody says here' },
        { range: 's=2', slide: 1 },
      ],
    });
    expect([pack.state, pack.failed]).toEqual(['done', 2]);
    expect(pack.errors.map(({ code }) => code)).toEqual(['bad-parameter', 'bad-parameter']);
    const files = Object.fromEntries(await unzip(await bytesOf(await zipOf(pack))));
    const cards = Object.keys(files).filter((name) => name.startsWith('cards/'));
    expect(cards.map((name) => name.replace(/_[\d-]+_/, '_'))).toEqual([
      'cards/01_og.png',
      'cards/02_bold_og.png',
      'cards/05_og.png',
    ]);
    const single = await client().ask(
      `/q/${one?.id}.png?${new URLSearchParams({ template: 'bold', mark: phrase ?? '', lang: 'de' })}`,
    );
    expect(files[cards[1] ?? '']?.equals(await bytesOf(single))).toBe(true);
  });

  test('captions have the hashtags of the brand, which are no part of the card', async () => {
    expect((await tag(['#slow', 'Lifts_24'])).status).toBe(201);
    const [texts, key] = await taggedPack();
    expect(texts['captions.csv']).toContain(',#slow #Lifts_24,');
    expect(texts['captions.md']).toContain(String.raw`\#slow \#Lifts\_24`);
    await tag(['other']);
    expect((await taggedPack())[1]).toBe(key);
    expect((await tag(['two words'])).status).toBe(422);
  });

  test('packs are listed, the newest first and page by page, with their episode', async () => {
    const made = [await create(PLAIN), await create(PLAIN), await create(PLAIN)];
    const newest = made.map(({ id }) => id).toReversed();
    const first = await client().json(packList, '/v1/packs?limit=2&episode=example', { as: 'read' });
    expect(first.items.map(({ id }) => id)).toEqual(newest.slice(0, 2));
    expect(first.items[0]?.episode.title).toBe(made[0]?.episode.title);
    const query = new URLSearchParams({ limit: '1', after: first.next ?? '' });
    const second = await client().json(packList, `/v1/packs?${query}`, { as: 'read' });
    expect(second.items.map(({ id }) => id)).toEqual(newest.slice(2));
    const none = await client().json(packList, '/v1/packs?episode=nowhere', { as: 'read' });
    expect(none).toEqual({ items: [], next: null });
    expect((await client().ask('/v1/packs')).status).toBe(401);
  });

  test.each([
    ['no quotes', { ...PLAIN, select: [] }, 400, /at least one quote/],
    ['no quotes that are found', { ...PLAIN, select: '99:00-99:10' }, 400, /None of `select` is a quote/],
    ['a template there is not', { ...PLAIN, templates: ['baroque'] }, 400, /templates/],
    ['a size there is not', { ...PLAIN, sizes: ['huge'] }, 400, /sizes/],
    ['both a selection and items', { ...PLAIN, items: [{ range: 's=1' }] }, 400, /`select` or `items`/],
    [
      'items with a template there is not',
      { episode: 'example', items: [{ range: 's=1', template: 'baroque' }] },
      400,
      /items/,
    ],
    [
      'templates twice',
      { episode: 'example', templates: ['bold'], items: [{ range: 's=1', template: 'bold' }] },
      400,
      /templates/,
    ],
    ['no items', { episode: 'example', items: [] }, 400, /items/],
    ['an episode there is not', { ...PLAIN, episode: 'nowhere' }, 404, /no episode `nowhere`/],
    [
      'more than 100,000 quotes',
      { ...PLAIN, select: Array.from({ length: 100_001 }, (_, n) => `s=${n}`) },
      413,
      /100000/,
    ],
    [
      'a webhook in the private network',
      { ...PLAIN, webhook: { url: 'http://127.0.0.1:1/', secret: 'sixteen letters!' } },
      422,
      /public internet/,
    ],
  ])('is refused: %s', async (_, body, status, detail) => {
    const problem = await problemOf(await client().send('/v1/packs', body));
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(detail) });
  });

  test('too many cards are refused before any is drawn', async () => {
    const sizes = Array.from({ length: 20 }, (_, n) => `${200 + n}x200`);
    const formats = ['png', 'svg', 'pdf'];
    const quotes = Array.from({ length: 92 }, (_, n) => `s=${n}`);
    const ranges = Array.from({ length: 1700 }, (_, n) => `s=${n % 92},${n}`);
    const body = { ...PLAIN, sizes, formats, select: [...quotes, ...ranges] };
    const problem = await problemOf(await client().send('/v1/packs', body));
    expect(problem).toMatchObject({
      status: 413,
      code: 'too-large',
      detail: expect.stringContaining('100000 cards'),
    });
  });

  test('a pack that is cancelled draws no more and has no archive', async () => {
    const pack = await create({
      ...PLAIN,
      select: Array.from({ length: 92 }, (_, n) => `s=${n}`),
      sizes: ['og', 'x', 'square', 'pin'],
    });
    const cancelled = await client().json(packView, `/v1/packs/${pack.id}`, {
      method: 'DELETE',
      as: 'import',
    });
    expect(cancelled.state).toBe('cancelled');
    expect(await problemOf(await zipOf(pack))).toMatchObject({
      status: 409,
      detail: expect.stringContaining('cancelled'),
    });
  });

  test('packs need a token: import to make one, read to see it', async () => {
    expect((await client().ask('/v1/packs', { method: 'POST', body: JSON.stringify(PLAIN) })).status).toBe(
      401,
    );
    expect((await client().send('/v1/packs', PLAIN, 'read')).status).toBe(403);
    expect((await client().ask('/v1/packs/p_none')).status).toBe(401);
    expect((await client().ask('/v1/packs/p_none', { as: 'read' })).status).toBe(404);
  });
}
