/** Matches to bits: symbols of lengths and distances (RFC 1951, 3.2.5), tokens, and whole blocks of them. */
import { DISTANCES, LITERALS, assignCodes, codeLengths, putTables } from './huffman';
import { bitsEnd, heldBits, pendingBits, put, resumeBits } from './bits';

export const MIN_MATCH: i32 = 3;
export const MAX_MATCH: i32 = 258;
export const WINDOW: i32 = 32768;

/** For each length its symbol | extra bits << 16 | extra value << 24. */
const lengthInfo = memory.data(259 * 4, 16);
/** Literal, then length symbol counts; distance symbol counts. */
export const literalCounts = memory.data(288 * 4, 16);
export const distanceCounts = memory.data(32 * 4, 16);
const literalLengths = memory.data(288, 16);
const distanceLengths = memory.data(32, 16);
/** Codes of the 256 literals and the end of a block; of match lengths with their extra bits (code | count << 24). */
const literalCodes = memory.data(288 * 4, 16);
const matchCodes = memory.data(259 * 4, 16);
const distanceCodes = memory.data(32 * 4, 16);
let ready = false;

export function prepareTables(): void {
  if (ready) return;
  ready = true;
  let symbol: u32 = 257;
  let length = 3;
  for (let extra: u32 = 0; extra < 6; extra++) {
    for (let k = extra ? 4 : 8; k > 0; k--) {
      for (let v: u32 = 0; v < <u32>1 << extra && length < MAX_MATCH; v++) {
        store<u32>(lengthInfo + (length++ << 2), symbol | (extra << 16) | (v << 24));
      }
      symbol++;
    }
  }
  store<u32>(lengthInfo + (MAX_MATCH << 2), 285);
}

/** Symbol of a distance. */
// @ts-ignore: decorator
@inline
export function distanceSymbol(distance: u32): u32 {
  const d = distance - 1;
  if (d < 4) return d;
  const top = 31 - clz(d);
  return (top << 1) | ((d >> (top - 1)) & 1);
}

// @ts-ignore: decorator
@inline
export function lengthSymbol(length: i32): u32 {
  return load<u32>(lengthInfo + (length << 2)) & 0xffff;
}

// @ts-ignore: decorator
@inline
export function count(base: usize, symbol: u32): void {
  const p = base + (symbol << 2);
  store<u32>(p, load<u32>(p) + 1);
}

export function clearCounts(): void {
  memory.fill(literalCounts, 0, 288 * 4);
  memory.fill(distanceCounts, 0, 32 * 4);
  store<u32>(literalCounts, 1, 256 * 4);
}

/** Codes from the counts. */
export function buildCodes(): void {
  codeLengths(literalCounts, LITERALS, 15, literalLengths);
  codeLengths(distanceCounts, DISTANCES, 15, distanceLengths);
  assignCodes(literalLengths, LITERALS, literalCodes);
  assignCodes(distanceLengths, DISTANCES, distanceCodes);
  for (let length = MIN_MATCH; length <= MAX_MATCH; length++) {
    const info = load<u32>(lengthInfo + (length << 2));
    const code = load<u32>(literalCodes + ((info & 0xffff) << 2));
    const bits = code >> 24;
    const extra = (info >> 16) & 255;
    store<u32>(matchCodes + (length << 2), (code & 0xffffff) | ((info >> 24) << bits) | ((bits + extra) << 24));
  }
}

/** Writes one dynamic block of tokens: a literal's byte, or 1 << 31 | length << 16 | distance - 1. */
export function putBlock(tokens: usize, end: usize, final: bool): void {
  buildCodes();
  putTables(literalLengths, distanceLengths, final);
  let out = bitsEnd();
  let bits = pendingBits();
  let held = heldBits();
  for (; tokens < end; tokens += 4) {
    const token = load<u32>(tokens);
    if (token < 256) {
      const code = load<u32>(literalCodes + (token << 2));
      bits |= <u64>(code & 0xffffff) << held;
      held += code >> 24;
    } else {
      const code = load<u32>(matchCodes + (((token >> 16) & 0x1ff) << 2));
      bits |= <u64>(code & 0xffffff) << held;
      held += code >> 24;
      const distance = (token & 0x7fff) + 1;
      const symbol = distanceSymbol(distance);
      const dcode = load<u32>(distanceCodes + (symbol << 2));
      const extra = symbol < 4 ? 0 : (symbol >> 1) - 1;
      const value = (distance - 1) & ((<u32>1 << extra) - 1);
      bits |= (<u64>(dcode & 0xffffff) | (<u64>value << (dcode >> 24))) << held;
      held += (dcode >> 24) + extra;
    }
    store<u64>(out, bits);
    const whole = held >> 3;
    out += <usize>whole;
    bits >>= whole << 3;
    held &= 7;
  }
  resumeBits(out, bits, held);
  const stop = load<u32>(literalCodes + (256 << 2));
  put(stop & 0xffffff, stop >> 24);
}
