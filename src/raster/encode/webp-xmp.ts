/** Bytes of the RIFF header: `RIFF`, a length, `WEBP`. */
const HEAD = 12;
/** Flag of VP8X for a file with an XMP chunk (RFC 9649, 2.7). */
const HAS_XMP = 0x04;
const MOST_SIDE = 1 << 24;

/**
 * An opaque WebP of one picture with an XMP packet after it, in the extended format that allows one.
 * @param size in pixels
 * @throws RangeError when the bytes are no simple WebP
 */
export function withWebpXmp(
  webp: Uint8Array,
  packet: string,
  { width, height }: { width: number; height: number },
): Uint8Array {
  const text = new TextDecoder('latin1');
  if (text.decode(webp.subarray(0, 4)) !== 'RIFF' || text.decode(webp.subarray(8, 16)) !== 'WEBPVP8 ')
    throw new RangeError('Expected a simple WebP.');
  if (Math.max(width, height) > MOST_SIDE)
    throw new RangeError(`Expected at most ${MOST_SIDE} pixels a side.`);
  const extended = new Uint8Array(10);
  const view = new DataView(extended.buffer);
  // Each side less one, in 24 bits: the next write covers the byte over them.
  view.setUint32(4, width - 1, true);
  view.setUint16(7, (height - 1) & 0xffff, true);
  extended[9] = (height - 1) >> 16;
  extended[0] = HAS_XMP;
  const chunks = [
    chunk('VP8X', extended),
    webp.subarray(HEAD),
    chunk('XMP ', new TextEncoder().encode(packet)),
  ];
  const out = new Uint8Array(HEAD + chunks.reduce((sum, { length }) => sum + length, 0));
  out.set(webp.subarray(0, HEAD));
  new DataView(out.buffer).setUint32(4, out.length - 8, true);
  let at = HEAD;
  for (const part of chunks) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A chunk, filled up to an even length. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + data.length + (data.length & 1));
  bytes.set(new TextEncoder().encode(type));
  new DataView(bytes.buffer).setUint32(4, data.length, true);
  bytes.set(data, 8);
  return bytes;
}
