import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fsBlobs, fsBlobsAtOnce, writeWhole } from '../../src/blobs/fs.ts';
import { blobsContract } from '../contracts/blobs.ts';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'pullquote-blobs-'));

const ADAPTERS = { fs: fsBlobs, 'fs, at once': fsBlobsAtOnce };

for (const [name, open] of Object.entries(ADAPTERS)) {
  blobsContract(name, async () => {
    const dir = await folder();
    return { subject: open(dir), close: () => rm(dir, { recursive: true }) };
  });
}

test.each(Object.entries(ADAPTERS))('%s leaves no draft behind when a write fails', async (_, open) => {
  const dir = await folder();
  const blobs = open(dir);
  await blobs.put('a/b', new Uint8Array([1]), 'text/plain');
  // `a` is a folder: nothing can be renamed onto it.
  await expect(blobs.put('a', new Uint8Array([2]), 'text/plain')).rejects.toThrow();
  expect(await readdir(dir)).toEqual(['a']);
  await rm(dir, { recursive: true });
});

test.each(Object.entries(ADAPTERS))('%s has nothing under a name that is a file', async (_, open) => {
  const dir = await folder();
  const blobs = open(dir);
  await blobs.put('a', new Uint8Array([1]), 'text/plain');
  expect(await blobs.get('a/b')).toBeNull();
  expect(await blobs.has('a/b')).toBe(false);
  await rm(dir, { recursive: true });
});

test('a file asked for in a folder that is not there is written with its folder', async () => {
  const dir = await folder();
  await writeWhole(join(dir, 'new', 'card.png'), new TextEncoder().encode('whole'));
  expect(await readFile(join(dir, 'new', 'card.png'), 'utf8')).toBe('whole');
  await rm(dir, { recursive: true });
});

test('what breaks off leaves the file that was there, and nothing beside it', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'clip.mp4'), 'before');
  await expect(writeWhole(join(dir, 'clip.mp4'), broken())).rejects.toThrow('The disk is full.');
  expect([await readdir(dir), await readFile(join(dir, 'clip.mp4'), 'utf8')]).toEqual([
    ['clip.mp4'],
    'before',
  ]);
  await rm(dir, { recursive: true });
});

async function* broken(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('half');
  throw new Error('The disk is full.');
}
