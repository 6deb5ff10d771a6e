/** A finished pack as files and as one archive. */
import type { Blobs } from '../blobs/port.ts';
import { sha256 } from '../sha256.ts';
import type { NamedFile } from '../store/pack-port.ts';
import { crc32 } from './crc32.ts';
import { zip, type Zip, type ZipEntry } from './zip.ts';

/** A text as an entry. */
export function textEntry(name: string, text: string): ZipEntry {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, crc: crc32(bytes), read: async () => bytes };
}

/** A kept file as an entry; its bytes are read when they are asked for. */
export function blobEntry(blobs: Blobs, { name, blob, size, crc }: NamedFile): ZipEntry {
  return {
    name,
    size,
    crc,
    async read() {
      const bytes = await blobs.get(blob);
      if (bytes === null) throw new Error(`The file ${blob} of a pack is not in blobs any more.`);
      return bytes;
    },
  };
}

/** Kept files as one archive. */
export function zipOf(blobs: Blobs, files: readonly NamedFile[]): Zip {
  return zip(files.map((file) => blobEntry(blobs, file)));
}

/** Names an archive by what is in it: names, sizes and checksums of its files. */
export async function zipTag(files: readonly NamedFile[]): Promise<string> {
  const text = files.map(({ name, size, crc }) => `${name}\n${size}\n${crc}\n`).join('');
  return (await sha256(text)).slice(0, 32);
}
