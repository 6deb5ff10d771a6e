/** Keeps bytes by name. Names are lower-case paths of letters, digits, `.`, `-`, `_` and `/`. Written once, read many times. */
export interface Blobs {
  get(name: string): Promise<Uint8Array | null>;
  put(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  has(name: string): Promise<boolean>;
  delete(name: string): Promise<void>;
}
