import { checkName } from './name.ts';
import type { Blobs } from './port.ts';

/** The part of Cloudflare's `R2Bucket` that is used here. */
export interface Bucket {
  get(
    key: string,
    options?: { range: { offset: number; length: number } },
  ): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  put(key: string, bytes: Uint8Array, options: Metadata): Promise<unknown>;
  head(key: string): Promise<{ size: number } | null>;
  delete(key: string): Promise<void>;
  createMultipartUpload(key: string, options: Metadata): Promise<Upload>;
}

interface Metadata {
  httpMetadata: { contentType: string };
}

interface Upload {
  uploadPart(number: number, bytes: Uint8Array): Promise<UploadedPart>;
  complete(parts: UploadedPart[]): Promise<unknown>;
  abort(): Promise<void>;
}

interface UploadedPart {
  partNumber: number;
  etag: string;
}

/** Parts of an upload are all of one size but the last, and of 5 MiB or more. */
const PART_BYTES = 8 << 20;

/** Blobs in a Cloudflare R2 bucket. */
export function r2Blobs(bucket: Bucket): Blobs {
  return {
    async get(name) {
      const object = await bucket.get(checkName(name));
      return object && new Uint8Array(await object.arrayBuffer());
    },
    async put(name, bytes, contentType) {
      await bucket.put(checkName(name), bytes, { httpMetadata: { contentType } });
    },
    async putPieces(name, pieces, contentType) {
      const metadata = { httpMetadata: { contentType } };
      let upload: Upload | null = null;
      const parts: UploadedPart[] = [];
      try {
        let last = new Uint8Array();
        for await (const part of partsOf(pieces)) {
          last = part;
          if (part.length < PART_BYTES) break;
          upload ??= await bucket.createMultipartUpload(checkName(name), metadata);
          parts.push(await upload.uploadPart(parts.length + 1, part));
        }
        if (upload === null) {
          await bucket.put(checkName(name), last, metadata);
          return;
        }
        if (last.length < PART_BYTES) parts.push(await upload.uploadPart(parts.length + 1, last));
        await upload.complete(parts);
      } catch (error) {
        await upload?.abort();
        throw error;
      }
    },
    async read(name, from, to) {
      try {
        const object = await bucket.get(checkName(name), { range: { offset: from, length: to - from } });
        return object && new Uint8Array(await object.arrayBuffer());
      } catch (error) {
        // R2 refuses a range of nothing.
        const size = (await bucket.head(checkName(name)))?.size;
        if (size === undefined) return null;
        if (from >= size) return new Uint8Array();
        throw error;
      }
    },
    async has(name) {
      return (await bucket.head(checkName(name))) !== null;
    },
    async delete(name) {
      await bucket.delete(checkName(name));
    },
  };
}

/** The same bytes in pieces of a part's size, the last one smaller. */
async function* partsOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let part = new Uint8Array(PART_BYTES);
  let filled = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const taken = piece.subarray(at, at + PART_BYTES - filled);
      part.set(taken, filled);
      at += taken.length;
      filled += taken.length;
      if (filled < PART_BYTES) continue;
      yield part;
      part = new Uint8Array(PART_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield part.slice(0, filled);
}
