import { describe, expect, test } from 'vitest';
import { guardedFetch } from '../../src/ingest/fetch.ts';
import { importFeed, type FeedProgress } from '../../src/ingest/import-feed.ts';
import { importFeedItem } from '../../src/ingest/pick-feed.ts';
import { LINES, openDeps, vtt } from './deps.ts';
import { png } from './pictures.ts';
import { serve } from './server.ts';

/** A host of a podcast: what it serves can be changed between two runs. */
async function podcast({ validators = true } = {}) {
  const files = new Map<string, Uint8Array | string>([
    ['/cover.png', png(1)],
    ['/ines.png', png(2)],
    ['/c.json', JSON.stringify({ version: '1.2.0', chapters: [{ startTime: 0, title: 'Low water' }] })],
    ['/1.vtt', vtt()],
    ['/2.vtt', vtt(LINES.slice(2))],
  ]);
  const server = await serve((request, response) => {
    const file = files.get(request.url ?? '');
    if (file === undefined) return response.writeHead(404).end();
    const etag = `"${file.length}-${Buffer.from(file).reduce((sum, byte) => (sum * 31 + byte) % 1e9, 7)}"`;
    if (validators) response.setHeader('ETag', etag);
    const known = validators && request.headers['if-none-match'] === etag;
    return known ? response.writeHead(304).end() : response.end(file);
  });
  const url = (path: string): string => `${server.origin}${path}`;
  const item = (n: number, more = ''): string =>
    `<item><guid>g${n}</guid><title>Episode ${n}</title><podcast:transcript url="${url(`/${n}.vtt`)}" type="text/vtt"/>${more}</item>`;
  const channel = (items: string): string =>
    `<rss><channel><title>Second Clock</title><language>en</language><itunes:image href="${url('/cover.png')}"/>` +
    `<podcast:person img="${url('/ines.png')}">Ines</podcast:person>${items}</channel></rss>`;
  const set = (items: string): unknown => files.set('/feed.xml', channel(items));
  set(
    item(
      1,
      `<podcast:chapters url="${url('/c.json')}"/><podcast:soundbite startTime="6" duration="8"/><description>&lt;p&gt;The smell of mud&lt;/p&gt;</description>`,
    ) +
      item(2) +
      '<item><guid>g3</guid></item>',
  );
  const deps = { ...(await openDeps()), fetch: guardedFetch({ allowPrivate: true }) };
  return { server, files, url, item, set, deps, feed: { url: url('/feed.xml') } };
}

const statuses = (items: readonly FeedProgress[]) => items.map(({ status }) => status);

