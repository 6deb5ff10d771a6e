import { chunk, extendedFile, HAS_XMP } from './webp-chunks.ts';

/** Bytes of the RIFF header: `RIFF`, a length, `WEBP`. */
const HEAD = 12;
const MOST_SIDE = 1 << 24;

/**
 * An opaque WebP of one picture with an XMP packet after it, in the extended format that allows one.
 * @param size in pixels
 * @throws RangeError when the bytes are no simple WebP
 */
export function withWebpXmp(
  webp: Uint8Array,
  packet: string,
  size: { width: number; height: number },
): Uint8Array {
  const text = new TextDecoder('latin1');
  if (text.decode(webp.subarray(0, 4)) !== 'RIFF' || text.decode(webp.subarray(8, 16)) !== 'WEBPVP8 ')
    throw new RangeError('Expected a simple WebP.');
  if (Math.max(size.width, size.height) > MOST_SIDE)
    throw new RangeError(`Expected at most ${MOST_SIDE} pixels a side.`);
  const xmp = chunk('XMP ', [new TextEncoder().encode(packet)]);
  return extendedFile(HAS_XMP, size, [webp.subarray(HEAD), xmp]);
}
