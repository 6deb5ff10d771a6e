import { beforeAll, expect, test } from 'vitest';
import { createClient } from '../../../src/client.ts';
import { quoteView } from '../../../src/http/schemas.ts';
import { problemOf, type Client } from '../client.ts';
import { episodeForm } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const WORDS = `WEBVTT

00:00.000 --> 00:04.000
<v Ida>Every map is a promise. Every promise is a map of somebody's afternoon.

00:05.000 --> 00:08.000
<v Jon>Read me the last line again.
`;

const JSON_TYPE = { 'Content-Type': 'application/json' };

export function editTests(client: ClientOf): void {
  beforeAll(async () => {
    await client().import(episodeForm({ show: 'Maps', title: 'Promises', id: 'maps' }, WORDS));
  });

  const mint = (body: object, headers: Record<string, string> = {}): Promise<Response> =>
    client().ask('/v1/quotes', {
      method: 'POST',
      as: 'import',
      body: JSON.stringify({ episode: 'maps', ...body }),
      headers: { ...JSON_TYPE, ...headers },
    });

  test('spans of words are minted as they are, gaps marked', async () => {
    const spans = [
      { wordFrom: 0, wordTo: 5 },
      { wordFrom: 7, wordTo: 10 },
    ];
    const quote = quoteView.parse(await (await mint({ spans })).json());
    expect(quote.text).toBe('Every map is a promise. […] is a map […]');
  });

  test.each([
    [{}, '`range` is missing'],
    [{ range: 's=0', spans: [{ wordFrom: 0, wordTo: 1 }] }, 'one of them'],
    [{ spans: [] }, '`spans`'],
    [{ spans: [{ wordFrom: 1.5, wordTo: 3 }] }, 'spans'],
  ])('minting %j answers 400', async (body, sentence) => {
    const problem = await problemOf(await mint(body));
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
    expect(problem.detail).toContain(sentence);
  });

  test('spans outside the transcript answer 404', async () => {
    expect(await problemOf(await mint({ spans: [{ wordFrom: 0, wordTo: 9999 }] }))).toMatchObject({
      status: 404,
      code: 'range-outside',
    });
  });

  test('whose words are read aloud can be said when minting, and edited with the tag that was read', async () => {
    const minted = quoteView.parse(await (await mint({ range: 's=1', author: 'A. Poet' })).json());
    expect(minted.author).toBe('A. Poet');
    const path = `/v1/quotes/${minted.id}`;
    const tag = (await client().ask(path)).headers.get('ETag') ?? '';
    expect((await client().ask(path, { headers: { 'If-None-Match': tag } })).status).toBe(304);
    const edit = (author: string | null, match: string): Promise<Response> =>
      client().ask(path, {
        method: 'PATCH',
        as: 'import',
        body: JSON.stringify({ author }),
        headers: { ...JSON_TYPE, 'If-Match': match },
      });
    const edited = await edit('B. Poet', tag);
    expect(quoteView.parse(await edited.json()).author).toBe('B. Poet');
    expect(await problemOf(await edit('C. Poet', tag))).toMatchObject({
      status: 412,
      code: 'precondition-failed',
    });
    expect((await edit(null, edited.headers.get('ETag') ?? '')).status).toBe(200);
  });

  test('speakers are confirmed only of what the caller saw', async () => {
    const path = '/v1/episodes/maps/speakers';
    const before = await client().ask(path);
    expect(await before.json()).toMatchObject({ items: [{ label: 'Ida' }, { label: 'Jon' }] });
    const confirm = (match: string): Promise<Response> =>
      client().ask(path, {
        method: 'PUT',
        as: 'import',
        body: JSON.stringify({ speakers: [{ range: 's=2', participant: 'Ida' }] }),
        headers: { ...JSON_TYPE, 'If-Match': match },
      });
    expect((await confirm('"other"')).status).toBe(412);
    const tag = before.headers.get('ETag') ?? '';
    expect([400, 404, 200]).toContain((await confirm(tag)).status);
  });

  test('a request sent again with its Idempotency-Key is answered as the first time', async () => {
    const headers = { 'Idempotency-Key': 'a-key' };
    const first = await mint({ range: 's=0' }, headers);
    const again = await mint({ range: 's=0' }, headers);
    expect(first.headers.get('Idempotency-Replayed')).toBeNull();
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect([again.status, await again.text()]).toEqual([first.status, await first.text()]);
    expect(await problemOf(await mint({ range: 's=1' }, headers))).toMatchObject({
      status: 409,
      code: 'conflict',
    });
  });

  test('an Idempotency-Key that is none answers 400', async () => {
    expect((await mint({ range: 's=0' }, { 'Idempotency-Key': 'x'.repeat(256) })).status).toBe(400);
  });

  test('an import sent again with its key is not taken in again', async () => {
    expect((await importOnce(client())).status).toBe(201);
    const again = await importOnce(client());
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
  });

  test('the typed client mints and reads', async () => {
    const api = createClient(client().origin, client().secret('import'));
    const minted = await api.v1.quotes.$post({ json: { episode: 'maps', range: 's=0' } });
    const { id } = quoteView.parse(await minted.json());
    const read = await api.v1.quotes[':id'].$get({ param: { id } });
    expect(quoteView.parse(await read.json()).id).toBe(id);
    const found = await api.v1.search.$get({ query: { q: 'promise' } });
    expect((await found.json()).items.length).toBeGreaterThan(0);
  });
}

function importOnce(client: Client): Promise<Response> {
  return client.ask('/v1/episodes', {
    method: 'POST',
    as: 'import',
    body: episodeForm({ show: 'Maps', title: 'Twice', id: 'twice' }, WORDS),
    headers: { 'Idempotency-Key': 'import-1' },
  });
}
