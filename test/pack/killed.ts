/** The Node server's work on packs, over a drawer that is quick and notes every card it draws: a process to be killed. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { fsBlobs } from '../../src/blobs/fs.ts';
import type { CardDrawer } from '../../src/card/draw.ts';
import { orderKey } from '../../src/card/draw.ts';
import { cardFiles } from '../../src/pack/card-files.ts';
import { localWorkers } from '../../src/pack/work.ts';
import { readMigrations, sqliteStore } from '../../src/store/sqlite.ts';

const [folder = '', migrations = ''] = process.argv.slice(2);
const log = join(folder, 'drawn.log');
const store = await sqliteStore(join(folder, 'pullquote.db'), await readMigrations(migrations));

const draw: CardDrawer['draw'] = async (order) => {
  const key = await orderKey(order, drawer.version);
  // As long as a card takes, so that a kill meets some at work.
  await new Promise((resolve) => setTimeout(resolve, 2));
  appendFileSync(log, `${key}\n`);
  return new TextEncoder().encode(`card ${key}`);
};
const drawer: CardDrawer = {
  draw,
  fit: async (order) => ({ bytes: await draw(order), how: order.format }),
  alt: async () => '',
  slides: async (order) => [await draw(order)],
  sheet: async () => new TextEncoder().encode('sheet'),
  version: 'test',
  formats: ['png'],
};
const blobs = fsBlobs(join(folder, 'blobs'));

const workers = localWorkers({
  store,
  blobs,
  drawer,
  files: cardFiles(drawer, blobs),
  clip: () => Promise.reject(new Error('No clip was asked for.')),
  config: { publicUrl: 'https://quotes.example', maxPixels: 8_300_000 },
  onError(error) {
    throw error;
  },
  post: async () => {},
  now: () => new Date(),
  later: () => () => {},
});
process.stdout.write('working\n');
await workers.resume();
// Ends by itself once there is nothing left to do.
