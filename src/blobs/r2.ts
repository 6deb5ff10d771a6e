import { checkName } from './name.ts';
import type { Blobs } from './port.ts';

/** The part of Cloudflare's `R2Bucket` that is used here. */
export interface Bucket {
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  put(key: string, bytes: Uint8Array, options: { httpMetadata: { contentType: string } }): Promise<unknown>;
  head(key: string): Promise<object | null>;
  delete(key: string): Promise<void>;
}

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
    async has(name) {
      return (await bucket.head(checkName(name))) !== null;
    },
    async delete(name) {
      await bucket.delete(checkName(name));
    },
  };
}
