/**
 * Pictures that differ from a known layer in a few tiles. The layer is filtered and packed once, tile by tile, with codes
 * made for it; a card's untouched tiles are then copied as bits. A tile's tokens refer to no byte but its own, those of the
 * tile on its left, and those of the three above it, so that it may be copied where these are the layer's too.
 *
 * A layer has two forms: three bytes a pixel, or one where 256 colours are enough. Stream: the layer's rows, filtered, each
 * after its filter's byte. Canvas: the same with the pixels as they are, on which a card is drawn; the few rows of it that
 * words touch and that have a filter are filtered when they are packed. Tile records: three u32, where the tile's bits or tokens begin, and the two sums of its bytes for
 * Adler-32. Row records: two u64, these sums of the whole row.
 *
 * A layer of few tokens is kept as tokens, and packed anew with codes made for each card; one of many, such as a photo, is
 * kept as bits, packed with codes made for the layer and a sample card.
 */
import {
  CODES,
  MATCH,
  MAX_MATCH,
  MIN_MATCH,
  buildCodes,
  clearCounts,
  countTokens,
  countedBits,
  keepCodes,
  prepareTables,
  putEnd,
  putHeader,
  putTokens,
  useCodes,
} from './deflate';
import { MAX_LINE, NONE, PAETH, filterSpan, zeroLine } from './filter';
import { adlerJoin, adlerReset, adlerValue, byteSum, placeSum, sumBytes } from './checks';
import { alignBits, bitsAt, bitsEnd, copyBits, put, startBits } from './bits';
import { greedy, near, resetGreedy, runs } from './match';
import { dirtyTiles } from './tiles';
import { indexPixels } from './palette';

/** Rows that share a choice of filter. */
const BAND: i32 = 16;
/** Bits a filter must save in a band: words to come pack better among pixels as they are. */
const DIFFERENCES: f64 = 8192;
const TILE_RECORD: i32 = 12;
const ROW_RECORD: i32 = 16;
/** Tokens of a block with codes of its own. */
const BLOCK: i32 = 16384;
/** Tokens of the layer in one piece that are a block apart from the words before and after: their symbols are others. */
const APART: i32 = 1024;
const tokens = memory.data((BLOCK + 49152 + 64) * 4, 16);
const trial = memory.data(49152 * 16 + 64, 16);

// The picture's shape: pixels, bytes of a pixel and of a row of the stream, tiles.
let width: i32 = 0;
let height: i32 = 0;
let pixel: i32 = 3;
let line: i32 = 0;
let tile: i32 = 258;
let columns: i32 = 0;
let all: u64 = 0;

/** Says what the functions below work on: `bytes` a pixel, 3 or 1; tiles as in `resetTiles`. */
export function setShape(w: i32, h: i32, tileBytes: i32, bytes: i32): void {
  width = w;
  height = h;
  pixel = bytes;
  line = w * bytes + 1;
  tile = tileBytes;
  columns = max(1, (line - 1 - bytes + tileBytes - 1) / tileBytes);
  all = ~(<u64>0) >> (64 - columns);
  prepareTables();
}

/** Bytes of the codes and their block's header that `finishCodes` leaves. */
export function codesSize(): i32 {
  return CODES + 1024;
}

