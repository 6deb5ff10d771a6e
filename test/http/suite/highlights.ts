import { expect, test } from 'vitest';
import { highlightList } from '../../../src/http/highlights.ts';
import { notesView } from '../../../src/http/notes.ts';
import { verifyView } from '../../../src/http/verify.ts';
import { problemOf } from '../client.ts';
import { episodeForm } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

export function highlightTests(client: ClientOf): void {
  test('highlights have words of the transcript, an address that shows them, and why they were picked', async () => {
    const { items } = await client().json(highlightList, '/v1/episodes/example/highlights?count=3');
    expect(items).toHaveLength(3);
    const first = items[0];
    const page = await client().ask(`/e/example/${first?.range}`);
    expect(await page.text()).toContain(first?.text.split(' ').slice(0, 3).join(' '));
    expect(first?.scores.total).toBeGreaterThan(0);
  });

  test('show notes given at import lead to highlights, and may be changed later', async () => {
    const words = `WEBVTT

00:00.000 --> 00:10.000
<v Ada>The kelp was the only clock that the cook ever trusted on a boat.

00:10.000 --> 00:20.000
<v Ada>We paid for our first sails with a loan that no bank should have given us.
`;
    const metadata = {
      show: 'Kelp',
      title: 'Sails',
      id: 'noted',
      notes: '<p>How a <b>loan</b> paid for sails</p>',
    };
    expect((await client().import(episodeForm(metadata, words))).status).toBe(201);
    const best = async () => {
      const { items, by } = await client().json(highlightList, '/v1/episodes/noted/highlights?count=1');
      expect(by).toBe('scores');
      return [items[0]?.note, items[0]?.text.split(' ').slice(0, 3).join(' ')];
    };
    expect(await best()).toEqual(['How a loan paid for sails', 'We paid for']);

    const path = '/v1/episodes/noted/notes';
    const read = await client().ask(path);
    expect(notesView.parse(await read.json())).toMatchObject({ notesFrom: 'given', soundbites: [] });
    const patch = (body: unknown, match = '*') =>
      client().ask(path, {
        method: 'PATCH',
        as: 'import',
        headers: { 'Content-Type': 'application/json', 'If-Match': match },
        body: JSON.stringify(body),
      });
    const soundbites = [{ startMs: 0, endMs: 9000 }];
    const etag = read.headers.get('ETag') ?? '';
    const changed = await patch({ notes: '- A cook who trusted kelp', soundbites }, etag);
    expect(notesView.parse(await changed.json())).toEqual({
      notes: ['A cook who trusted kelp'],
      notesFrom: 'given',
      soundbites: [{ startMs: 0, endMs: 9000, title: null }],
    });
    expect(await best()).toEqual(['A cook who trusted kelp', 'The kelp was']);
    expect((await patch({ notes: null }, etag)).status).toBe(412);
    await patch({ notes: null });
    expect(await client().json(notesView, path)).toMatchObject({ notes: [], soundbites: [{ endMs: 9000 }] });

    expect((await client().send(path, { notes: 'x' }, 'read', 'PATCH')).status).toBe(403);
    expect((await client().send(path, { notes: 7 }, 'import', 'PATCH')).status).toBe(400);
    expect((await client().send(path, { title: 'x' }, 'import', 'PATCH')).status).toBe(400);
    expect((await client().ask('/v1/episodes/none-such/notes')).status).toBe(404);
  });

  test('a count that is none is refused', async () => {
    const problem = await problemOf(await client().ask('/v1/episodes/example/highlights?count=0'));
    expect(problem).toMatchObject({ status: 400, detail: expect.stringContaining('`count`') });
  });

  test.each([
    ['no letter', '… !!!', 400],
    ['five thousand words', 'wall '.repeat(5000), 400],
    ['too many words', 'a b '.repeat(2000), 413],
  ])('words to verify that are none are refused: %s', async (_, text, status) => {
    const response = await client().ask('/v1/verify', { method: 'POST', body: JSON.stringify({ text }) });
    expect(await problemOf(response)).toMatchObject({ status, detail: expect.stringContaining('Expected') });
  });

  async function verdict(text: string, speaker?: string) {
    const response = await client().ask('/v1/verify', {
      method: 'POST',
      body: JSON.stringify({ text, ...(speaker === undefined ? {} : { speaker }) }),
    });
    return verifyView.parse(await response.json());
  }

  const SAID = 'Thirty seconds with a mirror is shorter than twenty seconds with a wall.';

  test('posted words are verbatim, altered, or another speaker’s, with the place they are nearest to', async () => {
    const exact = await verdict(SAID, 'Mika Haddad');
    expect([exact.verdict, exact.isSpeaker, exact.nearest?.episodeId]).toEqual(['verbatim', true, 'example']);
    expect((await verdict(SAID.replace('shorter', 'longer'))).verdict).toBe('altered');
    expect((await verdict(SAID, 'Tobias Wren')).verdict).toBe('other-speaker');
    expect((await verdict('Thirty seconds with a mirror […] than 20 seconds with a wall.')).verdict).toBe(
      'elided',
    );
    expect((await verdict(SAID)).warnings).toEqual([]);
    expect((await verdict('The lifts did get one second faster.')).verdict).toBe('altered');
    expect((await verdict('After the first year, nothing at all')).warnings).toContainEqual(
      expect.objectContaining({ kind: 'question', wider: expect.stringMatching(/^s=/u) }),
    );
    expect((await verdict('Nobody here ever talked of turnips and trombones.')).verdict).toBe('not-found');
  });
}
