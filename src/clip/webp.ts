import { chunk, extendedFile, HAS_ANIMATION, three } from '../raster/encode/webp-chunks.ts';
import type { Area } from '../raster/model.ts';

/** A part of a picture that changed, as a still WebP, and for how long the picture then stays. */
export interface WebpChange {
  /** Its corner has even coordinates. */
  area: Area;
  webp: Uint8Array;
  /** In milliseconds. */
  lastsMs: number;
}

/** What an image's bits are in, within a still WebP. */
const IMAGE = new Set(['VP8 ', 'VP8L']);

/** An animation that runs for ever, of opaque changes (WebP container specification, "Extended File Format"). */
export function webpOf(size: { width: number; height: number }, changes: readonly WebpChange[]): Uint8Array {
  return extendedFile(HAS_ANIMATION, size, [
    // Ground, then how often: 0 is for ever.
    chunk('ANIM', [new Uint8Array(6)]),
    ...changes.map(({ area, webp, lastsMs }) => {
      const { x, y } = area;
      const place = [x / 2, y / 2, area.width - 1, area.height - 1, Math.round(lastsMs)].flatMap(three);
      const replaces = 0x02;
      return chunk('ANMF', [Uint8Array.of(...place, replaces), ...imagesOf(webp)]);
    }),
  ]);
}

/** The chunks of a still WebP that hold its image, as they are. */
function imagesOf(webp: Uint8Array): Uint8Array[] {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength);
  const found: Uint8Array[] = [];
  for (let at = 12; at + 8 <= webp.length;) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size & 1);
    if (IMAGE.has(String.fromCharCode(...webp.subarray(at, at + 4)))) found.push(webp.subarray(at, end));
    at = end;
  }
  return found;
}
