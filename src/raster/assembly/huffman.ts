/** Length-limited Huffman codes and the header of a dynamic block (RFC 1951, 3.2.7). */
import { put } from './bits';

export const LITERALS: i32 = 286;
export const DISTANCES: i32 = 30;
const MAX_BITS: i32 = 15;

/** Symbols by count: count << SYMBOL | symbol. Counts are below 2^23. */
const order = memory.data(320 * 4, 16);
const sorted = memory.data(320 * 4, 16);
const places = memory.data(256 * 4, 16);
const SYMBOL: u32 = 9;
const weights = memory.data(640 * 4, 16);
const parents = memory.data(640 * 4, 16);
const perLength = memory.data(64 * 4, 16);
const nextCode = memory.data(64 * 4, 16);

@inline
function at(base: usize, i: i32): u32 {
  return load<u32>(base + (i << 2));
}
@inline
function set(base: usize, i: i32, v: u32): void {
  store<u32>(base + (i << 2), v);
}

/**
 * Code lengths of `n` symbols from their counts, at most `limit` bits, none for a count of 0. At least two symbols
 * get a code, so that every decoder takes it.
 */
export function codeLengths(counts: usize, n: i32, limit: i32, lengths: usize): void {
  memory.fill(lengths, 0, n);
  let used = 0;
  for (let i = 0; i < n; i++) if (at(counts, i)) set(order, used++, (at(counts, i) << SYMBOL) | i);
  for (let i = 0; used < 2 && i < n; i++) {
    if (!at(counts, i)) {
      set(counts, i, 1);
      set(order, used++, (1 << SYMBOL) | i);
    }
  }
  sortOrder(used);
  // Two queues, both ascending: the leaves, and the inner nodes in the order they are made.
  for (let i = 0; i < used; i++) set(weights, i, at(order, i) >> SYMBOL);
  let leaf = 0;
  let inner = used;
  const nodes = 2 * used - 1;
  for (let node = used; node < nodes; node++) {
    let sum: u32 = 0;
    for (let k = 0; k < 2; k++) {
      const child = leaf < used && (inner >= node || at(weights, leaf) <= at(weights, inner)) ? leaf++ : inner++;
      sum += at(weights, child);
      set(parents, child, node);
    }
    set(weights, node, sum);
  }
  memory.fill(perLength, 0, 64 * 4);
  // Reuse the weights as depths, from the root down.
  set(weights, nodes - 1, 0);
  for (let node = nodes - 2; node >= 0; node--) {
    const depth = at(weights, at(parents, node)) + 1;
    set(weights, node, depth);
    if (node < used) {
      const capped = min(depth, <u32>limit);
      set(perLength, capped, at(perLength, capped) + 1);
    }
  }
  shorten(limit);
  // The rarest symbols get the longest codes.
  let i = 0;
  for (let length = limit; length > 0; length--) {
    for (let k = at(perLength, length); k > 0; k--) store<u8>(lengths + (at(order, i++) & ((1 << SYMBOL) - 1)), length);
  }
}

/** Makes room again after long codes were cut to the limit: a shorter leaf moves down and takes one of them beside it. */
function shorten(limit: i32): void {
  let kraft: u32 = 0;
  for (let length = 1; length <= limit; length++) kraft += at(perLength, length) << (limit - length);
  const full = <u32>1 << limit;
  while (kraft > full) {
    let length = limit - 1;
    while (!at(perLength, length)) length--;
    set(perLength, length, at(perLength, length) - 1);
    set(perLength, length + 1, at(perLength, length + 1) + 2);
    set(perLength, limit, at(perLength, limit) - 1);
    kraft--;
  }
}

/** Sorts the first `n` of `order`, whose symbols ascend, by their counts: by a byte of them at a time, the lowest first. */
function sortOrder(n: i32): void {
  let bits: u32 = 0;
  for (let i = 0; i < n; i++) bits |= at(order, i);
  let from = order;
  let to = sorted;
  for (let shift: u32 = SYMBOL; shift < 32 && bits >> shift; shift += 8) {
    memory.fill(places, 0, 256 * 4);
    for (let i = 0; i < n; i++) {
      const byte = (at(from, i) >> shift) & 255;
      set(places, byte, at(places, byte) + 1);
    }
    let place: u32 = 0;
    for (let byte = 0; byte < 256; byte++) {
      const count = at(places, byte);
      set(places, byte, place);
      place += count;
    }
    for (let i = 0; i < n; i++) {
      const value = at(from, i);
      const byte = (value >> shift) & 255;
      const own = at(places, byte);
      set(places, byte, own + 1);
      set(to, own, value);
    }
    const read = from;
    from = to;
    to = read;
  }
  if (from != order) memory.copy(order, from, n << 2);
}

