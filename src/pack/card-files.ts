/** The files a card makes in a pack, drawn and kept in one place: on Node in the drawing thread, whose bytes nobody else needs. */
import type { Blobs } from '../blobs/port.ts';
import { orderKey, slideOf, type CardDrawer, type CardOrder } from '../card/draw.ts';
import { CONTENT_TYPES } from '../card/format.ts';
import type { KeptFile } from '../store/pack-port.ts';
import { crc32 } from './crc32.ts';

/**
 * Draws a card and keeps it: one file; of words too long for one picture its slides, and a PDF of them all.
 * @param isOne true for the one slide that `look.slide` names, however many there are
 * @throws PullquoteError as the drawer does, and what a write throws
 */
export type CardFiles = (order: CardOrder, isOne: boolean) => Promise<KeptFile[]>;

export function cardFiles(drawer: Pick<CardDrawer, 'draw' | 'slides' | 'version'>, blobs: Blobs): CardFiles {
  const keepAs = async (drawn: CardOrder, bytes: Uint8Array): Promise<KeptFile> => {
    const key = await orderKey(drawn, drawer.version);
    const { card, format } = drawn;
    return keepFile(
      blobs,
      `cards/${card.quoteId ?? card.episodeId}/${key}.${format}`,
      bytes,
      CONTENT_TYPES[format],
    );
  };
  return async (order, isOne) => {
    if (isOne || order.format === 'pdf') return [await keepAs(order, await drawer.draw(order))];
    const pictures = await drawer.slides(order);
    const files = await Promise.all(
      pictures.map((bytes, nth) => keepAs(nth === 0 ? order : slideOf(order, nth + 1), bytes)),
    );
    if (pictures.length === 1) return files;
    // What a platform takes is said of its pictures.
    const { maxBytes: _, ...document } = { ...order, format: 'pdf' as const, allSlides: true };
    return [...files, await keepAs(document, await drawer.draw(document))];
  };
}

/** Keeps a file, and notes what an archive must know of it. */
export async function keepFile(
  blobs: Blobs,
  blob: string,
  bytes: Uint8Array,
  contentType: string,
): Promise<KeptFile> {
  await blobs.put(blob, bytes, contentType);
  return { blob, size: bytes.length, crc: crc32(bytes) };
}
