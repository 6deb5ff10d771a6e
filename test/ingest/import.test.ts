import { describe, expect, test } from 'vitest';
import { artName } from '../../src/blobs/port.ts';
import { importEpisode } from '../../src/ingest/import.ts';
import { input, LINES, openDeps, vtt } from './deps.ts';
import { png } from './pictures.ts';

describe('an import', () => {
  test('makes the show, the episode, its words and a quote a sentence', async () => {
    const deps = await openDeps();
    const report = await importEpisode(
      deps,
      input({ publishedAt: '2026-03-14', url: 'https://tidal.example/1' }),
    );
    expect(report).toMatchObject({
      dryRun: false,
      status: 'created',
      segments: 6,
      sentences: 6,
      durationMs: 30_000,
      quotes: { added: 6, kept: 0, changed: 0, superseded: 0, withdrawn: 0 },
      opening: LINES.slice(0, 3).map(([, text]) => text),
      warnings: [],
    });
    expect(await deps.store.show('second-clock')).toMatchObject({ title: 'Second Clock', language: 'en' });
    expect(await deps.store.episode('mud')).toMatchObject({ publishedAt: '2026-03-14', durationMs: 30_000 });
    const { items } = await deps.store.quotes('mud', { limit: 10 });
    expect(items.map(({ text }) => text)).toEqual(LINES.map(([, text]) => text));
  });

  test('says who speaks how much, and how that is known', async () => {
    const participants = [{ name: 'Ines Prado', role: 'host' }, { name: 'Bram' }];
    const speakers = { Ines: 'Ines Prado' };
    const report = await importEpisode(await openDeps(), input({ participants, speakers }));
    expect(report.speakers).toEqual([
      { label: 'Ines', participantId: 'ines-prado', source: 'mapped', words: 28 },
      { label: 'Bram', participantId: 'bram', source: 'label', words: 25 },
    ]);
  });

  test('of a dry run reports the same and keeps nothing', async () => {
    const deps = await openDeps();
    const files = { 'cover.png': png() };
    const dry = await importEpisode(deps, { ...input({ cover: 'cover.png' }), files, dryRun: true });
    expect(await deps.store.show('second-clock')).toBeNull();
    expect(await deps.store.episode('mud')).toBeNull();
    expect(await deps.blobs.has(artName(dry.episode.cover ?? ''))).toBe(false);
    const wet = await importEpisode(deps, { ...input({ cover: 'cover.png' }), files });
    expect({ ...wet, dryRun: true }).toEqual(dry);
  });

  test('keeps pictures by their digest', async () => {
    const deps = await openDeps();
    const files = { 'cover.png': png(1), 'ines.png': png(2) };
    const metadata = { cover: 'cover.png', participants: [{ name: 'Ines', photo: 'ines.png' }] };
    const { episode } = await importEpisode(deps, { ...input(metadata), files });
    expect(await deps.blobs.get(artName(episode.cover ?? ''))).toEqual(png(1));
    expect(await deps.blobs.get(artName(episode.participants[0]?.photo ?? ''))).toEqual(png(2));
    const byDigest = await importEpisode(deps, input({ cover: episode.cover }));
    expect(byDigest.episode.cover).toBe(episode.cover);
  });
});

describe('importing again', () => {
  test('the same source changes nothing', async () => {
    const deps = await openDeps();
    const first = await importEpisode(deps, input());
    const again = await importEpisode(deps, input());
    expect(again).toMatchObject({ status: 'unchanged', revision: first.revision });
  });

  test('the same source with other metadata changes only the metadata, and keeps what is left out', async () => {
    const deps = await openDeps();
    const first = await importEpisode(
      deps,
      input({ url: 'https://tidal.example/1', chapters: [{ startMs: 0, title: 'Low' }] }),
    );
    const again = await importEpisode(deps, input({ title: 'Retitled', chapters: [] }));
    expect(again).toMatchObject({ status: 'updated', revision: first.revision });
    expect(await deps.store.episode('mud')).toMatchObject({
      title: 'Retitled',
      url: 'https://tidal.example/1',
      chapters: [],
    });
    expect((await deps.store.currentRevision('mud'))?.id).toBe(first.revision.id);
  });

  test('a corrected source makes a revision, in which quotes keep their IDs', async () => {
    const deps = await openDeps();
    await importEpisode(deps, input());
    const before = await deps.store.allQuotes('mud');
    const lines = LINES.map(
      ([who, text]) => [who, text.replace('smell of the mud', 'smell of mud')] as const,
    );
    const report = await importEpisode(deps, input({}, vtt(lines)));
    expect(report).toMatchObject({
      status: 'revised',
      quotes: { added: 0, kept: 5, changed: 1, superseded: 0, withdrawn: 0 },
    });
    const after = await deps.store.quotes('mud', { limit: 10 });
    expect(after.items.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.items[1]).toMatchObject({
      status: 'changed',
      text: 'My grandfather read it from the smell of mud.',
    });
  });

  test('with another mapping of speakers makes a revision; left out, the mapping stays', async () => {
    const deps = await openDeps();
    const participants = [{ name: 'Ines Prado' }];
    await importEpisode(deps, input({ participants }));
    const mapped = await importEpisode(deps, input({ speakers: { Ines: 'ines-prado' } }));
    expect(mapped.status).toBe('revised');
    const again = await importEpisode(deps, input());
    expect(again).toMatchObject({ status: 'unchanged', revision: mapped.revision });
  });

  test('an episode is found again by its guid', async () => {
    const deps = await openDeps();
    const first = await importEpisode(deps, input({ id: undefined, guid: 'tidal-1' }));
    const again = await importEpisode(deps, input({ id: undefined, guid: 'tidal-1', title: 'Other' }));
    expect(first.episode.id).toMatch(/^[0-9a-z]{10}$/);
    expect(again.episode.id).toBe(first.episode.id);
  });

  test('one given neither ID nor guid is a new episode each time', async () => {
    const deps = await openDeps();
    const first = await importEpisode(deps, input({ id: undefined }));
    const second = await importEpisode(deps, input({ id: undefined }));
    expect(second.episode.id).not.toBe(first.episode.id);
  });
});

