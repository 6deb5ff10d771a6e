import { expect, test } from 'vitest';
import { memoryBlobs } from '../../src/blobs/memory.ts';
import type { CardDrawer } from '../../src/card/draw.ts';
import { PullquoteError } from '../../src/errors.ts';
import { importEpisode } from '../../src/ingest/import.ts';
import { cardFiles } from '../../src/pack/card-files.ts';
import { itemMaker, type PackDeps } from '../../src/pack/item.ts';
import { makePlan } from '../../src/pack/plan.ts';
import { variantsOf } from '../../src/pack/request.ts';
import { readMigrations, sqliteStore } from '../../src/store/sqlite.ts';

/** Draws JPEGs; a PNG would always be too heavy, as none of ours is. */
function heavyPng(): CardDrawer & { asked: string[] } {
  const asked: string[] = [];
  const draw: CardDrawer['draw'] = async ({ format, maxBytes }) => {
    asked.push(`${format} ${maxBytes}`);
    if (format === 'png') throw new PullquoteError('over-budget', 'It takes at least 700000 bytes.');
    return new TextEncoder().encode(format);
  };
  return {
    asked,
    draw,
    fit: async (order) => ({ bytes: await draw(order), how: order.format }),
    alt: async () => '',
    slides: async (order) => [await draw(order)],
    sheet: async () => new Uint8Array(),
    version: 'test',
    formats: ['png', 'jpg'],
  };
}

test('a PNG too heavy for its platform becomes a JPEG, found again by the key asked for; else it fails by itself', async () => {
  using store = await sqliteStore(':memory:', await readMigrations('migrations'));
  const blobs = memoryBlobs();
  const { episode } = await importEpisode(
    { store, blobs },
    {
      metadata: { show: 'Slow', title: 'Lifts', id: 'lifts', language: 'en' },
      transcript: { bytes: new TextEncoder().encode('The lift waits for nobody.'), fileName: 'a.txt' },
    },
  );
  const [quote] = await store.allQuotes(episode.id);
  const drawer = heavyPng();
  const config = { publicUrl: 'https://quotes.example', maxPixels: 8_300_000 };
  const deps: PackDeps = {
    store,
    blobs,
    drawer,
    files: cardFiles(drawer, blobs),
    config,
    clip: () => Promise.reject(new Error()),
    onError: () => {},
  };
  const variants = variantsOf({ for: ['whatsapp', 'x'], sizes: ['og'], formats: ['png'] });
  const make = itemMaker(deps, makePlan(episode.id, [quote?.id ?? ''], variants));
  expect((await make(0)).error?.code).toBe('over-budget');
  const whatsapp = await make(1);
  expect(whatsapp).toMatchObject({
    error: null,
    drawn: true,
    files: [{ blob: expect.stringMatching(/\.jpg$/) }],
  });
  expect(drawer.asked).toEqual(['png undefined', 'png 600000', 'jpg 600000']);
  await store.keepCards([{ key: whatsapp.key ?? '', files: whatsapp.files }]);
  expect(await make(1)).toMatchObject({ drawn: false, files: whatsapp.files });
});
