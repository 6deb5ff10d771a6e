import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
      const target = path(name);
      // No blob's name ends so: a leading dot is refused in names.
      const draft = join(dirname(target), `.${randomUUID()}`);
      await mkdir(dirname(target), { recursive: true });
      try {
        await writeFile(draft, bytes);
        await rename(draft, target);
      } catch (error) {
        await rm(draft, { force: true });
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

/** True where nothing has the name, also because a part of its path is a file (`a` kept, `a/b` asked for). */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
