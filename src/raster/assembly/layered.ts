/**
 * Pictures that differ from a known layer in a few tiles. The layer is filtered and packed once, tile by tile, with codes
 * made for it; a card's untouched tiles are then copied as bits. A tile's tokens refer to no byte but its own, those of the
 * tile on its left, and those of the three above it, so that it may be copied where these are the layer's too.
 *
 * Stream: the layer's filtered rows, each after its filter's byte. Tile records: three u32, where the tile's bits begin, and
 * the two sums of its bytes for Adler-32. Row records: two u64, these sums of the whole row.
 */
import { CODES, buildCodes, clearCounts, countTokens, countedBits, keepCodes, prepareTables, putEnd, putHeader, putTokens, useCodes } from './deflate';
import { MAX_LINE, NONE, PAETH, filterSpan, zeroLine } from './filter';
import { adlerJoin, adlerReset, adlerValue, byteSum, placeSum, sumBytes } from './checks';
import { alignBits, bitsAt, bitsEnd, copyBits, put, startBits } from './bits';
import { greedy, near, resetGreedy, runs } from './match';
import { dirtyTiles } from './tiles';

/** Rows that share a choice of filter. */
const BAND: i32 = 16;
/** Bits a filter must save in a band: words to come pack better among pixels as they are. */
const DIFFERENCES: f64 = 8192;
const TILE_RECORD: i32 = 12;
const ROW_RECORD: i32 = 16;
const tokens = memory.data((49152 + 64) * 4, 16);
const trial = memory.data(49152 * 16 + 64, 16);

/** Bytes of the codes and their block's header that `prepareLayer` leaves. */
export function codesSize(): i32 {
  return CODES + 1024;
}

/** Picks for each band of rows the filter under which a quick packing is smallest; the lesser number on a tie. */
export function chooseFilters(rgb: usize, width: i32, height: i32, filters: usize): void {
  prepareTables();
  const line = width * 3;
  const band = min(BAND, MAX_LINE * BAND / (line + 1));
  for (let y = 0; y < height; y += band) {
    const rows = min(band, height - y);
    let least: f64 = f64.MAX_VALUE;
    let best = NONE;
    for (let type = NONE; type <= PAETH; type++) {
      filterRows(rgb, line, y, rows, type, trial);
      resetGreedy();
      clearCounts(0);
      for (let i = 0; i < rows; i++) {
        const from = i * (line + 1);
        countTokens(tokens, spanTokens(trial, type, from, from + line + 1, line + 1));
      }
      const cost = countedBits() + (type == NONE ? 0 : DIFFERENCES);
      if (cost < least) {
        least = cost;
        best = type;
      }
    }
    memory.fill(filters + y, <u8>best, rows);
  }
}

/** Tokens of a stretch of one row: pixels as they are repeat, differences of pixels only run. */
// @ts-ignore: decorator
@inline
function spanTokens(stream: usize, filter: i32, from: i32, to: i32, line: i32): usize {
  return filter == NONE ? greedy(stream, 0, from, to, line, tokens) : runs(stream, from, to, tokens);
}

function filterRows(rgb: usize, line: i32, y: i32, rows: i32, type: i32, out: usize): void {
  for (let i = y; i < y + rows; i++) {
    const row = rgb + i * line;
    store<u8>(out, type);
    filterSpan(type, row, i ? row - line : zeroLine, 0, line, out + 1);
    out += line + 1;
  }
}

/** Filters a whole picture. Writes up to 15 bytes beyond. */
export function filterPicture(rgb: usize, width: i32, height: i32, filters: usize, stream: usize): void {
  const line = width * 3;
  for (let y = 0; y < height; y++) {
    filterRows(rgb, line, y, 1, load<u8>(filters + y), stream);
    stream += line + 1;
  }
}

/** Starts codes for a layer. */
export function startCodes(): void {
  prepareTables();
  clearCounts(1);
}