/** Picks for each band of rows the filter under which a quick packing is smallest; the lesser number on a tie. */
export function chooseFilters(rgb: usize, filters: usize): void {
  const band = min(BAND, (MAX_LINE * BAND) / line);
  for (let y = 0; y < height; y += band) {
    const rows = min(band, height - y);
    let least: f64 = f64.MAX_VALUE;
    let best = NONE;
    for (let type = NONE; type <= PAETH; type++) {
      filterRows(rgb, y, rows, type, trial);
      resetGreedy(pixel);
      clearCounts(0);
      for (let i = 0; i < rows; i++) {
        countTokens(tokens, spanTokens(trial, type, i * line, i * line + line, tokens));
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
@inline
function spanTokens(stream: usize, filter: i32, from: i32, to: i32, at: usize): usize {
  return filter == NONE ? greedy(stream, 0, from, to, line, pixel, at) : runs(stream, from, to, at);
}

function filterRows(rgb: usize, y: i32, rows: i32, type: i32, out: usize): void {
  const bytes = line - 1;
  for (let i = y; i < y + rows; i++) {
    const row = rgb + i * bytes;
    store<u8>(out, type);
    filterSpan(type, row, i ? row - bytes : zeroLine, 0, bytes, out + 1);
    out += line;
  }
}

/** Filters a whole RGB picture. Writes up to 15 bytes beyond. */
export function filterPicture(rgb: usize, filters: usize, stream: usize): void {
  for (let y = 0; y < height; y++) {
    filterRows(rgb, y, 1, load<u8>(filters + y), stream);
    stream += line;
  }
}

/** The canvas of a whole RGB picture: its rows as they are, after their filters' bytes. */
export function copyPicture(rgb: usize, filters: usize, canvas: usize): void {
  const bytes = line - 1;
  for (let y = 0; y < height; y++) {
    store<u8>(canvas, load<u8>(filters + y));
    memory.copy(canvas + 1, rgb, bytes);
    canvas += line;
    rgb += bytes;
  }
}

/** The stream of a whole RGB picture as one byte a pixel; false where `palette` has no room for its colours. */
export function indexPicture(rgb: usize, palette: usize, stream: usize): bool {
  for (let y = 0; y < height; y++) {
    store<u8>(stream, NONE);
    if (!indexPixels(palette, rgb, width, stream + 1)) return false;
    rgb += width * 3;
    stream += line;
  }
  return true;
}

/** Starts codes for a layer. */
export function startCodes(): void {
  clearCounts(1);
}

/** Counts the symbols of a sample card in the tiles its words touch. */
export function countSample(stream: usize): void {
  resetGreedy(pixel);
  for (let y = 0; y < height; y++) {
    const row = y * line;
    let tiles = touched(y);
    while (tiles) {
      const first = <i32>ctz(tiles);
      const end = runEnd(tiles, first);
      const last = spanTokens(stream, load<u8>(stream + row), row + tileFrom(first), row + tileTo(end), tokens);
      countTokens(tokens, last);
      tiles = after(tiles, end);
    }
  }
}

/** End of the run of ones that begins at `first`. */
@inline
function runEnd(tiles: u64, first: i32): i32 {
  return min(columns, first + <i32>ctz(~(tiles >> first)));
}

/** Only the tiles from `column` on. */
@inline
function after(tiles: u64, column: i32): u64 {
  return column > 63 ? 0 : tiles & (~(<u64>0) << column);
}

@inline
function tileFrom(column: i32): i32 {
  return column ? column * tile + 1 + pixel : 0;
}
/** Where the tiles before `column` end. */
@inline
function tileTo(column: i32): i32 {
  return min(line, column * tile + 1 + pixel);
}

function tileTokens(stream: usize, y: i32, column: i32): usize {
  const row = y * line;
  const from = row + tileFrom(column);
  const to = row + tileTo(column + 1);
  if (load<u8>(stream + row) != NONE) return runs(stream, from, to, tokens);
  const left = tileFrom(max(0, column - 1));
  const above = y ? row - line : 0;
  const aboveTo = y ? above + tileTo(column + 2) : 0;
  return near(stream, from, to, line, pixel, row + left, above + left, aboveTo, tokens);
}

/**
 * Counts the layer's own symbols and builds its codes, `codesSize()` bytes: codes, bits of the header, header.
 * @returns how many tokens the layer has.
 */
export function finishCodes(stream: usize, codes: usize): i32 {
  let total = 0;
  for (let y = 0; y < height; y++) {
    for (let column = 0; column < columns; column++) {
      const end = tileTokens(stream, y, column);
      countTokens(tokens, end);
      total += <i32>((end - tokens) >> 2);
    }
  }
  buildCodes();
  keepCodes(codes);
  startBits(codes + CODES + 4);
  putHeader(true);
  store<u32>(codes + CODES, <u32>bitsAt(codes + CODES + 4));
  alignBits();
  return total;
}

/**
 * Packs the layer's tiles with its codes. `bits` needs room for the stream twice, and 1 KB.
 * @returns bytes of bits.
 */
export function packTiles(stream: usize, codes: usize, records: usize, rows: usize, bits: usize): i32 {
  useCodes(codes);
  startBits(bits);
  for (let y = 0; y < height; y++) {
    sumRow(stream + y * line, rows + y * ROW_RECORD);
    for (let column = 0; column < columns; column++) {
      sumTile(stream + y * line, column, records, <u32>bitsAt(bits));
      records += TILE_RECORD;
      putTokens(tokens, tileTokens(stream, y, column));
    }
  }
  // A last record, so that every tile ends where the next one begins.
  store<u32>(records, <u32>bitsAt(bits));
  alignBits();
  return <i32>(bitsEnd() - bits);
}

/** Keeps the layer's tiles as tokens at `list`, as many as `finishCodes` counted. */
export function listTiles(stream: usize, records: usize, rows: usize, list: usize): void {
  let at = list;
  for (let y = 0; y < height; y++) {
    sumRow(stream + y * line, rows + y * ROW_RECORD);
    for (let column = 0; column < columns; column++) {
      sumTile(stream + y * line, column, records, <u32>(at - list));
      records += TILE_RECORD;
      const bytes = tileTokens(stream, y, column) - tokens;
      memory.copy(at, tokens, bytes);
      at += bytes;
    }
  }
  store<u32>(records, <u32>(at - list));
}

function sumRow(row: usize, record: usize): void {
  sumBytes(row, line);
  store<u64>(record, byteSum);
  store<u64>(record, placeSum, 8);
}

function sumTile(row: usize, column: i32, record: usize, place: u32): void {
  const from = tileFrom(column);
  sumBytes(row + from, tileTo(column + 1) - from);
  store<u32>(record, place);
  store<u32>(record, <u32>byteSum, 4);
  store<u32>(record, <u32>placeSum, 8);
}

/** Tiles of a row that cannot be copied. */
@inline
function touched(y: i32): u64 {
  const own = dirtyTiles(y);
  const above = y ? dirtyTiles(y - 1) : 0;
  return (own | (own << 1) | above | (above << 1) | (above >> 1)) & all;
}

// What is copied from the layer before anything else is written: bits of `source`, or bytes of tokens.
let listed = false;
let source: usize = 0;
let copyFrom: u64 = 0;
let copyTo: u64 = 0;
/** Zeros that are to follow what is written: rows of nothing but the layer's ground, together. */
let zeros: i32 = 0;
/** End of the tokens of the block that is being gathered, where tokens are listed. */
let gathered: usize = 0;

/**
 * Packs a canvas as zlib data, with what is kept of the layer at `kept`, bits or tokens, wherever no tile was touched.
 * @returns bytes written.
 */
export function encodeLayered(
  canvas: usize, codes: usize, records: usize, rows: usize, kept: usize, asTokens: bool, out: usize,
): i32 {
  listed = asTokens;
  source = kept;
  copyFrom = copyTo = 0;
  zeros = 0;
  gathered = tokens;
  resetGreedy(pixel);
  adlerReset();
  startBits(out);
  put(0x9c78, 16);
  if (!listed) {
    useCodes(codes);
    copyBits(codes + CODES + 4, 0, load<u32>(codes + CODES));
  }
  // Rows as they are, from here on: what a filtered row has in the stream is not on the canvas to be matched.
  let plainFrom = 0;
  for (let y = 0; y < height; y++) {
    const record = records + y * columns * TILE_RECORD;
    const tiles = touched(y);
    const row = y * line;
    if (load<u8>(canvas + row) != NONE) plainFrom = row + line;
    if (tiles) packRow(canvas, y, tiles, record, plainFrom);
    else {
      const sums = rows + y * ROW_RECORD;
      const sum = load<u64>(sums);
      if (listed && !sum && plainFrom < row && !load<u8>(canvas + row - 1)) {
        flushCopy();
        zeros += line;
      } else copyTiles(record, columns);
      adlerJoin(line, sum, load<u64>(sums, 8));
    }
  }
  flush();
  if (listed) putGathered(true);
  else putEnd();
  alignBits();
  const at = bitsEnd();
  store<u32>(at, bswap(adlerValue()));
  return <i32>(at + 4 - out);
}

/** A row of which some tiles were touched. */
function packRow(canvas: usize, y: i32, tiles: u64, record: usize, plainFrom: i32): void {
  const row = y * line;
  const filter = <i32>load<u8>(canvas + row);
  // Where the row's stream would begin, were it all there.
  const stream = filter == NONE ? canvas : trial - row;
  let column = 0;
  while (column < columns) {
    const rest = after(tiles, column);
    const first = rest ? <i32>ctz(rest) : columns;
    if (first > column) {
      copyTiles(record + column * TILE_RECORD, first - column);
      for (; column < first; column++) {
        const at = record + column * TILE_RECORD;
        adlerJoin(tileTo(column + 1) - tileFrom(column), load<u32>(at, 4), load<u32>(at, 8));
      }
      if (first == columns) break;
    }
    flush();
    column = runEnd(tiles, first);
    const from = row + tileFrom(first);
    const to = row + tileTo(column);
    if (filter != NONE) filterTiles(canvas, y, filter, from - row, to - row);
    const end =
      filter == NONE
        ? greedy(canvas + plainFrom, plainFrom, from, to, line, pixel, gathered)
        : runs(stream, from, to, gathered);
    if (listed) gathered = joined(gathered, end);
    else putTokens(tokens, end);
    sumBytes(stream + from, to - from);
    adlerJoin(to - from, byteSum, placeSum);
  }
}

/** Filters bytes [from, to) of a row of the canvas into `trial`. */
function filterTiles(canvas: usize, y: i32, filter: i32, from: i32, to: i32): void {
  const row = canvas + y * line + 1;
  store<u8>(trial, filter);
  const first = max(0, from - 1);
  filterSpan(filter, row, y ? row - line : zeroLine, first, to - 1, trial + 1 + first);
}

/** Tiles that are to be copied; those that lie one after the other are copied at once. */
@inline
function copyTiles(record: usize, count: i32): void {
  if (zeros) flushZeros();
  if (copyFrom == copyTo) copyFrom = load<u32>(record);
  copyTo = load<u32>(record + count * TILE_RECORD);
}

/** Writes what waits to be written: either tiles to be copied or zeros. */
function flush(): void {
  flushCopy();
  flushZeros();
  if (listed) putFull();
}

function flushCopy(): void {
  if (!listed) copyBits(source, copyFrom, copyTo);
  else {
    const apart = <i32>(copyTo - copyFrom) >= APART << 2;
    if (apart) putIfMany(APART);
    while (copyFrom < copyTo) {
      putFull();
      const bytes = min(copyTo - copyFrom, BLOCK << 2);
      memory.copy(gathered, source + <usize>copyFrom, <usize>bytes);
      gathered = joined(gathered, gathered + <usize>bytes);
      copyFrom += bytes;
    }
    if (apart) putIfMany(APART);
  }
  copyFrom = copyTo = 0;
}

/** Zeros after a zero: matches of distance 1. */
function flushZeros(): void {
  const apart = zeros >= APART * MAX_MATCH;
  if (apart) putIfMany(APART);
  while (zeros > 0) {
    putFull();
    // No rest is left that is too short for a match.
    const length = zeros > MAX_MATCH && zeros < MAX_MATCH + MIN_MATCH ? zeros - MIN_MATCH : min(zeros, MAX_MATCH);
    store<u32>(gathered, length < MIN_MATCH ? 0 : MATCH | (length << 16));
    gathered = joined(gathered, gathered + 4);
    zeros -= length < MIN_MATCH ? 1 : length;
  }
  if (apart) putIfMany(APART);
}

/** Makes one match of the last token before `at` and the first of [at, end), where they have one distance. */
@inline
function joined(at: usize, end: usize): usize {
  if (at == tokens || at == end) return end;
  const before = load<u32>(at - 4);
  const next = load<u32>(at);
  const length = ((before >> 16) & 0x1ff) + ((next >> 16) & 0x1ff);
  if (!(before & next & MATCH) || (before ^ next) & 0x7fff || length > <u32>MAX_MATCH) return end;
  store<u32>(at - 4, MATCH | (length << 16) | (next & 0x7fff));
  memory.copy(at, at + 4, end - at - 4);
  return end - 4;
}

/** Writes the tokens gathered as a block if they are enough for one. */
@inline
function putFull(): void {
  putIfMany(BLOCK);
}

@inline
function putIfMany(least: i32): void {
  if (<i32>(gathered - tokens) >= least << 2) putGathered(false);
}

/** Writes the tokens gathered as a block. */
function putGathered(final: bool): void {
  clearCounts(0);
  countTokens(tokens, gathered);
  buildCodes();
  putHeader(final);
  putTokens(tokens, gathered);
  putEnd();
  gathered = tokens;
}

/** Gives the tiles that were touched the bytes of the layer's canvas again. */
export function restoreTiles(from: usize, records: usize, to: usize): void {
  for (let y = 0; y < height; y++) {
    let tiles = dirtyTiles(y);
    const row = y * line;
    while (tiles) {
      const first = <i32>ctz(tiles);
      const end = runEnd(tiles, first);
      const at = to + row + tileFrom(first);
      const stop = to + row + tileTo(end);
      // Words mostly lie on the layer's first colour, which need not be read to be written.
      const plain = load<u8>(from + row) == NONE;
      if (plain && isGround(records + (y * columns + first) * TILE_RECORD, end - first)) clear(at, stop);
      else copy(at + from - to, at, stop);
      tiles = after(tiles, end);
    }
  }
}

/** Whether all bytes of `count` tiles are zeros in the stream. */
@inline
function isGround(record: usize, count: i32): bool {
  let sum: u32 = 0;
  for (; count > 0; count--) {
    sum |= load<u32>(record, 4);
    record += TILE_RECORD;
  }
  return !sum;
}

/** Zeros for [at, stop): `memory.fill` takes longer to be called than this for a row. */
@inline
function clear(at: usize, stop: usize): void {
  for (; at + 16 <= stop; at += 16) v128.store(at, i8x16.splat(0));
  for (; at < stop; at++) store<u8>(at, 0);
}

@inline
function copy(from: usize, at: usize, stop: usize): void {
  for (; at + 16 <= stop; at += 16) {
    v128.store(at, v128.load(from));
    from += 16;
  }
  for (; at < stop; at++) store<u8>(at, load<u8>(from++));
}
