import { CODEBOOKS, SCALE_FACTORS } from './tables.ts';
import { type Codewords, codewordsOf } from './huffman.ts';

/** A codebook ready to be written with. */
interface Book extends Codewords {
  values: 4 | 2;
  signed: boolean;
  largest: number;
  /** Added to a value that has a sign, and how many values there are. */
  offset: number;
  radix: number;
}

/** By number, from 1. */
export const BOOKS: readonly Book[] = CODEBOOKS.map(({ values, signed, largest, ...rest }) => ({
  ...codewordsOf({ ...rest }),
  values,
  signed,
  largest,
  offset: signed ? largest : 0,
  radix: signed ? 2 * largest + 1 : largest + 1,
}));

export const SCALE_WORDS = codewordsOf(SCALE_FACTORS);

/** Largest difference of two scale factors. */
export const MOST_STEP = 60;

/** Scale factors that are used: a coefficient of 1 is then this many quarter octaves from 1. */
const NO_SCALE = 100;
const LEAST_SCALE = 112;
const MOST_SCALE = 255;

/** By how much of an octave noise may be louder where a band is an octave louder: it hides there. */
const MASKING = 0.45;

/** Makes rounding lean down, which costs less and sounds no worse. */
const ROUNDING = 0.4054;

const ESCAPE = 16;

/** The coefficients of a channel's block, and what of them does not depend on how finely they are coded. */
export interface Spectrum {
  bands: readonly number[];
  coefficients: Float64Array;
  /** Of each coefficient, to the power of 3/4. */
  powers: Float64Array;
  /** Of each band: scale factors it has more than a silent one. */
  masking: Int32Array;
  /** Of each band: the largest of `powers`. */
  peaks: Float64Array;
}

/** A channel's block, quantised. Of bands whose codebook is 0 nothing else is of meaning. */
export interface Quantised {
  bands: readonly number[];
  values: Int32Array;
  /** Of each band: its codebook, 0 where all is 0, and its scale factor. */
  books: Uint8Array;
  scales: Int32Array;
  /** What it takes to write it, without what comes before. */
  bits: number;
}

/** Room for the blocks of a channel, one after the other: what each leaves behind is much for an isolate. */
export interface Channel {
  spectrum: Spectrum;
  quantised: Quantised;
}

export function channelOf(bands: readonly number[], length: number): Channel {
  const count = bands.length - 1;
  return {
    spectrum: {
      bands,
      coefficients: new Float64Array(length),
      powers: new Float64Array(length),
      masking: new Int32Array(count),
      peaks: new Float64Array(count),
    },
    quantised: {
      bands,
      values: new Int32Array(length),
      books: new Uint8Array(count),
      scales: new Int32Array(count),
      bits: 0,
    },
  };
}

/** Brings a spectrum to what its coefficients now are. */
export function weigh({ bands, coefficients, powers, masking, peaks }: Spectrum): void {
  for (let i = 0; i < powers.length; i++) {
    const root = Math.sqrt(Math.abs(coefficients[i] ?? 0));
    powers[i] = root * Math.sqrt(root);
  }
  for (let band = 0; band < peaks.length; band++) {
    const [from, to] = [bands[band] ?? 0, bands[band + 1] ?? 0];
    let energy = 0;
    let peak = 0;
    for (let i = from; i < to; i++) {
      energy += (coefficients[i] ?? 0) ** 2;
      peak = Math.max(peak, powers[i] ?? 0);
    }
    peaks[band] = peak;
    masking[band] = Math.round(2 * MASKING * Math.log2(1 + energy / (to - from)));
  }
}

/**
 * Quantises: the larger `coarse`, the fewer bits.
 * @returns the channel's room, written over by the next
 */
export function quantise({ spectrum, quantised }: Channel, coarse: number): Quantised {
  const { bands, coefficients, powers, masking, peaks } = spectrum;
  const { values, books, scales } = quantised;
  books.fill(0);
  let last = -1;
  let bits = 0;
  for (let band = 0; band < books.length; band++) {
    let scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, NO_SCALE + coarse + (masking[band] ?? 0)));
    if (last >= 0) scale = Math.min(last + MOST_STEP, Math.max(last - MOST_STEP, scale));
    const finest = 2 ** ((-3 / 16) * (scale - NO_SCALE));
    if ((peaks[band] ?? 0) * finest + ROUNDING < 1) continue;
    const [from, to] = [bands[band] ?? 0, bands[band + 1] ?? 0];
    let most = 0;
    for (let i = from; i < to; i++) {
      const size = Math.floor((powers[i] ?? 0) * finest + ROUNDING);
      values[i] = (coefficients[i] ?? 0) < 0 ? -size : size;
      if (size > most) most = size;
    }
    // The codebook that takes the fewest bits: of each size there are two, for steep and for flat spectra.
    const first = firstBook(most);
    const steep = bitsOf(values, from, to, first);
    const flat = first === BOOKS.length ? Infinity : bitsOf(values, from, to, first + 1);
    const book = flat < steep ? first + 1 : first;
    bits += Math.min(steep, flat) + (last < 0 ? 1 : (SCALE_WORDS.lengths[scale - last + MOST_STEP] ?? 0));
    // A new section says its book and its length.
    if (band === 0 || books[band - 1] !== book) bits += 9;
    books[band] = book;
    scales[band] = scale;
    last = scale;
  }
  quantised.bits = bits;
  return quantised;
}

/** The first codebook that holds a value. */
function firstBook(most: number): number {
  return BOOKS.findIndex(({ largest }) => largest >= Math.min(most, ESCAPE)) + 1;
}

function bitsOf(values: Int32Array, from: number, to: number, number: number): number {
  const book = BOOKS[number - 1];
  if (book === undefined) return Infinity;
  let bits = 0;
  for (let at = from; at < to; at += book.values) {
    bits += book.lengths[meaningAt(book, values, at)] ?? 0;
    if (book.signed) continue;
    for (let i = at; i < at + book.values; i++) {
      const size = Math.abs(values[i] ?? 0);
      if (size > 0) bits++;
      if (size >= ESCAPE && number === BOOKS.length) bits += 2 * Math.floor(Math.log2(size)) - 3;
    }
  }
  return bits;
}

/** What a codeword has to mean for the values at `at`. */
export function meaningAt(
  { values: count, signed, largest, offset, radix }: Book,
  values: Int32Array,
  at: number,
): number {
  let meaning = 0;
  for (let i = at; i < at + count; i++) {
    const value = values[i] ?? 0;
    meaning = meaning * radix + (signed ? value + offset : Math.min(largest, Math.abs(value)));
  }
  return meaning;
}
