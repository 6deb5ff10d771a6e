import { checkName } from './name.ts';
import type { Blobs } from './port.ts';

/** Blobs that last as long as the process: for tests and benchmarks. */
export function memoryBlobs(): Blobs {
  const kept = new Map<string, Uint8Array>();
  return {
    async get(name) {
      return kept.get(checkName(name))?.slice() ?? null;
    },
    async put(name, bytes) {
      kept.set(checkName(name), bytes.slice());
    },
    async putPieces(name, pieces) {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of pieces) parts.push(piece.slice());
      kept.set(checkName(name), new Uint8Array(await new Blob(parts).arrayBuffer()));
    },
    async read(name, from, to) {
      const bytes = kept.get(checkName(name));
      return bytes === undefined ? null : new Uint8Array(bytes.subarray(from, to));
    },
    async has(name) {
      return kept.has(checkName(name));
    },
    async delete(name) {
      kept.delete(checkName(name));
    },
  };
}
