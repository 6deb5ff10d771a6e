/** Keeps bytes by name. Names are lower-case paths of letters, digits, `.`, `-`, `_` and `/`. Written once, read many times. */
export interface Blobs {
  get(name: string): Promise<Uint8Array | null>;
  put(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Keeps what is too large to be held. Where the pieces end with an error, or this does, the name holds what it held. */
  putPieces(name: string, pieces: AsyncIterable<Uint8Array>, contentType: string): Promise<void>;
  /** Bytes [from, to), as far as there are any. */
  read(name: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer> | null>;
  has(name: string): Promise<boolean>;
  delete(name: string): Promise<void>;
}

/** Where the picture of a digest is kept: `Episode.cover` and `Participant.photo` are such digests (SHA-256, hex). */
export function artName(digest: string): string {
  return `art/${digest}`;
}
