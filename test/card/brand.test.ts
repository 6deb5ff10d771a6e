import { expect, test } from 'vitest';
import { createCard, type CardDeps } from '../../src/card/create.ts';
import { blobVersions } from '../../src/card/versions.ts';
import { importEpisode } from '../../src/ingest/import.ts';
import { input, openDeps } from '../ingest/deps.ts';
import { openDrawing } from './drawing.ts';

function onError(error: unknown): never {
  throw error;
}

async function openCards(): Promise<CardDeps> {
  const { store, blobs } = await openDeps();
  await importEpisode({ store, blobs }, input());
  const { drawer } = await openDrawing();
  return {
    store,
    blobs,
    drawer,
    config: { publicUrl: 'https://q.example', maxPixels: 4_200_000 },
    inFlight: new Map(),
    versions: blobVersions(blobs, onError),
    admit: async () => undefined,
    timed: (_, run) => run(),
  };
}

test('a card whose show names a brand that is not there says so', async () => {
  const deps = await openCards();
  const address = { episodeId: 'mud', range: 's=0' };
  const ask = async (): Promise<Record<string, string>> =>
    (await createCard(deps, address, 'png', new URLSearchParams(), null)).headers;
  expect(await ask()).not.toHaveProperty('X-Missing-Brand');
  const show = await deps.store.show('second-clock');
  if (show === null) throw new Error('There is no show.');
  await deps.store.saveShow({ ...show, brandId: 'gone' });
  expect(await ask()).toMatchObject({ 'X-Missing-Brand': 'gone' });
});
