/** Bytes of a recording, read in parts: what a stranger's server or the blobs hold. */
export interface AudioBytes {
  size(): Promise<number>;
  /** Bytes [from, to). @throws PullquoteError `fetch-failed`, `fetch-refused` */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Reads a part of what an address names; `size` is that of the whole. */
export type ReadRange = (
  url: string,
  from: number,
  to: number,
) => Promise<{ bytes: Uint8Array<ArrayBuffer>; size: number }>;

/** Read with the first request, which says the size as well. */
const HEAD_BYTES = 65_536;

/** A recording on a server. */
export function remoteAudio(url: string, readRange: ReadRange): AudioBytes {
  let head: ReturnType<ReadRange> | null = null;
  const first = (): ReturnType<ReadRange> => (head ??= readRange(url, 0, HEAD_BYTES));
  return {
    size: async () => (await first()).size,
    async read(from, to) {
      const { bytes } = await first();
      if (to <= bytes.length) return bytes.slice(from, to);
      return (await readRange(url, from, to)).bytes;
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

/** Where the recording of an episode is kept in blobs, if it is. */
export function recordingName(episodeId: string): string {
  return `recordings/${episodeId}`;
}
