/** Matches to bits: symbols of lengths and distances (RFC 1951, 3.2.5), tokens, and whole blocks of them. */
import { DISTANCES, LITERALS, assignCodes, codeLengths, putTables } from './huffman';
import { bitsEnd, heldBits, pendingBits, put, resumeBits } from './bits';

export const MIN_MATCH: i32 = 3;
export const MAX_MATCH: i32 = 258;
export const WINDOW: i32 = 32768;
/** What tells a match's token from a literal's. */
export const MATCH: u32 = 0x80000000;

/** For each length its symbol | extra bits << 16 | extra value << 24. */
const lengthInfo = memory.data(259 * 4, 16);
/** Literal, then length symbol counts; distance symbol counts. */
const literalCounts = memory.data(288 * 4, 16);
const distanceCounts = memory.data(32 * 4, 16);
const literalLengths = memory.data(288, 16);
const distanceLengths = memory.data(32, 16);
/**
 * The codes in use, each code | bits << 24: of literals and the end of a block, of match lengths with their extra bits,
 * of distances.
 */
const codes = memory.data(2320, 16);
const literalCodes = codes;
const matchCodes = codes + 288 * 4;
const distanceCodes = matchCodes + 260 * 4;
/** Bytes of the codes. */
export const CODES: i32 = 2320;
/** Stands for the distance of a literal. */
const NO_DISTANCE: u32 = 31;
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
@inline
function distanceSymbol(distance: u32): u32 {
  const d = distance - 1;
  const top = 31 - clz(d | 2);
  return select(d, (top << 1) | ((d >> (top - 1)) & 1), d < 2);
}

@inline
function count(base: usize, symbol: u32): void {
  const p = base + (symbol << 2);
  store<u32>(p, load<u32>(p) + 1);
}

/** Starts counting, every symbol from `floor`; the end of a block always counts. */
export function clearCounts(floor: u32): void {
  for (let i = 0; i < LITERALS; i++) store<u32>(literalCounts + (i << 2), floor);
  for (let i = 0; i < DISTANCES; i++) store<u32>(distanceCounts + (i << 2), floor);
  store<u32>(literalCounts, 1, 256 * 4);
}

export function countTokens(tokens: usize, end: usize): void {
  // Without a branch, which would be guessed wrong all the time: a literal's length is 0, and its distance is counted apart.
  for (; tokens < end; tokens += 4) {
    const token = load<u32>(tokens);
    const length = (token >> 16) & 0x1ff;
    const symbol = load<u32>(lengthInfo + (length << 2)) & 0xffff;
    count(literalCounts, select(symbol, token, length));
    count(distanceCounts, select(distanceSymbol((token & 0x7fff) + 1), NO_DISTANCE, length));
  }
}

/** Bits the counted symbols would take under the best of codes. */
export function countedBits(): f64 {
  let bits = entropy(literalCounts, LITERALS) + entropy(distanceCounts, DISTANCES);
  for (let symbol = 265; symbol < 285; symbol++) {
    bits += <f64>(load<u32>(literalCounts + (symbol << 2)) * (((symbol - 261) >> 2) as u32));
  }
  for (let symbol = 4; symbol < DISTANCES; symbol++) {
    bits += <f64>(load<u32>(distanceCounts + (symbol << 2)) * (((symbol >> 1) - 1) as u32));
  }
  return bits;
}

function entropy(counts: usize, n: i32): f64 {
  let sum: f64 = 0;
  let bits: f64 = 0;
  for (let i = 0; i < n; i++) {
    const c = <f64>load<u32>(counts + (i << 2));
    if (c > 0) {
      sum += c;
      bits -= c * Math.log2(c);
    }
  }
  return sum > 0 ? bits + sum * Math.log2(sum) : 0;
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

/** Keeps the codes in use, `CODES` bytes, at `to`. */
export function keepCodes(to: usize): void {
  memory.copy(to, codes, CODES);
}

/** Takes up codes that were kept. */
export function useCodes(from: usize): void {
  memory.copy(codes, from, CODES);
}

/** Writes the header of a block with the codes just built. */
export function putHeader(final: bool): void {
  putTables(literalLengths, distanceLengths, final);
}

/** Writes the end of a block. */
export function putEnd(): void {
  const stop = load<u32>(literalCodes + (256 << 2));
  put(stop & 0xffffff, stop >> 24);
}

/** Writes tokens: a literal's byte, or `MATCH` | length << 16 | distance - 1. */
export function putTokens(tokens: usize, end: usize): void {
  let out = bitsEnd();
  let bits = pendingBits();
  let held = heldBits();
  for (; tokens < end; tokens += 4) {
    const token = load<u32>(tokens);
    if (token < 256) {
      const code = load<u32>(literalCodes + (token << 2));
      bits |= <u64>(code & 0xffffff) << held;
      held += code >> 24;
      // Most literals come in threes; up to three fit beside what is held.
      const second = load<u32>(tokens, 4);
      if (second < 256 && tokens + 4 < end) {
        const next = load<u32>(literalCodes + (second << 2));
        bits |= <u64>(next & 0xffffff) << held;
        held += next >> 24;
        tokens += 4;
      }
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
}
