/**
 * How loud a packet of AAC is (ISO/IEC 14496-3, subpart 4), from its coefficients alone: the sum of their squares is that
 * of the samples, so nothing has to be transformed. What is not low complexity is not read.
 */
import { BitReader } from './bits.ts';
import { BOOKS } from './quantize.ts';
import { CODEBOOKS, LONG_BANDS, SCALE_FACTORS, SHORT_BANDS } from './tables.ts';
import { symbolsOf } from './huffman.ts';

const SYMBOLS = CODEBOOKS.map(symbolsOf);
const STEPS = symbolsOf(SCALE_FACTORS);

const NOISE = 13;
const INTENSITY = [14, 15];
const RESERVED = 12;
const ESCAPE = 16;

const FULL_SCALE = 32_768;

/** A block's windows: one, or eight in groups. */
interface Grid {
  isShort: boolean;
  /** How many windows each group has. */
  groups: number[];
  /** Bands that are coded. */
  used: number;
}

/** Thrown for what is not read here. */
class Unread extends Error {}

/**
 * The root of the mean square of a packet's samples, of 1 at full scale; `null` for a packet that is not understood.
 * @param rateIndex as AudioSpecificConfig has it
 */
export function levelOf(packet: Uint8Array, rateIndex: number): number | null {
  try {
    return Math.sqrt(meanSquare(new BitReader(packet), rateIndex)) / FULL_SCALE;
  } catch (error) {
    if (error instanceof Unread || error instanceof RangeError) return null;
    throw error;
  }
}

/** raw_data_block, of one element with sound. */
function meanSquare(bits: BitReader, rateIndex: number): number {
  for (;;) {
    switch (bits.read(3)) {
      case 0:
        bits.read(4);
        return channel(bits, rateIndex, null);
      case 1:
        return pair(bits, rateIndex);
      case 4: {
        bits.read(4);
        const aligned = bits.read(1) === 1;
        const count = bits.read(8);
        const all = count === 255 ? count + bits.read(8) : count;
        if (aligned) bits.align();
        bits.skip(8 * all);
        break;
      }
      case 6: {
        const count = bits.read(4);
        bits.skip(8 * (count === 15 ? count + bits.read(8) - 1 : count));
        break;
      }
      default:
        throw new Unread();
    }
  }
}

function pair(bits: BitReader, rateIndex: number): number {
  bits.read(4);
  const grid = bits.read(1) === 1 ? gridOf(bits) : null;
  const joint = grid === null ? 0 : bits.read(2);
  if (grid !== null && joint === 1) bits.skip(grid.groups.length * grid.used);
  const both = channel(bits, rateIndex, grid) + channel(bits, rateIndex, grid);
  // Half the sum and half the difference hold half of what the channels do.
  return joint === 0 ? both / 2 : both;
}

/** ics_info */
function gridOf(bits: BitReader): Grid {
  bits.read(1);
  const isShort = bits.read(2) === 2;
  bits.read(1);
  if (!isShort) {
    const used = bits.read(6);
    if (bits.read(1) === 1) throw new Unread();
    return { isShort, groups: [1], used };
  }
  const used = bits.read(4);
  const groups = [1];
  for (let i = 0; i < 7; i++) {
    if (bits.read(1) === 1) groups.push((groups.pop() ?? 0) + 1);
    else groups.push(1);
  }
  return { isShort, groups, used };
}

