import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { importView } from '../../../src/http/schemas.ts';
import { problemOf } from '../client.ts';
import { episodeForm, exampleForm } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const WORDS = `WEBVTT

00:00.000 --> 00:04.000
<v Ida>The harbour freezes from the edges, never from the middle.

00:04.500 --> 00:08.000
<v Jon>So how do you know when it holds?
`;

const metadata = (id: string) => ({ show: 'Cold Harbour', title: 'Ice', id });

export function importTests(client: ClientOf): void {
  test('an import answers 201 and says what it found', async () => {
    const response = await client().import(episodeForm(metadata('ice'), WORDS));
    expect(response.status).toBe(201);
    expect(importView.parse(await response.json())).toMatchObject({
      dryRun: false,
      status: 'created',
      sentences: 2,
      quotes: { added: 2 },
      speakers: [{ label: 'Ida' }, { label: 'Jon' }],
    });
  });

  test('the same import again changes nothing and answers 200', async () => {
    const response = await client().import(await exampleForm());
    expect(response.status).toBe(200);
    expect(importView.parse(await response.json()).status).toBe('unchanged');
  });

  test('a dry run says what it found and keeps nothing', async () => {
    const response = await client().import(episodeForm(metadata('dry'), WORDS), 'import', '?dry_run=true');
    expect(response.status).toBe(200);
    expect(importView.parse(await response.json())).toMatchObject({ dryRun: true, words: 18 });
    expect((await client().ask('/v1/episodes/dry')).status).toBe(404);
  });

  test('an import needs a token that may import', async () => {
    expect((await client().import(episodeForm(metadata('none'), WORDS), null)).status).toBe(401);
    expect((await client().import(episodeForm(metadata('none'), WORDS), 'read')).status).toBe(403);
    expect((await client().ask('/v1/episodes/none')).status).toBe(404);
  });

  test.each([
    ['an empty file', ''],
    ['a file without words', 'WEBVTT\n\n'],
    ['a binary file', new Uint8Array(5000).map((_, index) => (index * 37) % 256)],
  ])('%s answers 422 and leaves nothing behind', async (_, transcript) => {
    const response = await client().import(episodeForm(metadata('broken'), transcript));
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'bad-transcript' });
    expect((await client().ask('/v1/episodes/broken')).status).toBe(404);
  });

  test.each([
    ['no show', { title: 'Ice' }, 'show'],
    ['an ID that is no slug', { show: 'Cold Harbour', title: 'Ice', id: 'No Slug' }, 'id'],
    ['an unknown field', { show: 'Cold Harbour', title: 'Ice', colour: 'red' }, 'colour'],
    [
      'a speaker who takes no part',
      { show: 'Cold Harbour', title: 'Ice', speakers: { Ida: 'Nobody' } },
      'Nobody',
    ],
  ])('metadata with %s answers 400 and names it', async (_, bad, word) => {
    const problem = await problemOf(await client().import(episodeForm(bad, WORDS)));
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
    expect(problem.detail).toContain(word);
  });

  test('metadata that is no JSON answers 400', async () => {
    const form = episodeForm({}, WORDS);
    form.set('metadata', '{');
    expect(await problemOf(await client().import(form))).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('a form without a transcript answers 400', async () => {
    const form = episodeForm(metadata('none'), WORDS);
    form.delete('transcript');
    const problem = await problemOf(await client().import(form));
    expect(problem).toMatchObject({ status: 400, code: 'bad-request' });
    expect(problem.detail).toContain('`transcript`');
  });

  test('a body that is no form answers 400', async () => {
    const response = await client().ask('/v1/episodes', { method: 'POST', as: 'import', body: WORDS });
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('a picture that is none answers 422', async () => {
    const form = episodeForm({ ...metadata('face'), cover: 'cover.png' }, WORDS);
    form.append('pictures', new Blob(['not a picture']), 'cover.png');
    expect(await problemOf(await client().import(form))).toMatchObject({ status: 422, code: 'bad-image' });
  });

  test('a transcript over the limit answers 413', async () => {
    const long = `${WORDS}\n${'NOTE filler\n\n'.repeat(30_000)}`;
    expect(await problemOf(await client().import(episodeForm(metadata('long'), long)))).toMatchObject({
      status: 413,
      code: 'too-large',
    });
  });

  test('a body that is announced too large is refused before it is read', async () => {
    const announced = await announce(client().origin, client().secret('import'), 14_000_000);
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('a body without an announced length is refused as soon as too much came', async () => {
    const piece = new Uint8Array(1_000_000);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (++sent > 40) controller.close();
        else controller.enqueue(piece);
      },
    });
    const init = {
      method: 'POST',
      as: 'import' as const,
      body,
      duplex: 'half',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    };
    const answer = await client()
      .ask('/v1/episodes', init)
      .then(({ status }) => status)
      // The server may hang up while the rest is still on its way.
      .catch(() => 413);
    expect(answer).toBe(413);
    expect((await client().ask('/healthz')).status).toBe(200);
  });
}

/** Sends the head of a request and none of its body. @returns the first line of the answer */
async function announce(origin: string, secret: string, length: number): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const head = [
    'POST /v1/episodes HTTP/1.1',
    `Host: ${hostname}`,
    `Authorization: Bearer ${secret}`,
    'Content-Type: multipart/form-data; boundary=x',
    `Content-Length: ${length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return String(answer).split('\r\n')[0] ?? '';
}
