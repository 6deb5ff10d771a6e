import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkName } from './name.ts';
import type { Blobs } from './port.ts';

/** Blobs as files under `folder`. A reader sees a file whole or not at all: it is written beside its place, then renamed. */
export function fsBlobs(folder: string): Blobs {
  const path = pathIn(folder);
  return {
    async get(name) {
      return whole(path(name), (file) => readFile(file));
    },
    async put(name, bytes) {
      await writeWhole(path(name), bytes);
    },
    async putPieces(name, pieces) {
      await writeWhole(path(name), pieces);
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
      return isThere(path(name));
    },
    async delete(name) {
      await rm(path(name), { force: true });
    },
  };
}

/**
 * The same for a thread that does one thing at a time. What is waited for anyway is read and written in that thread: to hand
 * each step of it to another and back takes several times longer than the step.
 */
export function fsBlobsAtOnce(folder: string): Blobs {
  const path = pathIn(folder);
  return {
    ...fsBlobs(folder),
    async get(name) {
      return whole(path(name), (file) => readFileSync(file));
    },
    async put(name, bytes) {
      const target = path(name);
      const draft = draftOf(target);
      mkdirSync(dirname(target), { recursive: true });
      try {
        writeFileSync(draft, bytes);
        renameSync(draft, target);
      } catch (error) {
        rmSync(draft, { force: true });
        throw error;
      }
    },
  };
}

function pathIn(folder: string): (name: string) => string {
  return (name) => join(folder, checkName(name));
}

/**
 * A file's bytes, null where there is none. Most of what is asked for is not there: that is told at once, without a thread and
 * an error.
 */
async function whole(
  file: string,
  read: (file: string) => Buffer<ArrayBuffer> | Promise<Buffer<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isThere(file)) return null;
  try {
    const { buffer, byteOffset, byteLength } = await read(file);
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch (error) {
    // It was taken away in between.
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes a file whole or not at all: beside its place, then renamed. Its folder is made where there is none. */
export async function writeWhole(
  target: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const draft = draftOf(target);
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(draft, content);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Beside its target. No blob's name is like it: a leading dot is refused in names. */
function draftOf(target: string): string {
  return join(dirname(target), `.${randomUUID()}`);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** True where nothing has the name, also because a part of its path is a file (`a` kept, `a/b` asked for). */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