/** Counts the symbols of a sample card in the tiles its words touch. */
export function countSample(stream: usize, filters: usize, width: i32, height: i32, tile: i32): void {
  const line = width * 3 + 1;
  const all = allTiles((width + tile - 1) / tile);
  resetGreedy();
  for (let y = 0; y < height; y++) {
    let tiles = touched(y) & all;
    while (tiles) {
      const first = <i32>ctz(tiles);
      const last = first + <i32>ctz(~(tiles >> first));
      const from = y * line + tileFrom(first, tile);
      const to = y * line + tileTo(last, tile, line);
      countTokens(tokens, spanTokens(stream, load<u8>(filters + y), from, to, line));
      tiles = last > 63 ? 0 : tiles & (~(<u64>0) << last);
    }
  }
}

// @ts-ignore: decorator
@inline
function tileFrom(column: i32, tile: i32): i32 {
  return column ? column * tile * 3 + 1 : 0;
}
/** End of the tiles before `column`. */
// @ts-ignore: decorator
@inline
function tileTo(column: i32, tile: i32, line: i32): i32 {
  return min(line, column * tile * 3 + 1);
}

function tileTokens(stream: usize, y: i32, column: i32, tile: i32, line: i32): usize {
  const row = y * line;
  if (load<u8>(stream + row) != NONE) {
    return runs(stream, row + tileFrom(column, tile), row + tileTo(column + 1, tile, line), tokens);
  }
  const above = y ? row - line : 0;
  return near(
    stream,
    row + tileFrom(column, tile),
    row + tileTo(column + 1, tile, line),
    line,
    row + tileFrom(max(0, column - 1), tile),
    above + tileFrom(max(0, column - 1), tile),
    y ? above + tileTo(column + 2, tile, line) : 0,
    tokens,
  );
}

/** Counts the layer's own symbols and builds its codes, `codesSize()` bytes: codes, bits of the header, header. */
export function finishCodes(stream: usize, width: i32, height: i32, tile: i32, codes: usize): void {
  const line = width * 3 + 1;
  const columns = (width + tile - 1) / tile;
  for (let y = 0; y < height; y++) {
    for (let column = 0; column < columns; column++) {
      countTokens(tokens, tileTokens(stream, y, column, tile, line));
    }
  }
  buildCodes();
  keepCodes(codes);
  startBits(codes + CODES + 4);
  putHeader(true);
  store<u32>(codes + CODES, <u32>bitsAt(codes + CODES + 4));
  alignBits();
}

/**
 * Packs the layer's tiles with its codes. `bits` needs room for the stream, an eighth more, and 1 KB.
 * @returns bytes of bits.
 */
export function packTiles(
  stream: usize, width: i32, height: i32, tile: i32, codes: usize, records: usize, rows: usize, bits: usize,
): i32 {
  const line = width * 3 + 1;
  const columns = (width + tile - 1) / tile;
  prepareTables();
  useCodes(codes);
  startBits(bits);
  for (let y = 0; y < height; y++) {
    sumBytes(stream + y * line, line);
    store<u64>(rows, byteSum);
    store<u64>(rows, placeSum, 8);
    rows += ROW_RECORD;
    for (let column = 0; column < columns; column++) {
      store<u32>(records, <u32>bitsAt(bits));
      const from = tileFrom(column, tile);
      sumBytes(stream + y * line + from, tileTo(column + 1, tile, line) - from);
      store<u32>(records, <u32>byteSum, 4);
      store<u32>(records, <u32>placeSum, 8);
      records += TILE_RECORD;
      putTokens(tokens, tileTokens(stream, y, column, tile, line));
    }
  }
  // A last record, so that every tile's bits end where the next one's begin.
  store<u32>(records, <u32>bitsAt(bits));
  alignBits();
  return <i32>(bitsEnd() - bits);
}

// @ts-ignore: decorator
@inline
function allTiles(columns: i32): u64 {
  return ~(<u64>0) >> (64 - columns);
}

/** Tiles of a row that cannot be copied. */
// @ts-ignore: decorator
@inline
function touched(y: i32): u64 {
  const own = dirtyTiles(y);
  const above = y ? dirtyTiles(y - 1) : 0;
  return own | (own << 1) | above | (above << 1) | (above >> 1);
}

