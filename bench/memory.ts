/**
 * Memory of the serving process, its drawing threads with it, over very many different cards asked for over HTTP. What was sent is
 * taken from the disk again at once, so that no card is kept.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differentCards, openSettings } from './episodes.ts';
import { askAll, residentBytes, startService, stop } from './process.ts';
import type { Row } from './search.ts';

const PORT = 18_789;
const CONNECTIONS = 8;
/** Cards before the measuring. */
const WARMING = 4000;
const BATCH = 2000;
const MEGABYTE = 1e6;

/** @param cards how many cards after the warm-up */
export async function run({ cards = 100_000 }: { cards?: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const { settings, secret } = await openSettings();
  let service = await startService(folder, PORT, settings);
  try {
    const paths = await differentCards(`http://127.0.0.1:${PORT}`, secret, WARMING + cards);
    // The memory that importing took is no part of this.
    await stop(service);
    service = await startService(folder, PORT, settings);
    const draw = async (from: number, to: number): Promise<number> => {
      await askAll(PORT, paths.slice(from, to), CONNECTIONS);
      await rm(join(folder, 'blobs', 'cards'), { recursive: true, force: true });
      return (await residentBytes(service.pid)) / MEGABYTE;
    };
    const started = (await residentBytes(service.pid)) / MEGABYTE;
    const warm = await draw(0, WARMING);
    console.error(`started ${started.toFixed(0)} MB, after ${WARMING} cards ${warm.toFixed(0)} MB`);
    let [most, last] = [warm, warm];
    for (let from = WARMING; from < paths.length; from += BATCH) {
      last = await draw(from, Math.min(from + BATCH, paths.length));
      most = Math.max(most, last);
      console.error(`after ${Math.min(from + BATCH, paths.length)} cards ${last.toFixed(0)} MB`);
    }
    return {
      rows: [
        { name: 'when it started', value: started, unit: 'MB' },
        { name: `after ${WARMING} cards of warm-up`, value: warm, unit: 'MB' },
        { name: `after ${cards} more, all different`, value: last, unit: 'MB' },
        { name: 'growth', value: last - warm, unit: 'MB' },
        { name: 'most at the end of any batch', value: most, unit: 'MB' },
      ],
    };
  } finally {
    await stop(service);
    await rm(folder, { recursive: true });
  }
}
