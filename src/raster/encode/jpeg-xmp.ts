const HEADER = new TextEncoder().encode('http://ns.adobe.com/xap/1.0/\0');

/** Most bytes of an XMP packet in one APP1 segment (XMP specification part 3, 1.1.3). */
const MOST = 65_502;

/**
 * A JPEG with an XMP packet after its start marker.
 * @throws RangeError when the packet is too long for one segment, or the bytes are no JPEG.
 */
export function withXmp(jpeg: Uint8Array, packet: string): Uint8Array {
  const xmp = new TextEncoder().encode(packet);
  if (xmp.length > MOST)
    throw new RangeError(`Expected at most ${MOST} bytes of XMP but received ${xmp.length}.`);
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new RangeError('Expected a JPEG.');
  const length = 2 + HEADER.length + xmp.length;
  const out = new Uint8Array(jpeg.length + 2 + length);
  out.set([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255]);
  out.set(HEADER, 6);
  out.set(xmp, 6 + HEADER.length);
  out.set(jpeg.subarray(2), 4 + length);
  return out;
}
