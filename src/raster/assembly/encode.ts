/** A whole picture as a zlib stream (RFC 1950) of filtered rows. */
import { MAX_LINE, chooseFilter, filterSpan, zeroLine } from './filter';
import {
  WINDOW,
  buildCodes,
  clearCounts,
  countTokens,
  prepareTables,
  putEnd,
  putHeader,
  putTokens,
} from './deflate';
import { adlerJoin, adlerReset, adlerValue, byteSum, placeSum, sumBytes } from './checks';
import { alignBits, bitsEnd, put, startBits } from './bits';
import { greedy, lazy, resetGreedy, resetMatches } from './match';

/** Bytes of a block before it is closed, at a row's end. */
const BLOCK: i32 = 131072;
const buffer = memory.data(32768 + 131072 + 49152 + 64, 16);
const tokens = memory.data((131072 + 49152 + 64) * 4, 16);

/**
 * Packs RGB rows. `depth` is the number of earlier places tried for a match, 0 for the quick way.
 * `out` must have room for the rows, an eighth more, and 1 KB.
 * @returns bytes written.
 */
export function encodePicture(rgb: usize, width: i32, height: i32, depth: i32, out: usize): i32 {
  const line = width * 3;
  prepareTables();
  resetMatches();
  resetGreedy();
  adlerReset();
  startBits(out);
  put(0x9c78, 16);
  let above = zeroLine;
  let row = rgb;
  // `buffer` holds the stream from position `start`; what lies before `done` is packed and only there to be matched.
  let start = 0;
  let done = 0;
  let end = 0;
  for (let y = 0; y < height; y++) {
    const at = buffer + (end - start);
    const type = chooseFilter(row, above, line);
    store<u8>(at, type);
    filterSpan(type, row, above, 0, line, at + 1);
    sumBytes(at, line + 1);
    adlerJoin(line + 1, byteSum, placeSum);
    end += line + 1;
    above = row;
    row += line;
    const final = y == height - 1;
    if (final || end - done >= BLOCK) {
      const last = depth
        ? lazy(buffer, start, done, end, line + 1, depth, tokens)
        : greedy(buffer, start, done, end, line + 1, tokens);
      clearCounts(0);
      countTokens(tokens, last);
      buildCodes();
      putHeader(final);
      putTokens(tokens, last);
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

export function maxLine(): i32 {
  return MAX_LINE;
}
