import type { Blobs } from '../blobs/port.ts';
import type { KeptFile } from '../store/pack-port.ts';
import type { Store } from '../store/port.ts';
import { crc32 } from './crc32.ts';

/** Files of packs in blobs, and what is known of them. */
export interface Keeper {
  /** What was made for a key before; `null` where that is not all there any more. */
  known(key: string): Promise<KeptFile[] | null>;
  keep(blob: string, bytes: Uint8Array, contentType: string): Promise<KeptFile>;
}

export function keeper({ store, blobs }: { store: Pick<Store, 'keptCards'>; blobs: Blobs }): Keeper {
  return {
    async known(key) {
      const files = (await store.keptCards([key])).get(key);
      if (files === undefined) return null;
      const there = await Promise.all(files.map(({ blob }) => blobs.has(blob)));
      return there.every(Boolean) ? files : null;
    },
    async keep(blob, bytes, contentType) {
      await blobs.put(blob, bytes, contentType);
      return { blob, size: bytes.length, crc: crc32(bytes) };
    },
  };
}