describe('importing a feed', () => {
  test('imports every episode with a transcript, and says how far it is', async () => {
    const { server, deps, feed } = await podcast();
    await using _ = server;
    const seen: FeedProgress[] = [];
    const report = await importFeed(deps, feed, (progress) => seen.push(progress));
    expect(report).toMatchObject({ changed: true, title: 'Second Clock', withoutTranscript: 1 });
    expect(seen).toEqual(report.items);
    expect(seen).toMatchObject([
      { done: 1, total: 2, guid: 'g1', title: 'Episode 1', status: 'created', messages: [] },
      { done: 2, total: 2, guid: 'g2', status: 'created' },
    ]);
    const episode = await deps.store.episode(seen[0]?.episodeId ?? '');
    expect(episode).toMatchObject({
      showId: 'second-clock',
      guid: 'g1',
      chapters: [{ startMs: 0, title: 'Low water' }],
      participants: [{ id: 'ines', name: 'Ines', role: 'host' }],
    });
    expect(await deps.blobs.get(`art/${episode?.cover}`)).toEqual(png(1));
    expect(await deps.blobs.get(`art/${episode?.participants[0]?.photo}`)).toEqual(png(2));
    expect(await deps.store.allQuotes(episode?.id ?? '')).toHaveLength(LINES.length + 1);
    expect(await deps.store.hints(episode?.id ?? '')).toEqual({
      notes: ['The smell of mud'],
      notesFrom: 'given',
      soundbites: [{ startMs: 6000, endMs: 14_000, title: null }],
    });
    expect(server.asked.filter((asked) => asked === 'GET /cover.png')).toHaveLength(1);
  });

  test('who a person named when an item was taken in stays named when the feed changes it', async () => {
    const { server, deps, feed, files, item, set } = await podcast();
    await using _ = server;
    files.set(
      '/1.vtt',
      'WEBVTT\n\n00:01.000 --> 00:04.000\n<v SPEAKER_1>Nobody rows to the lighthouse any more.\n',
    );
    set(item(1));
    const said = { speakers: { SPEAKER_1: 'Bo Marsh' } };
    await importFeedItem(deps, { url: feed.url, guid: 'g1' }, said);
    set(item(1, '<link>https://second-clock.example/1</link>'));
    const { items } = await importFeed(deps, feed);
    const [{ episodeId, status } = { episodeId: null, status: null }] = items;
    expect(status).toBe('updated');
    const episode = await deps.store.episode(episodeId ?? '');
    expect(episode?.url).toBe('https://second-clock.example/1');
    expect(episode?.participants.map(({ name }) => name)).toEqual(['Ines', 'Bo Marsh']);
    const current = await deps.store.current(episodeId ?? '');
    expect(current?.text.turns.map(({ participantId }) => participantId)).toEqual(['bo-marsh']);
  });

  test('again asks only whether the feed changed', async () => {
    const { server, deps, feed } = await podcast();
    await using _ = server;
    await importFeed(deps, feed);
    const before = server.asked.length;
    expect(await importFeed(deps, feed)).toMatchObject({ changed: false, items: [] });
    expect(server.asked.slice(before)).toEqual(['GET /feed.xml']);
  });

  test('skips what did not change, takes in what did', async () => {
    const { server, deps, feed, files, item, set } = await podcast();
    await using _ = server;
    set(item(1) + item(2));
    await importFeed(deps, feed);
    files.set('/2.vtt', vtt(LINES.slice(1)));
    files.set('/4.vtt', vtt(LINES.slice(3)));
    set(item(4) + item(1) + item(2));
    const { items } = await importFeed(deps, feed);
    expect(statuses(items)).toEqual(['created', 'skipped', 'revised']);
  });

  test('of a host without validators does not fetch again the transcripts of unchanged items', async () => {
    const { server, deps, feed, item, set } = await podcast({ validators: false });
    await using _ = server;
    set(item(1) + item(2));
    await importFeed(deps, feed);
    const before = server.asked.length;
    const { items } = await importFeed(deps, feed);
    expect(statuses(items)).toEqual(['skipped', 'skipped']);
    expect(server.asked.slice(before)).toEqual(['GET /feed.xml']);
  });

  test('goes on after an item that fails, and tries that again next time', async () => {
    const { server, deps, feed, files, item, set } = await podcast();
    await using _ = server;
    set(item(1) + item(9) + item(2));
    const { items } = await importFeed(deps, feed);
    expect(statuses(items)).toEqual(['created', 'failed', 'created']);
    expect(items[1]?.messages).toEqual([expect.stringContaining('status 404')]);
    files.set('/9.vtt', vtt(LINES.slice(2)));
    expect(statuses((await importFeed(deps, feed)).items)).toEqual(['skipped', 'created', 'skipped']);
  });

  test('takes the next transcript where the best cannot be had', async () => {
    const { server, deps, feed, url, item, set } = await podcast();
    await using _ = server;
    set(item(1, `<podcast:transcript url="${url('/none.json')}" type="application/json"/>`));
    const { items } = await importFeed(deps, feed);
    expect(items).toMatchObject([{ status: 'created', messages: [expect.stringContaining('none.json')] }]);
  });

  test('leaves out a picture that is none, and says so', async () => {
    const { server, deps, feed, files } = await podcast();
    await using _ = server;
    files.set('/cover.png', 'no picture');
    const { items } = await importFeed(deps, feed);
    expect(items[0]).toMatchObject({
      status: 'created',
      messages: [expect.stringContaining('Expected a picture')],
    });
  });

  test('that was stopped goes on where it was', async () => {
    const { server, deps, feed, item, set } = await podcast();
    await using _ = server;
    set(item(1) + item(2));
    const stop = new AbortController();
    await expect(importFeed(deps, feed, () => stop.abort(), stop.signal)).rejects.toThrow();
    expect(statuses((await importFeed(deps, feed)).items)).toEqual(['skipped', 'created']);
  });

  test('reads it from a file too', async () => {
    const { server, deps, files } = await podcast();
    await using _ = server;
    const bytes = new TextEncoder().encode(String(files.get('/feed.xml')));
    const source = { name: 'feed.xml', bytes };
    expect(statuses((await importFeed(deps, source)).items)).toEqual(['created', 'created']);
    expect(statuses((await importFeed(deps, source)).items)).toEqual(['skipped', 'skipped']);
  });
});
