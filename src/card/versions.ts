import type { Blobs } from '../blobs/port.ts';
import { KEY } from './key.ts';

/**
 * Remembers which keys were handed out as `v`, by quote or episode, so that such an address leads to the current card
 * later on, although its own picture may never have been drawn.
 */
export interface Versions {
  /** Never fails: what cannot be kept is told to `onError`. */
  issue(owner: string, key: string): Promise<void>;
  wasIssued(owner: string, key: string): Promise<boolean>;
}

/** Names known to be kept, so that a page asked for often writes nothing. */
const REMEMBERED = 10_000;

/** Versions as empty blobs. */
export function blobVersions(blobs: Blobs, onError: (error: unknown) => void): Versions {
  const known = new Set<string>();
  return {
    async issue(owner, key) {
      const name = nameOf(owner, key);
      if (known.has(name)) return;
      try {
        if (!(await blobs.has(name))) await blobs.put(name, new Uint8Array(0), 'application/octet-stream');
      } catch (error) {
        onError(error);
        return;
      }
      if (known.size >= REMEMBERED) known.clear();
      known.add(name);
    },
    // What a caller sends as a key may be anything.
    wasIssued: async (owner, key) => KEY.test(key) && blobs.has(nameOf(owner, key)),
  };
}

function nameOf(owner: string, key: string): string {
  return `issued/${owner}/${key}`;
}