/** individual_channel_stream: the mean square of its samples. */
function channel(bits: BitReader, rateIndex: number, common: Grid | null): number {
  const gain = bits.read(8);
  const grid = common ?? gridOf(bits);
  const bands = (grid.isShort ? SHORT_BANDS : LONG_BANDS)[rateIndex];
  if (bands === undefined || grid.used >= bands.length) throw new Unread();
  const books = grid.groups.map(() => sections(bits, grid));
  const scales = scaleFactors(bits, books, gain);
  if (bits.read(1) === 1) {
    const pulses = bits.read(2) + 1;
    bits.skip(6 + 9 * pulses);
  }
  if (bits.read(1) === 1) shaping(bits, grid.isShort);
  if (bits.read(1) === 1) throw new Unread();
  let energy = 0;
  for (const [g, windows] of grid.groups.entries()) {
    for (let band = 0; band < grid.used; band++) {
      const book = books[g]?.[band] ?? 0;
      const scale = scales[g]?.[band] ?? 0;
      if (book === 0 || INTENSITY.includes(book)) continue;
      if (book === NOISE) energy += windows * 2 ** (scale / 2);
      else {
        const lines = windows * ((bands[band + 1] ?? 0) - (bands[band] ?? 0));
        energy += squares(bits, book, lines) * 2 ** ((scale - 100) / 2);
      }
    }
  }
  // White noise has 2048 times its mean square in each coefficient of a long block, 256 times in those of short ones.
  return energy / 1024 / (grid.isShort ? 256 : 2048);
}

/** section_data of a group: the codebook of each band. */
function sections(bits: BitReader, { isShort, used }: Grid): number[] {
  const width = isShort ? 3 : 5;
  const escape = (1 << width) - 1;
  const books: number[] = [];
  while (books.length < used) {
    const book = bits.read(4);
    if (book === RESERVED) throw new Unread();
    let length = 0;
    for (;;) {
      const more = bits.read(width);
      length += more;
      if (more !== escape) break;
    }
    if (length === 0 || books.length + length > used) throw new Unread();
    for (let i = 0; i < length; i++) books.push(book);
  }
  return books;
}

/** scale_factor_data */
function scaleFactors(bits: BitReader, books: readonly (readonly number[])[], gain: number): number[][] {
  let [spectral, noise, isFirstNoise] = [gain, gain - 90, true];
  return books.map((group) =>
    group.map((book) => {
      if (book === 0) return 0;
      if (book === NOISE && isFirstNoise) {
        isFirstNoise = false;
        noise += bits.read(9) - 256;
        return noise;
      }
      const step = STEPS.read(bits) - 60;
      if (book === NOISE) return (noise += step);
      return INTENSITY.includes(book) ? 0 : (spectral += step);
    }),
  );
}

/** tns_data, which is not needed: it moves noise, not loudness. */
function shaping(bits: BitReader, isShort: boolean): void {
  for (let window = 0; window < (isShort ? 8 : 1); window++) {
    const filters = bits.read(isShort ? 1 : 2);
    const fine = filters > 0 ? bits.read(1) : 0;
    for (let i = 0; i < filters; i++) {
      bits.read(isShort ? 4 : 6);
      const order = bits.read(isShort ? 3 : 5);
      if (order === 0) continue;
      bits.read(1);
      bits.skip(order * (3 + fine - bits.read(1)));
    }
  }
}

/** spectral_data of a band: the squares of its values, before they are scaled. */
function squares(bits: BitReader, number: number, lines: number): number {
  const [book, symbols] = [BOOKS[number - 1], SYMBOLS[number - 1]];
  if (book === undefined || symbols === undefined) throw new Unread();
  let sum = 0;
  for (let at = 0; at < lines; at += book.values) {
    let meaning = symbols.read(bits);
    const sizes: number[] = [];
    for (let i = 0; i < book.values; i++) {
      sizes.push(Math.abs((meaning % book.radix) - book.offset));
      meaning = Math.floor(meaning / book.radix);
    }
    if (!book.signed) bits.skip(sizes.filter((size) => size > 0).length);
    // Values come last first.
    for (let i = sizes.length - 1; i >= 0; i--) {
      const size = sizes[i] ?? 0;
      sum += (size === ESCAPE && number === BOOKS.length ? escaped(bits) : size) ** (8 / 3);
    }
  }
  return sum;
}

function escaped(bits: BitReader): number {
  let length = 4;
  while (bits.read(1) === 1) length++;
  return (1 << length) + bits.read(length);
}
