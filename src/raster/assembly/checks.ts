/** CRC-32 (ISO 3309, sixteen bytes a step) and Adler-32 (RFC 1950). */

const tables = memory.data(16 * 256 * 4, 16);
let ready = false;

function buildTables(): void {
  for (let n: u32 = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >> 1) : c >> 1;
    store<u32>(tables + (n << 2), c);
  }
  for (let n: u32 = 0; n < 256; n++) {
    let c = load<u32>(tables + (n << 2));
    for (let k = 1; k < 16; k++) {
      c = load<u32>(tables + ((c & 255) << 2)) ^ (c >> 8);
      store<u32>(tables + (k << 10) + (n << 2), c);
    }
  }
  ready = true;
}

@inline
function entry(table: i32, byte: u32): u32 {
  return load<u32>(tables + (table << 10) + ((byte & 255) << 2));
}

/** What four bytes add, after which come so many more of a step. */
@inline
function entries(later: i32, four: u32): u32 {
  return (
    entry(later + 3, four) ^ entry(later + 2, four >> 8) ^ entry(later + 1, four >> 16) ^ entry(later, four >> 24)
  );
}

export function crc32(from: usize, length: i32): u32 {
  if (!ready) buildTables();
  let c: u32 = 0xffffffff;
  const end = from + length;
  for (; from + 16 <= end; from += 16) {
    c =
      entries(12, load<u32>(from) ^ c) ^
      entries(8, load<u32>(from, 4)) ^
      entries(4, load<u32>(from, 8)) ^
      entries(0, load<u32>(from, 12));
  }
  for (; from < end; from++) c = entry(0, c ^ load<u8>(from)) ^ (c >> 8);
  return ~c;
}

/** Sum of the bytes of the last `sumBytes`. */
export let byteSum: u64 = 0;
/** Their sum weighted by the count of bytes from each to the end, itself included. */
export let placeSum: u64 = 0;

/**
 * The two sums of Adler-32 over a stretch, unreduced, so that stretches can be joined:
 * B = B + length * A + placeSum, A = A + byteSum.
 */
export function sumBytes(from: usize, length: i32): void {
  let a: u64 = 0;
  let b: u64 = 0;
  while (length >= 16) {
    // As many steps as keep 16 bits from overflowing: 255 * (1 + 2 + ... + 22).
    const steps = min(length >> 4, 22);
    // Of each lane of sixteen the sum of its bytes, and the sum of these sums after every step.
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    let lowSums = i16x8.splat(0);
    let highSums = i16x8.splat(0);
    for (let i = 0; i < steps; i++) {
      const v = v128.load(from);
      low = i16x8.add(low, i16x8.extend_low_i8x16_u(v));
      high = i16x8.add(high, i16x8.extend_high_i8x16_u(v));
      lowSums = i16x8.add(lowSums, low);
      highSums = i16x8.add(highSums, high);
      from += 16;
    }
    // A byte counts 16 for each step from its own to the last, less its place among the sixteen.
    const placed = i32x4.add(
      i32x4.dot_i16x8_s(low, i16x8(0, 1, 2, 3, 4, 5, 6, 7)),
      i32x4.dot_i16x8_s(high, i16x8(8, 9, 10, 11, 12, 13, 14, 15)),
    );
    b += <u64>(steps << 4) * a + 16 * lanes(pairs(lowSums, highSums)) - lanes(placed);
    a += lanes(pairs(low, high));
    length -= steps << 4;
  }
  for (; length > 0; length--) {
    a += load<u8>(from++);
    b += a;
  }
  byteSum = a;
  placeSum = b;
}

/** The sixteen lanes of two, summed to four. */
@inline
function pairs(low: v128, high: v128): v128 {
  return i32x4.add(i32x4.extadd_pairwise_i16x8_u(low), i32x4.extadd_pairwise_i16x8_u(high));
}

@inline
function lanes(v: v128): u64 {
  return (
    <u64>(<u32>i32x4.extract_lane(v, 0)) + <u64>(<u32>i32x4.extract_lane(v, 1)) +
    <u64>(<u32>i32x4.extract_lane(v, 2)) + <u64>(<u32>i32x4.extract_lane(v, 3))
  );
}

let sumA: u64 = 1;
let sumB: u64 = 0;

export function adlerReset(): void {
  sumA = 1;
  sumB = 0;
}

@inline
export function adlerJoin(length: u64, bytes: u64, places: u64): void {
  sumB += length * sumA + places;
  sumA += bytes;
}

/** Reductions wait for the end: pictures are far too small to overflow 64 bits. */
export function adlerValue(): u32 {
  return (<u32>(sumB % 65521) << 16) | <u32>(sumA % 65521);
}
