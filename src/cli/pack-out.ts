/** Writes a pack where a person asked for it: a folder or a `.zip`. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../blobs/fs.ts';
import { crc32 } from '../pack/crc32.ts';
import { zip, type ZipEntry } from '../pack/zip.ts';

const MANIFEST = 'manifest.json';

/** What a manifest says of the files of the pack that lay here before. */
const written = z.object({
  contactSheets: z.array(z.string()),
  quotes: z.array(z.object({ cards: z.array(z.object({ files: z.array(z.object({ name: z.string() })) })) })),
});

export function isZip(path: string): boolean {
  return path.toLowerCase().endsWith('.zip');
}

/** Writes all entries, in a folder only those that differ. */
export function writePack(path: string, entries: readonly ZipEntry[]): Promise<void> {
  return isZip(path) ? writeWhole(path, zip(entries).read()) : writeFolder(path, entries);
}

/** Files of an earlier pack that are no longer part of it are taken away; the manifest is written last. */
async function writeFolder(folder: string, entries: readonly ZipEntry[]): Promise<void> {
  const before = await namesBefore(folder);
  const names = new Set(entries.map(({ name }) => name));
  for (const name of before) if (!names.has(name)) await rm(join(folder, name), { force: true });
  const ordered = entries.toSorted((a, b) => Number(a.name === MANIFEST) - Number(b.name === MANIFEST));
  for (const entry of ordered) {
    const path = join(folder, entry.name);
    if (await isWritten(path, entry)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await entry.read());
  }
}

async function isWritten(path: string, { size, crc }: ZipEntry): Promise<boolean> {
  const bytes = await readOrNull(path);
  return bytes !== null && bytes.length === size && crc32(bytes) === crc;
}

/** Only names a pack gives, so that a manifest from elsewhere cannot point at other files. */
async function namesBefore(folder: string): Promise<string[]> {
  const bytes = await readOrNull(join(folder, MANIFEST));
  if (bytes === null) return [];
  try {
    const { quotes, contactSheets } = written.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const cards = quotes.flatMap((quote) =>
      quote.cards.flatMap(({ files }) => files.map(({ name }) => name)),
    );
    return [...cards, ...contactSheets].filter((name) => /^(?:cards\/)?[\w-]+\.[a-z]+$/.test(name));
  } catch {
    // Not a manifest of ours: nothing of what lies here is ours to take away.
    return [];
  }
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
