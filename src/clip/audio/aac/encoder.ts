/**
 * AAC of low complexity (ISO/IEC 14496-3, subpart 4): long blocks, both channels of a pair with one grid, the sum and the
 * difference of channels that are alike. Enough for speech at rates where all is heard; the packets of one file need no
 * reservoir of bits.
 */
import { BitWriter } from './bits.ts';
import { BLOCK, mdct } from './mdct.ts';
import {
  BOOKS,
  type Channel,
  channelOf,
  meaningAt,
  MOST_STEP,
  quantise,
  type Quantised,
  SCALE_WORDS,
  weigh,
} from './quantize.ts';
import { LONG_BANDS, RATES } from './tables.ts';

/** Sound is coded as if its samples were of 16 bits. */
const FULL_SCALE = 32_768;

/** Above this nothing is coded, in hertz. */
const HIGHEST = 16_000;

const LOW_COMPLEXITY = 2;
const SINGLE = 0;
const PAIR = 1;
const END = 7;

/** How coarse blocks may be, in quarters of octaves. */
const COARSEST = 120;

/** The rates that can be coded, in samples a second. */
export function isAacRate(rate: number): boolean {
  return RATES.includes(rate);
}

export interface AacStream {
  /** AudioSpecificConfig (1.6.2.1). */
  description: Uint8Array<ArrayBuffer>;
  packets: Uint8Array<ArrayBuffer>[];
}

/**
 * Codes sound of one or two channels, as it comes: no more of it is held than a piece and a block.
 * @param pieces one after the other, each with the samples of every channel
 * @param count channels
 * @param bitrate most bits a second
 * @returns a packet for each whole block: what plays the first begins with the first sample
 */
export function encodeAac(
  pieces: Iterable<readonly Float32Array[]>,
  count: number,
  rate: number,
  bitrate: number,
): AacStream {
  const index = RATES.indexOf(rate);
  const all = LONG_BANDS[index];
  if (all === undefined || count < 1 || count > 2)
    throw new RangeError(`Expected one or two channels of a rate of AAC but received ${count} of ${rate}.`);
  const bands = all.filter((_, i) => i === 0 || ((all[i - 1] ?? 0) * rate) / (2 * BLOCK) < HIGHEST);
  const budget = Math.floor((bitrate * BLOCK) / rate) - 7;
  const packets: Uint8Array<ArrayBuffer>[] = [];
  const channels = Array.from({ length: count }, () => channelOf(bands, BLOCK));
  const bits = new BitWriter();
  let coarse = 40;
  let before: Float32Array[] | null = null;
  for (const block of blocksOf(pieces, count)) {
    // A packet is of two blocks, and what plays it has the first of them when it is through.
    const first = before;
    before = block;
    if (first === null) continue;
    for (const [i, { spectrum }] of channels.entries()) {
      const [early, late] = [first[i], block[i]];
      if (early !== undefined && late !== undefined) mdct(early, late, spectrum.coefficients);
    }
    const isJoint = join(channels);
    for (const { spectrum } of channels) weigh(spectrum);
    coarse = coarsest(channels, budget, coarse);
    const coded = channels.map((channel) => quantise(channel, coarse));
    packets.push(packet(bits, coded, isJoint));
  }
  const config = (LOW_COMPLEXITY << 11) | (index << 7) | (count << 3);
  return { description: Uint8Array.of(config >> 8, config & 255), packets };
}

/**
 * The samples of all channels in blocks at full scale; the last is filled up with silence. A block lasts until the second after it
 * is asked for.
 */
function* blocksOf(
  pieces: Iterable<readonly Float32Array[]>,
  count: number,
): Generator<Float32Array[], void, void> {
  const room = (): Float32Array[] => Array.from({ length: count }, () => new Float32Array(BLOCK));
  let [block, other] = [room(), room()];
  let filled = 0;
  for (const piece of pieces) {
    const length = piece[0]?.length ?? 0;
    for (let at = 0; at < length;) {
      const taken = Math.min(BLOCK - filled, length - at);
      for (const [i, out] of block.entries()) {
        const channel = piece[i];
        for (let n = 0; n < taken; n++)
          out[filled + n] = FULL_SCALE * Math.min(1, Math.max(-1, channel?.[at + n] ?? 0));
      }
      at += taken;
      filled += taken;
      if (filled < BLOCK) continue;
      yield block;
      [block, other] = [other, block];
      filled = 0;
    }
  }
  for (const out of block) out.fill(0, filled);
  yield block;
}

function energy(spectrum: Float64Array): number {
  return spectrum.reduce((total, value) => total + value * value, 0);
}

