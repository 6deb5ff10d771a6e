import type { Blobs } from '../blobs/port.ts';
import type { KeptFile } from '../store/pack-port.ts';
import type { Store } from '../store/port.ts';

/** What was made for a key before; `null` where that is not all there any more. */
export async function knownFiles(
  { store, blobs }: { store: Pick<Store, 'keptCards'>; blobs: Blobs },
  key: string,
): Promise<KeptFile[] | null> {
  const files = (await store.keptCards([key])).get(key);
  if (files === undefined) return null;
  const there = await Promise.all(files.map(({ blob }) => blobs.has(blob)));
  return there.every(Boolean) ? files : null;
}
