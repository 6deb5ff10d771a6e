/** A whole picture as a zlib stream (RFC 1950) of filtered rows. */
import { NONE, filterSpan, zeroLine } from './filter';
import {
  WINDOW,
  buildCodes,
  clearCounts,
  countTokens,
  countedBits,
  prepareTables,
  putEnd,
  putHeader,
  putTokens,
} from './deflate';
import { adlerJoin, adlerReset, adlerValue, byteSum, placeSum, sumBytes } from './checks';
import { alignBits, bitsEnd, put, startBits } from './bits';
import { greedy, lazy, resetGreedy, resetMatches, runs } from './match';

/** Bytes of a block before it is closed, at a row's end. */
const BLOCK: i32 = 65536;
const buffer = memory.data(32768 + 65536 + 49152 + 64, 16);
const tokens = memory.data((65536 + 49152 + 64) * 4, 16);
const others = memory.data((65536 + 49152 + 64) * 4, 16);
let found: usize = 0;
let foundEnd: usize = 0;

/**
 * Packs rows of `line` bytes, `pixel` bytes a pixel, each with the filter given for it. `depth` is the number of earlier places tried for a match,
 * 0 for the quick way. `out` must have room for the rows, an eighth more, and 2 KB.
 * @returns bytes written.
 */
export function encodePicture(
  pixels: usize,
  line: i32,
  height: i32,
  pixel: i32,
  filters: usize,
  depth: i32,
  out: usize,
): i32 {
  prepareTables();
  resetMatches();
  resetGreedy(pixel);
  adlerReset();
  startBits(out);
  put(0x9c78, 16);
  let above = zeroLine;
  let row = pixels;
  // `buffer` holds the stream from position `start`; what lies before `done` is packed and only there to be matched.
  let start = 0;
  let done = 0;
  let end = 0;
  for (let y = 0; y < height; y++) {
    const at = buffer + (end - start);
    const type = <i32>load<u8>(filters + y);
    store<u8>(at, type);
    filterSpan(type, row, above, 0, line, at + 1);
    sumBytes(at, line + 1);
    adlerJoin(line + 1, byteSum, placeSum);
    end += line + 1;
    above = row;
    row += line;
    const final = y == height - 1;
    // A block holds either pixels or differences: they need other codes.
    if (final || end - done >= BLOCK || (type == NONE) != (load<u8>(filters + y + 1) == NONE)) {
      findTokens(start, done, end, line + 1, pixel, type == NONE, depth);
      buildCodes();
      putHeader(final);
      putTokens(found, foundEnd);
      putEnd();
      done = end;
      const keep = min(WINDOW, end - start);
      memory.copy(buffer, buffer + (end - start) - keep, keep);
      start = end - keep;
    }
  }
  alignBits();
  const at = bitsEnd();
  store<u32>(at, bswap(adlerValue()));
  return <i32>(at + 4 - out);
}

/** Finds tokens of a block, `found` to `foundEnd`, and leaves their symbols counted. */
function findTokens(start: i32, from: i32, to: i32, line: i32, pixel: i32, plain: bool, depth: i32): void {
  const origin = buffer - start;
  found = tokens;
  clearCounts(0);
  if (!depth) {
    foundEnd = plain ? greedy(buffer, start, from, to, line, pixel, tokens) : runs(origin, from, to, tokens);
    countTokens(found, foundEnd);
    return;
  }
  foundEnd = lazy(buffer, start, from, to, plain ? depth : depth >> 3, tokens);
  countTokens(found, foundEnd);
  if (plain) return;
  // Differences of pixels that are mostly noise pack better without matches, each of which takes a code from the bytes.
  const cost = countedBits();
  const end = runs(origin, from, to, others);
  clearCounts(0);
  countTokens(others, end);
  if (countedBits() < cost) {
    found = others;
    foundEnd = end;
    return;
  }
  clearCounts(0);
  countTokens(found, foundEnd);
}