/** Makes two channels half their sum and half their difference, where the difference is small. @returns whether it did */
function join([first, second]: readonly Channel[]): boolean {
  if (first === undefined || second === undefined) return false;
  const [left, right] = [first.spectrum.coefficients, second.spectrum.coefficients];
  let apart = 0;
  for (let i = 0; i < BLOCK; i++) apart += (((left[i] ?? 0) - (right[i] ?? 0)) / 2) ** 2;
  if (4 * apart >= Math.min(energy(left), energy(right))) return false;
  for (let i = 0; i < BLOCK; i++) {
    const [a, b] = [left[i] ?? 0, right[i] ?? 0];
    left[i] = (a + b) / 2;
    right[i] = (a - b) / 2;
  }
  return true;
}

/** The finest quantisation that stays within the budget, looked for from that of the block before. */
function coarsest(channels: readonly Channel[], budget: number, before: number): number {
  const isWithin = (coarse: number): boolean =>
    channels.reduce((bits, channel) => bits + SIDE_BITS + quantise(channel, coarse).bits, 0) <= budget;
  let step = 4;
  let [low, high] = [-1, COARSEST];
  if (isWithin(before)) {
    high = before;
    for (let at = before - step; at >= 0; step *= 2, at = high - step) {
      if (!isWithin(at)) {
        low = at;
        break;
      }
      high = at;
    }
  } else {
    low = before;
    for (let at = before + step; at < COARSEST; step *= 2, at = low + step) {
      if (isWithin(at)) {
        high = at;
        break;
      }
      low = at;
    }
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isWithin(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Of a channel, besides what `quantise` counts: headers, and a last section of nothing. */
const SIDE_BITS = 45;

function packet(bits: BitWriter, channels: readonly Quantised[], isJoint: boolean): Uint8Array<ArrayBuffer> {
  const [first, second] = channels;
  const used = Math.max(...channels.map(({ books }) => books.findLastIndex((book) => book > 0) + 1));
  if (first === undefined) return bits.finish();
  bits.put(second === undefined ? SINGLE : PAIR, 3);
  bits.put(0, 4);
  if (second === undefined) {
    putChannel(bits, first, used, true);
  } else {
    bits.put(1, 1);
    gridInfo(bits, used);
    bits.put(isJoint ? 2 : 0, 2);
    putChannel(bits, first, used, false);
    putChannel(bits, second, used, false);
  }
  bits.put(END, 3);
  return bits.finish();
}

/** ics_info: a long block with the sine window. @param used bands there are */
function gridInfo(bits: BitWriter, used: number): void {
  bits.put(0, 4);
  bits.put(used, 6);
  bits.put(0, 1);
}

/** individual_channel_stream */
function putChannel(bits: BitWriter, quantised: Quantised, used: number, hasGrid: boolean): void {
  const { bands, books, scales, values } = quantised;
  const start = scales[books.findIndex((book) => book > 0)] ?? 0;
  bits.put(start, 8);
  if (hasGrid) gridInfo(bits, used);
  for (let from = 0; from < used;) {
    const book = books[from] ?? 0;
    let to = from + 1;
    while (to < used && books[to] === book) to++;
    bits.put(book, 4);
    let length = to - from;
    for (; length >= 31; length -= 31) bits.put(31, 5);
    bits.put(length, 5);
    from = to;
  }
  let last = start;
  for (let band = 0; band < used; band++) {
    if (books[band] === 0) continue;
    const step = (scales[band] ?? 0) - last + MOST_STEP;
    bits.put(SCALE_WORDS.words[step] ?? 0, SCALE_WORDS.lengths[step] ?? 0);
    last = scales[band] ?? 0;
  }
  // No pulses, no shaping of noise in time, no gain control.
  bits.put(0, 3);
  for (let band = 0; band < used; band++)
    spectral(bits, values, books[band] ?? 0, bands[band] ?? 0, bands[band + 1] ?? 0);
}

/** spectral_data of a band. */
function spectral(bits: BitWriter, values: Int32Array, number: number, from: number, to: number): void {
  const book = BOOKS[number - 1];
  if (book === undefined) return;
  for (let at = from; at < to; at += book.values) {
    const meaning = meaningAt(book, values, at);
    bits.put(book.words[meaning] ?? 0, book.lengths[meaning] ?? 0);
    if (book.signed) continue;
    for (let i = at; i < at + book.values; i++) {
      const value = values[i] ?? 0;
      if (value !== 0) bits.put(value < 0 ? 1 : 0, 1);
    }
    if (number < BOOKS.length) continue;
    for (let i = at; i < at + book.values; i++) escape(bits, Math.abs(values[i] ?? 0));
  }
}

/** The bits of a value past what the last codebook holds: its length in ones, and what is below its highest bit. */
function escape(bits: BitWriter, size: number): void {
  if (size < 16) return;
  const length = Math.floor(Math.log2(size));
  bits.put((1 << (length - 3)) - 2, length - 3);
  bits.put(size - (1 << length), length);
}
