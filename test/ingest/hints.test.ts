import { describe, expect, test } from 'vitest';
import { importEpisode } from '../../src/ingest/import.ts';
import { input, openDeps } from './deps.ts';

const PAGE = `The moon and the mud
Takeaways
A grandfather reads the water from mud
Nobody asked him twice
Transcript:
0:00 - 0:10 My grandfather read the water from the smell of the mud.
0:10 - 0:20 Often enough that nobody asked him twice.
`;

const page = (text = PAGE) => ({ ...input(), transcript: { bytes: new TextEncoder().encode(text) } });

describe('notes and soundbites', () => {
  test('given at import are kept, the notes as lines', async () => {
    const deps = await openDeps();
    const soundbites = [{ startMs: 5000, endMs: 9000, title: 'The mud' }];
    await importEpisode(
      deps,
      input({ notes: '<ul><li>How the mud <b>smells</b></li><li>ok</li></ul>', soundbites }),
    );
    expect(await deps.store.hints('mud')).toEqual({
      notes: ['How the mud smells'],
      notesFrom: 'given',
      soundbites,
    });
  });

  test('are those of the transcript’s own page where nobody gave any', async () => {
    const deps = await openDeps();
    await importEpisode(deps, page());
    expect(await deps.store.hints('mud')).toMatchObject({
      notes: ['A grandfather reads the water from mud', 'Nobody asked him twice'],
      notesFrom: 'transcript',
    });
    await importEpisode(
      deps,
      page(PAGE.replace('Nobody asked him twice\nT', 'Why nobody asked him twice\nT')),
    );
    expect((await deps.store.hints('mud'))?.notes).toContain('Why nobody asked him twice');
  });

  test('left out at the next import stay; given ones are not replaced by the page’s', async () => {
    const deps = await openDeps();
    await importEpisode(deps, input({ notes: 'The second clock of a harbour' }));
    await importEpisode(deps, page());
    expect((await deps.store.hints('mud'))?.notes).toEqual(['The second clock of a harbour']);
  });

  test('alone make no new revision, and null takes the notes away', async () => {
    const deps = await openDeps();
    await importEpisode(deps, input());
    const report = await importEpisode(deps, input({ notes: 'The second clock of a harbour' }));
    expect([report.status, (await deps.store.hints('mud'))?.notes.length]).toEqual(['updated', 1]);
    expect((await importEpisode(deps, input())).status).toBe('unchanged');
    await importEpisode(deps, input({ notes: null }));
    expect((await deps.store.hints('mud'))?.notes).toEqual([]);
  });

  test('of a dry run are not kept', async () => {
    const deps = await openDeps();
    await importEpisode(deps, { ...input({ notes: 'The second clock of a harbour' }), dryRun: true });
    expect(await deps.store.hints('mud')).toBeNull();
  });

  test.each([
    ['notes', 7],
    ['notes', 'x'.repeat(200_001)],
    ['soundbites', [{ startMs: 9, endMs: 9 }]],
    ['soundbites', Array.from({ length: 101 }, () => ({ startMs: 0, endMs: 9 }))],
  ])('that are none are refused: %s', async (name, value) => {
    const refused = importEpisode(await openDeps(), input({ [name]: value }));
    await expect(refused).rejects.toMatchObject({
      code: 'bad-parameter',
      message: expect.stringContaining(`metadata.${name}`),
    });
  });
});