/** The low `length` bits of a code of at most 16, the other way round. */
@inline
function reversed(code: u32, length: u32): u32 {
  code = ((code & 0x5555) << 1) | ((code >> 1) & 0x5555);
  code = ((code & 0x3333) << 2) | ((code >> 2) & 0x3333);
  code = ((code & 0x0f0f) << 4) | ((code >> 4) & 0x0f0f);
  return (((code & 0xff) << 8) | (code >> 8)) >> (16 - length);
}

/** Canonical codes from lengths, bits reversed for writing: code | length << 24. */
export function assignCodes(lengths: usize, n: i32, codes: usize): void {
  memory.fill(perLength, 0, 64 * 4);
  for (let i = 0; i < n; i++) {
    const length = load<u8>(lengths + i);
    if (length) set(perLength, length, at(perLength, length) + 1);
  }
  let code: u32 = 0;
  for (let length = 1; length <= MAX_BITS; length++) {
    code = (code + at(perLength, length - 1)) << 1;
    set(nextCode, length, code);
  }
  for (let i = 0; i < n; i++) {
    const length = <u32>load<u8>(lengths + i);
    if (!length) {
      set(codes, i, 0);
      continue;
    }
    const own = at(nextCode, length);
    set(nextCode, length, own + 1);
    set(codes, i, reversed(own, length) | (length << 24));
  }
}

const ORDER = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
const merged = memory.data(320, 16);
const runs = memory.data(320 * 4, 16);
const runCounts = memory.data(19 * 4, 16);
const runLengths = memory.data(32, 16);
const runCodes = memory.data(19 * 4, 16);

/** Writes block type 2 and both tables of code lengths. */
export function putTables(literalLengths: usize, distanceLengths: usize, final: bool): void {
  let literals = LITERALS;
  while (literals > 257 && !load<u8>(literalLengths + literals - 1)) literals--;
  let distances = DISTANCES;
  while (distances > 1 && !load<u8>(distanceLengths + distances - 1)) distances--;
  memory.copy(merged, literalLengths, literals);
  memory.copy(merged + literals, distanceLengths, distances);
  const n = packLengths(literals + distances);
  memory.fill(runCounts, 0, 19 * 4);
  for (let i = 0; i < n; i++) {
    const symbol = at(runs, i) & 31;
    set(runCounts, symbol, at(runCounts, symbol) + 1);
  }
  codeLengths(runCounts, 19, 7, runLengths);
  assignCodes(runLengths, 19, runCodes);
  let listed = 19;
  while (listed > 4 && !load<u8>(runLengths + load<u8>(ORDER + listed - 1))) listed--;
  put(final ? 5 : 4, 3);
  put(literals - 257, 5);
  put(distances - 1, 5);
  put(listed - 4, 4);
  for (let i = 0; i < listed; i++) put(load<u8>(runLengths + load<u8>(ORDER + i)), 3);
  for (let i = 0; i < n; i++) {
    const run = at(runs, i);
    const symbol = run & 31;
    const code = at(runCodes, symbol);
    put(code & 0xffffff, code >> 24);
    if (symbol >= 16) put(run >> 8, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
  }
}

/** Run-length codes of `merged`: symbol | extra bits << 8. */
function packLengths(n: i32): i32 {
  let count = 0;
  let i = 0;
  while (i < n) {
    const length = load<u8>(merged + i);
    let same = 1;
    while (i + same < n && load<u8>(merged + i + same) == length) same++;
    i += same;
    if (!length) {
      while (same >= 11) {
        const take = min(same, 138);
        set(runs, count++, 18 | ((take - 11) << 8));
        same -= take;
      }
      if (same >= 3) {
        set(runs, count++, 17 | ((same - 3) << 8));
        same = 0;
      }
    } else {
      set(runs, count++, length);
      same--;
      while (same >= 3) {
        const take = min(same, 6);
        set(runs, count++, 16 | ((take - 3) << 8));
        same -= take;
      }
    }
    for (; same > 0; same--) set(runs, count++, length);
  }
  return count;
}
