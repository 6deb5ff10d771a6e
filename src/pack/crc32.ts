/** CRC-32 as ZIP and PNG use it (ISO 3309, reflected polynomial 0xEDB88320). */

const TABLES = makeTables();

/** The checksum of `bytes`, as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  const [a, b, c, d] = TABLES;
  let crc = ~0;
  let at = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Four bytes a step, each through its own table: several times as fast as byte by byte.
  for (const end = bytes.length - 3; at < end; at += 4) {
    const word = crc ^ view.getUint32(at, true);
    crc =
      at4(d, word & 0xff) ^ at4(c, (word >>> 8) & 0xff) ^ at4(b, (word >>> 16) & 0xff) ^ at4(a, word >>> 24);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ at4(a, (crc ^ view.getUint8(at)) & 0xff);
  return ~crc >>> 0;
}

function at4(table: Int32Array, index: number): number {
  return table[index] ?? 0;
}

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    first[byte] = crc;
  }
  const next = (table: Int32Array): Int32Array => table.map((crc) => (crc >>> 8) ^ at4(first, crc & 0xff));
  const second = next(first);
  const third = next(second);
  return [first, second, third, next(third)];
}
