import type { Blobs } from '../../blobs/port.ts';
import { PullquoteError } from '../../errors.ts';

/** Bytes of a recording, read in parts: what a stranger's server or the blobs hold. */
export interface AudioBytes {
  size(): Promise<number>;
  /** Bytes [from, to), as far as there are any. @throws PullquoteError `fetch-failed`, `fetch-refused`, `conflict` */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** A part of what an address names. */
interface FetchedRange {
  bytes: Uint8Array<ArrayBuffer>;
  /** Of the whole. */
  size: number;
  /** Changes with the whole, as far as the server says: its tag, else its date and size. */
  version: string;
}

/** Reads bytes [from, to) of what an address names. */
export type ReadRange = (url: string, from: number, to: number) => Promise<FetchedRange>;

/** Read with the first request, which says the size as well. */
export const HEAD_BYTES = 65_536;

/** A recording on a server. */
export interface RemoteAudio extends AudioBytes {
  version(): Promise<string>;
}

/** @throws PullquoteError `conflict` where it is replaced while it is read */
export function remoteAudio(url: string, readRange: ReadRange): RemoteAudio {
  let head: Promise<FetchedRange> | null = null;
  const first = (): Promise<FetchedRange> => (head ??= readRange(url, 0, HEAD_BYTES));
  return {
    size: async () => (await first()).size,
    version: async () => (await first()).version,
    async read(from, to) {
      const { bytes, size, version } = await first();
      const end = Math.min(to, size);
      if (end <= bytes.length) return bytes.slice(from, Math.max(from, end));
      if (from >= end) return new Uint8Array();
      const part = await readRange(url, from, end);
      if (part.version === version) return part.bytes;
      throw new PullquoteError('conflict', 'The recording was replaced while it was read; ask again.');
    },
  };
}

/** A recording in blobs. */
export function blobAudio(blobs: Blobs, name: string, size: number): AudioBytes {
  return {
    size: async () => size,
    async read(from, to) {
      const bytes = await blobs.read(name, from, to);
      if (bytes !== null) return bytes;
      throw new PullquoteError('conflict', 'The recording was just replaced; ask again.');
    },
  };
}

/** A recording held in memory. */
export function heldAudio(bytes: Uint8Array): AudioBytes {
  return {
    size: async () => bytes.length,
    read: async (from, to) => bytes.slice(from, to),
  };
}
