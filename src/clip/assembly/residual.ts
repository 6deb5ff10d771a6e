/** Levels of a block in CAVLC (ITU-T H.264, 9.2). The tables are written in by the caller: see `h264/tables.ts`. */
import { putBits } from './bits';

/** Codes as `length << 16 | bits`. */
const TOKENS: usize = memory.data(5 * 17 * 4 * 4);
const TOTAL_ZEROS: usize = memory.data(16 * 16 * 4);
const CHROMA_ZEROS: usize = memory.data(4 * 4 * 4);
const RUNS: usize = memory.data(8 * 16 * 4);

export function tokenTable(): usize {
  return TOKENS;
}
export function zerosTable(): usize {
  return TOTAL_ZEROS;
}
export function chromaZerosTable(): usize {
  return CHROMA_ZEROS;
}
export function runTable(): usize {
  return RUNS;
}

@inline
function putCode(at: usize): void {
  const code = load<u32>(at);
  putBits(code & 0xffff, code >> 16);
}

/**
 * Writes a block of at most `most` levels (words, in order of frequency); `mask` has a bit for each that is not zero.
 * @param context nC of 9.2.1, -1 for chroma DC
 * @returns how many levels are not zero
 */
export function putBlock(levels: usize, mask: u32, context: i32, most: i32): i32 {
  const total = popcnt<u32>(mask);
  const table: usize = context < 0 ? 4 : context < 2 ? 0 : context < 4 ? 1 : context < 8 ? 2 : 3;
  if (total == 0) {
    putCode(TOKENS + table * 272);
    return 0;
  }
  // The highest levels of size one.
  let ones: u32 = 0;
  let signs: u32 = 0;
  let rest = mask;
  while (rest && ones < 3) {
    const at = 31 - clz<u32>(rest);
    const level = <i32>load<i16>(levels + 2 * at);
    if (level != 1 && level != -1) break;
    signs = (signs << 1) | <u32>(level < 0);
    ones++;
    rest ^= 1 << at;
  }
  putCode(TOKENS + table * 272 + (<usize>total << 4) + (<usize>ones << 2));
  if (ones) putBits(signs, ones);
  if (rest) putLevels(levels, rest, total, ones);
  const highest = 31 - clz<u32>(mask);
  let zeros = highest + 1 - total;
  if (<i32>total < most) {
    if (context < 0) putCode(CHROMA_ZEROS + (<usize>total << 4) + (<usize>zeros << 2));
    else putCode(TOTAL_ZEROS + (<usize>total << 6) + (<usize>zeros << 2));
  }
  let last = highest;
  rest = mask ^ (1 << highest);
  while (zeros > 0 && rest) {
    const at = 31 - clz<u32>(rest);
    const run = last - at - 1;
    putCode(RUNS + (<usize>min<u32>(zeros, 7) << 6) + (<usize>run << 2));
    zeros -= run;
    last = at;
    rest ^= 1 << at;
  }
  return total;
}

/** The levels after the trailing ones, highest frequency first (9.2.2.1, the other way round). */
function putLevels(levels: usize, rest: u32, total: u32, ones: u32): void {
  let suffix: u32 = total > 10 && ones < 3 ? 1 : 0;
  // After fewer than three ones, the next level is not a one.
  let less = ones < 3 ? 2 : 0;
  while (rest) {
    const at = 31 - clz<u32>(rest);
    rest ^= 1 << at;
    const level = <i32>load<i16>(levels + 2 * at);
    const code = <u32>((level > 0 ? 2 * level - 2 : -2 * level - 1) - less);
    less = 0;
    if (suffix == 0) {
      if (code < 14) putBits(1, code + 1);
      else if (code < 30) {
        putBits(1, 15);
        putBits(code - 14, 4);
      } else {
        putBits(1, 16);
        putBits(code - 30, 12);
      }
      suffix = 1;
    } else if (code < <u32>15 << suffix) {
      putBits(1, (code >> suffix) + 1);
      putBits(code & ((1 << suffix) - 1), suffix);
    } else {
      putBits(1, 16);
      putBits(code - (15 << suffix), 12);
    }
    if (<u32>abs(level) > <u32>3 << (suffix - 1) && suffix < 6) suffix++;
  }
}