describe('a refused import', () => {
  const refused: [string, object, Uint8Array, string][] = [
    ['an empty transcript', {}, new Uint8Array(), 'bad-transcript'],
    ['a binary', {}, new Uint8Array(500).map((_, i) => (i * 37) % 256), 'bad-transcript'],
    ['a show without a title', { show: '' }, vtt(), 'bad-parameter'],
    ['a speaker who is no participant', { speakers: { Ines: 'nobody' } }, vtt(), 'bad-parameter'],
    ['a cover that was not sent', { cover: 'none.png' }, vtt(), 'bad-image'],
    [
      'two participants of one ID',
      {
        participants: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
      vtt(),
      'bad-parameter',
    ],
  ];
  test.each(refused)('for %s leaves nothing behind', async (_, metadata, bytes, code) => {
    const deps = await openDeps();
    await expect(importEpisode(deps, input(metadata, bytes))).rejects.toMatchObject({ code });
    expect(await deps.store.episodes({ limit: 1 })).toEqual({ items: [], next: null });
    expect(await deps.store.show('second-clock')).toBeNull();
  });

  test('for a transcript over the limit says the limit', async () => {
    const deps = { ...(await openDeps()), maxBytes: 100 };
    await expect(importEpisode(deps, input())).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: 100 },
    });
  });

  test.each([
    ['brandId', { brandId: 'night' }],
    ['show.brandId', { show: { title: 'Second Clock', brandId: 'night' } }],
  ])('for a brand nobody made says so, of %s', async (parameter, metadata) => {
    await expect(importEpisode(await openDeps(), input(metadata))).rejects.toMatchObject({
      code: 'bad-brand',
      details: { parameter },
      message: expect.stringContaining('received `night`'),
    });
  });

  test('for an ID of another show names that show', async () => {
    const deps = await openDeps();
    await importEpisode(deps, input());
    await expect(importEpisode(deps, input({ show: 'Other' }))).rejects.toThrow(
      /belongs to the show `second-clock`/,
    );
  });

  test('for a guid of another episode names that episode', async () => {
    const deps = await openDeps();
    await importEpisode(deps, input({ guid: 'g' }));
    await expect(importEpisode(deps, input({ guid: 'g', id: 'other' }))).rejects.toThrow(
      /that of episode `mud`/,
    );
  });

  test('because the store fails takes its pictures away again', async () => {
    const deps = await openDeps();
    const names: string[] = [];
    const blobs = {
      ...deps.blobs,
      put: (name: string, ...rest: [Uint8Array, string]) => (names.push(name), deps.blobs.put(name, ...rest)),
    };
    const store = { ...deps.store, saveImport: () => Promise.reject(new Error('disk full')) };
    const whole = { ...input({ cover: 'c.png' }), files: { 'c.png': png() } };
    await expect(importEpisode({ store, blobs }, whole)).rejects.toThrow('disk full');
    expect(names).toHaveLength(1);
    expect(await deps.blobs.has(names[0] ?? '')).toBe(false);
  });
});

test('soundbites are minted as quotes of whole sentences, and one outside the audio is a warning', async () => {
  const deps = await openDeps();
  const soundbites = [
    { startMs: 6000, endMs: 14_000, title: null },
    { startMs: 900_000, endMs: 910_000, title: null },
  ];
  const report = await importEpisode(deps, { ...input({ soundbites }) });
  expect(report.quotes.added).toBe(7);
  expect(report.warnings.map(({ code }) => code)).toEqual(['soundbite']);
  expect((await deps.store.allQuotes('mud')).map(({ text }) => text)).toContain(
    `${LINES[1]?.[1]} ${LINES[2]?.[1]}`,
  );
});
