/**
 * Masks as they are kept: sixteen levels of coverage, two pixels a byte. Sixteen pixels are eight bytes; the low half of each
 * is a pixel of the first eight, the high half that eight to its right, so that both come out by one shuffle.
 */

/** Keeps sixteen levels, 0 to 15 a byte. */
@inline
export function storeLevels(to: usize, levels: v128): void {
  const right = v128.shuffle<i64>(levels, levels, 1, 1);
  v128.store64_lane(to, v128.or(levels, i16x8.shl(right, 4)), 0);
}

/** The levels of sixteen pixels, 0 to 15 a byte. */
@inline
export function loadLevels(from: usize): v128 {
  const kept = v128.load64_zero(from);
  const low = v128.and(kept, i8x16.splat(15));
  const high = v128.and(i16x8.shr_u(kept, 4), i8x16.splat(15));
  return v128.shuffle<i64>(low, high, 0, 2);
}

/** The level of one pixel of a row. */
@inline
export function levelAt(row: usize, x: i32): u32 {
  const pair = <u32>load<u8>(row + ((x >> 4) << 3) + (x & 7));
  return (pair >> ((x & 8) >> 1)) & 15;
}
