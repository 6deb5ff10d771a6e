/** PNG row filters (PNG 3rd edition, 9.2) for 3-byte pixels, sixteen bytes a step. */

export const NONE: i32 = 0;
export const SUB: i32 = 1;
export const UP: i32 = 2;
export const AVERAGE: i32 = 3;
export const PAETH: i32 = 4;

/** Most bytes of a row. */
export const MAX_LINE: i32 = 49152;
/** What stands above the first row. */
export const zeroLine = memory.data(49152 + 32, 16);

/**
 * Filters bytes [from, to) of a row of pixels into `out` (which stands for byte `from`). Reads and writes up to 15
 * bytes beyond the end.
 */
export function filterSpan(type: i32, row: usize, above: usize, from: i32, to: i32, out: usize): void {
  let i = from;
  // The first pixel has nothing on its left.
  for (; i < 3 && i < to; i++) {
    const b = <i32>load<u8>(above + i);
    const predicted = type == UP || type == PAETH ? b : type == AVERAGE ? b >> 1 : 0;
    store<u8>(out++, <i32>load<u8>(row + i) - predicted);
  }
  const end = row + to;
  let x = row + i;
  let up = above + i;
  if (type == SUB) {
    for (; x < end; x += 16, out += 16) v128.store(out, i8x16.sub(v128.load(x), v128.load(x - 3)));
  } else if (type == UP) {
    for (; x < end; x += 16, up += 16, out += 16) v128.store(out, i8x16.sub(v128.load(x), v128.load(up)));
  } else if (type == AVERAGE) {
    for (; x < end; x += 16, up += 16, out += 16) {
      v128.store(out, i8x16.sub(v128.load(x), average(v128.load(x - 3), v128.load(up))));
    }
  } else if (type == PAETH) {
    for (; x < end; x += 16, up += 16, out += 16) {
      v128.store(out, i8x16.sub(v128.load(x), paeth(v128.load(x - 3), v128.load(up), v128.load(up - 3))));
    }
  } else {
    memory.copy(out, x, end - x);
  }
}

@inline
function average(a: v128, b: v128): v128 {
  return i8x16.sub(i8x16.avgr_u(a, b), v128.and(v128.xor(a, b), i8x16.splat(1)));
}

@inline
function distance(a: v128, b: v128): v128 {
  return v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a));
}

/**
 * Of left `a`, above `b` and above left `c`, the one nearest to a + b - c, in that order on a tie. The distance of `c`
 * is the sum of the other two where `a` and `b` lie on the same side of it, else their difference; a sum above 255
 * may be cut, being only compared with numbers up to 255.
 */
@inline
function paeth(a: v128, b: v128, c: v128): v128 {
  const pa = distance(b, c);
  const pb = distance(a, c);
  const sides = v128.xor(i8x16.ge_u(b, c), i8x16.ge_u(a, c));
  const pc = v128.bitselect(distance(pa, pb), i8x16.add_sat_u(pa, pb), sides);
  const takeA = v128.and(i8x16.le_u(pa, pb), i8x16.le_u(pa, pc));
  return v128.bitselect(a, v128.bitselect(b, c, i8x16.le_u(pb, pc)), takeA);
}
