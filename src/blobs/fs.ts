import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkName } from './name.ts';
import type { Blobs } from './port.ts';

/** Blobs as files under `folder`. A reader sees a file whole or not at all: it is written beside its place, then renamed. */
export function fsBlobs(folder: string): Blobs {
  const path = (name: string): string => join(folder, checkName(name));
  return {
    async get(name) {
      try {
        return new Uint8Array(await readFile(path(name)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async put(name, bytes) {
      await write(path(name), bytes);
    },
    async putPieces(name, pieces) {
      await write(path(name), pieces);
    },
    async read(name, from, to) {
      try {
        await using file = await open(path(name));
        const bytes = new Uint8Array(Math.max(0, Math.min(to, (await file.stat()).size) - from));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
        return bytes.subarray(0, bytesRead);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async has(name) {
      try {
        await access(path(name));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    async delete(name) {
      await rm(path(name), { force: true });
    },
  };
}

async function write(target: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  // No blob's name ends so: a leading dot is refused in names.
  const draft = join(dirname(target), `.${randomUUID()}`);
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(draft, content);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** True where nothing has the name, also because a part of its path is a file (`a` kept, `a/b` asked for). */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
