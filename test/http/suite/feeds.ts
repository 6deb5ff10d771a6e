import { expect, test } from 'vitest';
import { feedImportView, feedView } from '../../../src/http/feeds.ts';
import { wordsView } from '../../../src/http/schemas.ts';
import { problemOf } from '../client.ts';
import { FEED } from '../outside.ts';
import type { ClientOf } from '../suite.ts';

export function feedTests(client: ClientOf): void {
  test('a feed lists the items that have a transcript, and keeps nothing', async () => {
    const response = await client().send('/v1/feeds', { url: FEED });
    expect(response.status).toBe(200);
    const feed = feedView.parse(await response.json());
    expect(feed).toMatchObject({ title: 'Harbour Mail', total: 3, withoutTranscript: 1 });
    expect(feed.items[0]).toMatchObject({
      guid: 'one',
      title: 'Mail boat one',
      publishedAt: '2026-03-14',
      people: ['Ada Quill'],
      transcripts: [{ url: 'https://podcast.example/words.vtt', type: 'text/vtt' }],
      episodeId: null,
    });
  });

  test('a dry run of an item says what was found and keeps nothing', async () => {
    const response = await client().send('/v1/feeds/items?dry_run=true', { url: FEED, guid: 'one' });
    expect(response.status).toBe(200);
    const report = feedImportView.parse(await response.json());
    expect(report).toMatchObject({ dryRun: true, status: 'created', sentences: 2 });
    expect(report.speakers.map(({ label }) => label)).toEqual(['SPEAKER_1', 'SPEAKER_2']);
    expect((await client().ask(`/v1/episodes/${report.episode.id}`)).status).toBe(404);
  });

  test('an item is taken in with the speakers a person named, and the feed says so afterwards', async () => {
    const asked = { url: FEED, guid: 'one', speakers: { SPEAKER_1: 'Ada Quill', SPEAKER_2: 'Bo Marsh' } };
    const response = await client().send('/v1/feeds/items', asked);
    expect(response.status).toBe(201);
    const { episode } = feedImportView.parse(await response.json());
    expect(response.headers.get('Location')).toBe(`https://quotes.example/v1/episodes/${episode.id}`);
    expect(episode.participants.map(({ name, role }) => [name, role])).toEqual([
      ['Ada Quill', 'host'],
      ['Bo Marsh', null],
    ]);
    const words = await client().json(wordsView, `/v1/episodes/${episode.id}/words`);
    expect(words.turns.map(({ speaker }) => speaker)).toEqual(['Ada Quill', 'Bo Marsh']);
    const feed = feedView.parse(await (await client().send('/v1/feeds', { url: FEED })).json());
    expect(feed.items[0]?.episodeId).toBe(episode.id);
    const again = await client().send('/v1/feeds/items', asked);
    expect(again.status).toBe(200);
    expect(feedImportView.parse(await again.json()).status).toBe('unchanged');
  });

  test.each([
    ['an item the feed does not have', '/v1/feeds/items', { url: FEED, guid: 'nine' }, 404, 'not-found'],
    ['an item without a transcript', '/v1/feeds/items', { url: FEED, guid: 'three' }, 422, 'bad-transcript'],
    ['a transcript that is not there', '/v1/feeds/items', { url: FEED, guid: 'two' }, 422, 'fetch-failed'],
    ['a redirect inward', '/v1/feeds/items', { url: FEED, guid: 'inside' }, 422, 'fetch-refused'],
    ['an address inside', '/v1/feeds', { url: 'http://127.0.0.1/feed.xml' }, 422, 'fetch-refused'],
    ['what is no address', '/v1/feeds', { url: 'my podcast' }, 422, 'fetch-refused'],
    [
      'a page in place of a feed',
      '/v1/feeds',
      { url: 'https://podcast.example/page.html' },
      400,
      'bad-request',
    ],
    ['a field there is not', '/v1/feeds', { url: FEED, limit: 3 }, 400, 'bad-parameter'],
  ])('%s is refused', async (_, path, body, status, code) => {
    expect(await problemOf(await client().send(path, body))).toMatchObject({ status, code });
  });

  test('reading a feed needs a token that may import', async () => {
    expect((await client().send('/v1/feeds', { url: FEED }, 'read')).status).toBe(403);
    const without = await client().ask('/v1/feeds', { method: 'POST', body: JSON.stringify({ url: FEED }) });
    expect(without.status).toBe(401);
  });
}
