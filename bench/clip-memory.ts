/** The service on Node, asked for ten clips at once, again and again: the memory of its process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAll, processorTime, residentBytes, startService, stop } from './process.ts';
import type { Row } from './search.ts';

const PORT = 18_791;
const CLIPS = 10;
const WAVES = 5;
const MEGABYTE = 1e6;

export async function tenAtOnce(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  // Its first start takes the example in.
  const service = await startService(folder, PORT);
  try {
    const rows: Row[] = [];
    for (let wave = 0; wave < WAVES; wave++) {
      const paths = Array.from(
        { length: CLIPS },
        (_, i) => `/e/example/0:24-0:43.mp4?lang=en-x-wave${wave}n${i}`,
      );
      const before = await processorTime(service.pid);
      await askAll(PORT, paths, CLIPS);
      const seconds = (await processorTime(service.pid)) - before;
      const resident = (await residentBytes(service.pid)) / MEGABYTE;
      console.error(`wave ${wave}: ${resident.toFixed(0)} MB, ${seconds.toFixed(1)} s of processor`);
      if (wave === 0 || wave === WAVES - 1)
        rows.push({
          name: `Node, memory after ${CLIPS * (wave + 1)} clips, ${CLIPS} at once`,
          value: resident,
          unit: 'MB',
        });
    }
    return rows;
  } finally {
    await stop(service);
    await rm(folder, { recursive: true });
  }
}
