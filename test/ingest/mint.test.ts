import { describe, expect, test } from 'vitest';
import { importEpisode } from '../../src/ingest/import.ts';
import { mintQuote } from '../../src/ingest/mint.ts';
import { confirmSpeakers } from '../../src/ingest/speakers.ts';
import { parseRange } from '../../src/quote/range.ts';
import { input, LINES, openDeps, vtt } from './deps.ts';

async function imported(metadata: object = {}) {
  const deps = await openDeps();
  await importEpisode(deps, input(metadata));
  return deps;
}

describe('minting a quote', () => {
  test('of a sentence gives the quote the import made', async () => {
    const deps = await imported();
    const [first] = await deps.store.allQuotes('mud');
    expect(await mintQuote(deps, { episodeId: 'mud', range: parseRange('s=0') })).toEqual(first);
  });

  test('gives the same words the same quote, in whatever way they are asked for', async () => {
    const deps = await imported();
    const minted = await mintQuote(deps, { episodeId: 'mud', range: parseRange('0:05-0:15') });
    expect(minted.text).toBe(`${LINES[1]?.[1]} ${LINES[2]?.[1]}`);
    expect(await mintQuote(deps, { episodeId: 'mud', range: parseRange('s=1-2') })).toEqual(minted);
    expect(await mintQuote(deps, { episodeId: 'mud', spans: minted.spans })).toEqual(minted);
    expect(await deps.store.allQuotes('mud')).toHaveLength(LINES.length + 1);
  });

  test('keeps whose words are read aloud, until someone says otherwise', async () => {
    const deps = await imported();
    const range = parseRange('s=4');
    await mintQuote(deps, { episodeId: 'mud', range, author: 'A harbour pilot' });
    expect(await mintQuote(deps, { episodeId: 'mud', range })).toMatchObject({ author: 'A harbour pilot' });
    expect(await mintQuote(deps, { episodeId: 'mud', range, author: null })).toMatchObject({ author: null });
  });

  test('keeps its ID when the transcript is corrected', async () => {
    const deps = await imported();
    const minted = await mintQuote(deps, { episodeId: 'mud', range: parseRange('s=1-2') });
    await importEpisode(deps, input({}, vtt([['Ines', 'Welcome back to the quay.'], ...LINES])));
    expect(await deps.store.quote(minted.id)).toMatchObject({ status: 'live', text: minted.text });
  });

  test.each([
    [[]],
    [[{ wordFrom: 0, wordTo: 9999 }]],
    [[{ wordFrom: 3, wordTo: 3 }]],
    [[{ wordFrom: -1, wordTo: 2 }]],
  ])('refuses the spans %j', async (spans) => {
    const deps = await imported();
    await expect(mintQuote(deps, { episodeId: 'mud', spans })).rejects.toMatchObject({
      code: 'range-outside',
    });
  });

  test('of an unknown episode is not found', async () => {
    await expect(
      mintQuote(await openDeps(), { episodeId: 'none', range: parseRange('s=0') }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('confirming a speaker', () => {
  const participants = [{ name: 'Ines Prado' }, { name: 'Bram Kuiper' }];

  test('changes the turns of the words and of their quotes, and no address', async () => {
    const deps = await imported({ participants });
    const before = await deps.store.allQuotes('mud');
    const confirmed = await confirmSpeakers(deps, {
      episodeId: 'mud',
      range: 's=1',
      participant: 'Bram Kuiper',
    });
    expect(confirmed).toMatchObject({ participantId: 'bram-kuiper', quotes: 1 });
    const after = await deps.store.allQuotes('mud');
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[1]?.turns).toMatchObject([
      { participantId: 'bram-kuiper', source: 'confirmed', label: 'Bram' },
    ]);
    expect(after[0]).toEqual(before[0]);
  });

  test('travels with its words to the next revision, over a corrected word, not to new ones', async () => {
    const deps = await imported({ participants });
    await confirmSpeakers(deps, { episodeId: 'mud', range: 's=1', participant: 'bram-kuiper' });
    const lines = LINES.map(([who, text]) => [who, text.replace('from the smell', 'by the smell')] as const);
    await importEpisode(deps, input({}, vtt([['Ines', 'Welcome back to the quay.'], ...lines])));
    const turns = (await deps.store.quotes('mud', { limit: 10 })).items.map((quote) =>
      quote.turns.map(({ participantId }) => participantId),
    );
    expect(turns).toEqual([[null], [null], ['bram-kuiper'], [null], [null], [null], [null]]);
  });

  test('refuses who is no participant, and names those who are', async () => {
    const deps = await imported({ participants });
    await expect(confirmSpeakers(deps, { episodeId: 'mud', range: 's=1', participant: 'x' })).rejects.toThrow(
      'Expected a participant of the episode (`ines-prado`, `bram-kuiper`) but received `x`.',
    );
  });
});
