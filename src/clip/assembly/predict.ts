/** Intra prediction of whole macroblocks (ITU-T H.264, 8.3.3 and 8.3.4) from reconstructed neighbours. */

/** Sum of absolute differences of `rows` rows of 16 bytes. */
export function distance16(a: usize, aStride: usize, b: usize, bStride: usize): u32 {
  let sum = i32x4.splat(0);
  for (let row = 0; row < 16; row++) {
    const x = v128.load(a);
    const y = v128.load(b);
    const difference = v128.or(i8x16.sub_sat_u(x, y), i8x16.sub_sat_u(y, x));
    sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(difference)));
    a += aStride;
    b += bStride;
  }
  return total(sum);
}

/** The same of 8 rows of 8 bytes. */
export function distance8(a: usize, aStride: usize, b: usize, bStride: usize): u32 {
  let sum = i32x4.splat(0);
  for (let row = 0; row < 8; row++) {
    const x = v128.load64_zero(a);
    const y = v128.load64_zero(b);
    const difference = v128.or(i8x16.sub_sat_u(x, y), i8x16.sub_sat_u(y, x));
    sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(difference)));
    a += aStride;
    b += bStride;
  }
  return total(sum);
}

@inline
function total(sum: v128): u32 {
  return (
    i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3)
  );
}

/** Copies the row above down `side` rows. Rows of the prediction are 16 bytes. */
export function predictDown(plane: usize, stride: usize, side: i32, to: usize): void {
  const row = side == 16 ? v128.load(plane - stride) : v128.load64_zero(plane - stride);
  for (let y = 0; y < side; y++) {
    v128.store(to, row);
    to += 16;
  }
}

/** Spreads the column to the left. */
export function predictAcross(plane: usize, stride: usize, side: i32, to: usize): void {
  for (let y = 0; y < side; y++) {
    v128.store(to, i8x16.splat(<i8>load<u8>(plane - 1)));
    plane += stride;
    to += 16;
  }
}

export function predictMean16(plane: usize, stride: usize, left: bool, up: bool, to: usize): void {
  let sum: i32 = 0;
  if (up) for (let x: usize = 0; x < 16; x++) sum += load<u8>(plane - stride + x);
  if (left) for (let y: usize = 0; y < 16; y++) sum += load<u8>(plane + y * stride - 1);
  const mean = left && up ? (sum + 16) >> 5 : left || up ? (sum + 8) >> 4 : 128;
  const row = i8x16.splat(<i8>mean);
  for (let y: usize = 0; y < 16; y++) v128.store(to + 16 * y, row);
}

/** Each quarter of a chroma block by its own neighbours; off the diagonal, those of one side come first (8.3.4.1 to 3). */
export function predictMean8(plane: usize, stride: usize, left: bool, up: bool, to: usize): void {
  for (let quarter: usize = 0; quarter < 4; quarter++) {
    const x = (quarter & 1) << 2;
    const y = (quarter >> 1) << 2;
    let above: i32 = 0;
    let aside: i32 = 0;
    if (up) for (let i: usize = 0; i < 4; i++) above += load<u8>(plane - stride + x + i);
    if (left) for (let i: usize = 0; i < 4; i++) aside += load<u8>(plane + (y + i) * stride - 1);
    const useUp = up && !(left && quarter == 2);
    const useLeft = left && !(up && quarter == 1);
    const mean =
      useUp && useLeft ? (above + aside + 4) >> 3 : useUp ? (above + 2) >> 2 : useLeft ? (aside + 2) >> 2 : 128;
    const four = <u32>mean * 0x01010101;
    for (let i: usize = 0; i < 4; i++) store<u32>(to + (y + i) * 16 + x, four);
  }
}

/** A plane through the neighbours: 16 wide (8.3.3.4) or 8 (8.3.4.4). */
export function predictPlane(plane: usize, stride: usize, side: i32, to: usize): void {
  const half = side >> 1;
  const up = plane - stride;
  let across: i32 = 0;
  let down: i32 = 0;
  for (let i = 1; i <= half; i++) {
    across += i * (<i32>load<u8>(up + half - 1 + i) - <i32>load<u8>(up + half - 1 - i));
    const below = plane + (half - 1 + i) * stride - 1;
    const above = plane + (half - 1 - i) * stride - 1;
    down += i * (<i32>load<u8>(below) - <i32>load<u8>(above));
  }
  const corner = 16 * (<i32>load<u8>(plane + (side - 1) * stride - 1) + <i32>load<u8>(up + side - 1));
  const b = side == 16 ? (5 * across + 32) >> 6 : (34 * across + 32) >> 6;
  const c = side == 16 ? (5 * down + 32) >> 6 : (34 * down + 32) >> 6;
  const steps = i16x8.mul(i16x8(0, 1, 2, 3, 4, 5, 6, 7), i16x8.splat(<i16>b));
  let start = corner + 16 - (b + c) * (half - 1);
  for (let y = 0; y < side; y++) {
    const low = i16x8.shr_s(i16x8.add(steps, i16x8.splat(<i16>start)), 5);
    const high = i16x8.shr_s(i16x8.add(steps, i16x8.splat(<i16>(start + 8 * b))), 5);
    v128.store(to, i8x16.narrow_i16x8_u(low, high));
    to += 16;
    start += c;
  }
}