/**
 * Packs a composed picture as a zlib stream. `work` is a copy of the layer's stream, brought up to date where the picture
 * differs; `restoreLayer` undoes that.
 * @returns bytes written.
 */
export function encodeLayered(
  rgb: usize, width: i32, height: i32, tile: i32, filters: usize, work: usize,
  codes: usize, records: usize, rows: usize, bits: usize, out: usize,
): i32 {
  const line = width * 3 + 1;
  const columns = (width + tile - 1) / tile;
  const all = allTiles(columns);
  prepareTables();
  useCodes(codes);
  resetGreedy();
  adlerReset();
  startBits(out);
  put(0x9c78, 16);
  copyBits(codes + CODES + 4, 0, load<u32>(codes + CODES));
  // Bits of the layer to copy before anything else is written.
  let copyFrom: u64 = 0;
  let copyTo: u64 = 0;
  for (let y = 0; y < height; y++) {
    const record = records + y * columns * TILE_RECORD;
    let tiles = touched(y) & all;
    if (!tiles) {
      if (copyFrom == copyTo) copyFrom = load<u32>(record);
      copyTo = load<u32>(record + columns * TILE_RECORD);
      const row = rows + y * ROW_RECORD;
      adlerJoin(line, load<u64>(row), load<u64>(row, 8));
      continue;
    }
    const type = load<u8>(filters + y);
    refilter(rgb, y, width, tile, type, work + y * line);
    let column = 0;
    while (column < columns) {
      // Tiles to copy, then tiles to pack.
      const rest = tiles >> column;
      const first = rest ? column + <i32>ctz(rest) : columns;
      if (first > column) {
        if (copyFrom == copyTo) copyFrom = load<u32>(record + column * TILE_RECORD);
        copyTo = load<u32>(record + first * TILE_RECORD);
        for (let i = column; i < first; i++) {
          const at = record + i * TILE_RECORD;
          const length = tileTo(i + 1, tile, line) - tileFrom(i, tile);
          adlerJoin(length, load<u32>(at, 4), load<u32>(at, 8));
        }
        if (first == columns) break;
      }
      const end = min(columns, first + <i32>ctz(~(tiles >> first)));
      copyBits(bits, copyFrom, copyTo);
      copyFrom = copyTo = 0;
      const from = y * line + tileFrom(first, tile);
      const to = y * line + tileTo(end, tile, line);
      putTokens(tokens, spanTokens(work, type, from, to, line));
      sumBytes(work + from, to - from);
      adlerJoin(to - from, byteSum, placeSum);
      column = end;
    }
  }
  copyBits(bits, copyFrom, copyTo);
  putEnd();
  alignBits();
  const at = bitsEnd();
  store<u32>(at, bswap(adlerValue()));
  return <i32>(at + 4 - out);
}

/** Filters the tiles of a row that differ from the layer. */
function refilter(rgb: usize, y: i32, width: i32, tile: i32, type: i32, work: usize): void {
  const line = width * 3;
  const row = rgb + y * line;
  const above = y ? row - line : zeroLine;
  // The filter writes whole vectors: the last may run into the next row.
  const next = v128.load(work + 1 + line);
  let tiles = dirtyTiles(y);
  while (tiles) {
    const first = <i32>ctz(tiles);
    const count = <i32>ctz(~(tiles >> first));
    const from = first * tile * 3;
    const to = min(line, (first + count) * tile * 3);
    filterSpan(type, row, above, from, to, work + 1 + from);
    tiles = first + count > 63 ? 0 : tiles & (~(<u64>0) << (first + count));
  }
  v128.store(work + 1 + line, next);
}

/** Gives a composed picture, or its stream, the layer's bytes again, where tiles were touched. */
export function restoreRows(from: usize, to: usize, line: i32, height: i32): void {
  for (let y = 0; y < height; y++) {
    if (dirtyTiles(y)) memory.copy(to + y * line, from + y * line, line);
  }
}
