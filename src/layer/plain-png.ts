import { base64 } from './base64.ts';
import { joined } from '../joined.ts';
import type { Pixels } from './pixels.ts';

/** Most bytes of a stored block of DEFLATE (RFC 1951, 3.2.4). */
const BLOCK = 0xffff;

/**
 * Straight RGBA as a PNG that is not compressed, as a `data:` address: the quickest way to hand pixels to resvg, and the
 * same bytes in every engine.
 */
export function plainPng(image: Pixels): string {
  return `data:image/png;base64,${base64(assembled(image, stored(rows(image))))}`;
}

/** Straight RGBA as a PNG compressed by the runtime, whose bytes may differ by engine: for what is kept, not compared. */
export async function packPng(image: Pixels): Promise<Uint8Array> {
  const source = new Blob([new Uint8Array(rows(image))]).stream();
  const packed = source.pipeThrough(new CompressionStream('deflate'));
  return assembled(image, new Uint8Array(await new Response(packed).arrayBuffer()));
}

function assembled({ width, height }: Pixels, compressed: Uint8Array): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits a channel, red, green, blue and alpha.
  head.set([8, 6], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const chunks = [signature, chunk('IHDR', head), chunk('IDAT', compressed), chunk('IEND', new Uint8Array())];
  return joined(chunks);
}

/** Rows, each after a byte that says it is not filtered. */
function rows({ width, height, pixels }: Pixels): Uint8Array {
  const stride = width * 4;
  const out = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++)
    out.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return out;
}

/** A zlib stream (RFC 1950) of stored blocks. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let from = 0; from < bytes.length; from += BLOCK) {
    const block = bytes.subarray(from, from + BLOCK);
    const { length } = block;
    const last = from + BLOCK >= bytes.length ? 1 : 0;
    parts.push(Uint8Array.of(last, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255), block);
  }
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, adler32(bytes));
  return joined([...parts, sum]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(new TextEncoder().encode(type), 4);
  out.set(data, 8);
  view.setUint32(data.length + 8, crc32(out.subarray(4, data.length + 8)));
  return out;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb8_8320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** PNG (W3C), annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** RFC 1950, 8.2. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
