import { expect, test } from 'vitest';
import { z } from 'zod';
import { operations } from '../../../src/app.ts';
import { episodeList, episodeView, hitList, quoteList, quoteView } from '../../../src/http/schemas.ts';
import { problemOf } from '../client.ts';
import { PUBLIC_URL } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const EXAMPLE_QUOTES = '/v1/episodes/example/quotes';

export function apiTests(client: ClientOf): void {
  test('GET /healthz says ok and is not cached', async () => {
    const response = await client().ask('/healthz');
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('an address nothing is at answers 404 with a problem', async () => {
    const problem = await problemOf(await client().ask('/nothing/here'));
    expect(problem).toMatchObject({ status: 404, type: 'application/problem+json', code: 'not-found' });
  });

  test('an error is never cached', async () => {
    const response = await client().ask('/q/q_aaaaaaaaaaaaa.png');
    expect(response.status).toBe(404);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  test('a method an address does not take answers 405 and names those it does', async () => {
    const response = await client().ask('/v1/episodes/example', { method: 'DELETE' });
    expect(response.headers.get('Allow')).toBe('GET, HEAD');
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });

  test('the OpenAPI document has every route of the API, and every reference in it leads somewhere', async () => {
    const document = await (await client().ask('/openapi.json')).json();
    const { openapi, paths, components } = z
      .object({
        openapi: z.string(),
        paths: z.record(z.string(), z.object({})),
        components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
      })
      .parse(document);
    expect(openapi).toMatch(/^3\.1/);
    expect(Object.keys(paths).toSorted()).toEqual(
      [...new Set(operations.map(({ path }) => path))].toSorted(),
    );
    const references = Array.from(
      JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g),
      ([, name]) => name ?? '',
    );
    expect(references.length).toBeGreaterThan(10);
    for (const name of references) expect(components.schemas).toHaveProperty(name);
  });

  test('the docs page has every route and every kind of problem', async () => {
    const markup = await (await client().ask('/docs')).text();
    for (const { path } of operations) expect(markup).toContain(`<code>${path}</code>`);
    expect(markup).toContain('<tr id="ambiguous-text">');
  });

  test('episodes are listed with links that start with PUBLIC_URL', async () => {
    const { items } = await client().json(episodeList, '/v1/episodes');
    const example = items.find(({ id }) => id === 'example');
    expect(example).toMatchObject({ title: 'The Elevator That Apologises', page: `${PUBLIC_URL}/e/example` });
  });

  test('one episode has its show and participants', async () => {
    const episode = await client().json(episodeView, '/v1/episodes/example');
    expect(episode.show).toEqual({ id: 'slow-signal', title: 'Slow Signal' });
    expect(episode.participants.map(({ name }) => name)).toEqual(['Tobias Wren', 'Mika Haddad']);
  });

  test('pages of quotes hold each quote once, in the order of the episode', async () => {
    const all = await client().json(quoteList, `${EXAMPLE_QUOTES}?limit=200`);
    expect(all.next).toBeNull();
    const ids: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const cursor: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
      const page: z.output<typeof quoteList> = await client().json(
        quoteList,
        `${EXAMPLE_QUOTES}?limit=7${cursor}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(7);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(ids).toEqual(all.items.map(({ id }) => id));
    const starts = all.items.map(({ startMs }) => startMs ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test.each([
    ['limit=0', '`limit`'],
    ['limit=1000', '`limit`'],
    ['limit=2&limit=3', 'twice|2 times'],
    ['sort=title', '`sort` is not a parameter'],
  ])('%s is refused, saying why', async (query, sentence) => {
    const problem = await problemOf(await client().ask(`/v1/episodes?${query}`));
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
    expect(problem.detail).toMatch(new RegExp(sentence));
  });

  test('a range asked for twice is minted once, and can be fetched by its ID', async () => {
    const range = { episode: 'example', range: 's=3-4' };
    const first = quoteView.parse(await (await client().send('/v1/quotes', range)).json());
    const second = quoteView.parse(await (await client().send('/v1/quotes', range)).json());
    expect(second.id).toBe(first.id);
    expect((await client().json(quoteView, `/v1/quotes/${first.id}`)).text).toBe(first.text);
  });

  test.each([
    [{ episode: 'example', range: '13:99' }, 400, 'bad-range', '13:99'],
    [{ episode: 'example', range: '59:00-59:30' }, 404, 'range-outside', '5:0'],
    [{ episode: 'nowhere', range: 's=1' }, 404, 'not-found', 'nowhere'],
    [{ episode: 'example' }, 400, 'bad-parameter', '`range` is missing'],
    [{ episode: 'example', range: 's=1', colour: 'red' }, 400, 'bad-parameter', 'colour'],
    ['example', 400, 'bad-parameter', 'object'],
  ])('minting %j answers %d %s', async (body, status, code, word) => {
    const problem = await problemOf(await client().send('/v1/quotes', body));
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).toContain(word);
  });

  test('words said more than once answer 409 with the candidates', async () => {
    const response = await client().send('/v1/quotes', { episode: 'example', range: 'text=the' });
    expect(response.status).toBe(409);
    const { candidates } = z
      .object({ candidates: z.array(z.object({ snippet: z.string() })) })
      .parse(await response.json());
    expect(candidates.length).toBeGreaterThan(1);
  });

  test('a body that is no JSON answers 400', async () => {
    const response = await client().ask('/v1/quotes', { method: 'POST', as: 'import', body: '{' });
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('search finds a sentence by its words and marks them', async () => {
    const { items } = await client().json(hitList, '/v1/search?q=mirror');
    expect(items.length).toBeGreaterThan(0);
    for (const { snippet } of items) {
      expect(snippet.filter(({ match }) => match).map(({ text }) => text.toLowerCase())).toContain('mirror');
    }
    expect(await client().json(hitList, '/v1/episodes/example/search?q=mirror')).toEqual({ items });
  });

  test('search without words answers 400', async () => {
    expect(await problemOf(await client().ask('/v1/search'))).toMatchObject({
      status: 400,
      code: 'bad-parameter',
    });
  });

  test.each([
    ['vtt', 'text/vtt', 'WEBVTT'],
    ['srt', 'application/x-subrip', '1\n'],
    ['json', 'application/json', '{'],
    ['txt', 'text/plain', 'Tobias Wren'],
  ])('the transcript comes as %s', async (format, type, start) => {
    const response = await client().ask(`/v1/episodes/example/transcript.${format}`);
    expect(response.headers.get('Content-Type')).toContain(type);
    const body = await response.text();
    expect(body.startsWith(start)).toBe(true);
    expect(body).toContain('I know managers like that.');
  });

  test.each([
    ['/v1/quotes', {}],
    ['/v1/episodes/example/speakers', { method: 'PUT' }],
  ])('%s needs a token that may import', async (path, init) => {
    const none = await client().ask(path, { method: 'POST', ...init, body: '{}' });
    expect(none.headers.get('WWW-Authenticate')).toContain('Bearer');
    expect(await problemOf(none)).toMatchObject({ status: 401, code: 'unauthorized' });
    const weak = await client().ask(path, { method: 'POST', ...init, body: '{}', as: 'read' });
    expect(weak.headers.get('WWW-Authenticate')).toContain('insufficient_scope');
    expect(await problemOf(weak)).toMatchObject({ status: 403, code: 'forbidden' });
  });

  test.each(['Bearer pq_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'Bearer nonsense', 'Basic YTpi'])(
    'the authorization %j answers 401 on any route',
    async (authorization) => {
      const response = await client().ask('/v1/episodes', { headers: { Authorization: authorization } });
      expect(response.headers.get('WWW-Authenticate')).toContain('invalid_token');
      expect(response.status).toBe(401);
    },
  );
}
