import { expect, test } from 'vitest';
import { importEpisode } from '../../src/ingest/import.ts';
import { selectQuotes } from '../../src/pack/select.ts';
import { input, LINES, openDeps } from '../ingest/deps.ts';

test('highlights of a pack follow the show notes', async () => {
  const deps = await openDeps();
  const chosen = async (notes: string) => {
    const { episode } = await importEpisode(deps, input({ notes }));
    const [id] = await selectQuotes(deps.store, episode, 'highlights:1');
    return (await deps.store.quote(String(id)))?.text;
  };
  expect(await chosen('A grandfather who read the smell of mud')).toBe(LINES[1]?.[1]);
  expect(await chosen('A harbour with a second clock and a moon')).toBe(LINES[0]?.[1]);
});

test.each(['highlights:0', 'highlights:1001', 'highlights:many'])(
  '%s is refused as it was typed',
  async (typed) => {
    const deps = await openDeps();
    const { episode } = await importEpisode(deps, input());
    await expect(selectQuotes(deps.store, episode, typed)).rejects.toThrow(`received \`${typed}\``);
  },
);
