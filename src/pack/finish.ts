import { findShown } from './episode.ts';
import type { Blobs } from '../blobs/port.ts';
import type { NamedFile, PackRow } from '../store/pack-port.ts';
import type { Store } from '../store/port.ts';
import { contentsOf, filesOf, type PackContents } from './contents.ts';
import { crc32 } from './crc32.ts';
import { DOCUMENT_TYPES, documentsOf } from './documents.ts';
import { readPlan } from './plan.ts';

/** Items read at once. */
const PAGE = 2000;

/** What a stored pack holds, of the items that are done. */
async function storedContents(store: Store, row: PackRow): Promise<PackContents> {
  const plan = readPlan(row.plan);
  const items = [];
  for (let from = 0; from < row.total; from += PAGE)
    items.push(...(await store.packItems(row.id, from, Math.min(from + PAGE, row.total))));
  return contentsOf(await findShown(store, plan.episodeId), plan, items);
}

/** All files of a finished pack, in the order of its archive. */
export async function packFiles(store: Store, row: PackRow): Promise<NamedFile[]> {
  return [...(row.documents ?? []), ...filesOf(await storedContents(store, row))];
}

/** Writes the texts of a pack whose items are all done, and ends it. @returns false where it was not under way any more */
export async function finishPack(
  { store, blobs, now }: { store: Store; blobs: Blobs; now: () => Date },
  row: PackRow,
): Promise<boolean> {
  const documents: NamedFile[] = [];
  for (const [name, text] of documentsOf(await storedContents(store, row))) {
    const bytes = new TextEncoder().encode(text);
    const blob = `packs/${row.id}/${name}`;
    await blobs.put(blob, bytes, DOCUMENT_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain');
    documents.push({ name, blob, size: bytes.length, crc: crc32(bytes) });
  }
  return store.changePack(row.id, ['queued', 'running'], {
    state: 'done',
    documents,
    finishedAt: now().toISOString(),
  });
}
