/** Few colours for many: median cut over a coarse histogram. */
import type { Pixels } from '../model.ts';

/** Bits of a channel that tell colours apart. */
const BITS = 6;
const SHIFT = 8 - BITS;
const CELLS = 1 << (3 * BITS);

/** Colours that will become one, by their cell of the histogram. */
interface Box {
  cells: Uint32Array;
  weight: number;
  /** The channel it is longest in, and how long. */
  channel: number;
  length: number;
}

/** The same picture in at most `colors` colours, 2 to 256; opaque. Only integers are reckoned with. */
export function quantize({ width, height, rgba }: Pixels, colors: number): Pixels {
  const counts = new Uint32Array(CELLS);
  const sums = new Float64Array(CELLS * 3);
  for (let at = 0; at < rgba.length; at += 4) {
    const cell = cellOf(rgba, at);
    counts[cell] = (counts[cell] ?? 0) + 1;
    for (let channel = 0; channel < 3; channel++) {
      sums[cell * 3 + channel] = (sums[cell * 3 + channel] ?? 0) + (rgba[at + channel] ?? 0);
    }
  }
  const used = Uint32Array.from({ length: CELLS }, (_, cell) => cell).filter(
    (cell) => (counts[cell] ?? 0) > 0,
  );
  const colorOf = new Uint32Array(CELLS);
  for (const { cells, weight } of cut(used, counts, colors)) {
    const color = mean(cells, sums, weight);
    for (const cell of cells) colorOf[cell] = color;
  }
  const out = new Uint8Array(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    const color = colorOf[cellOf(rgba, at)] ?? 0;
    out[at] = color >> 16;
    out[at + 1] = (color >> 8) & 255;
    out[at + 2] = color & 255;
    out[at + 3] = 255;
  }
  return { width, height, rgba: out };
}

function cellOf(rgba: Uint8Array, at: number): number {
  const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
  return ((red >> SHIFT) << (2 * BITS)) | ((green >> SHIFT) << BITS) | (blue >> SHIFT);
}

/** A cell's place along a channel, 0 being red. */
function along(cell: number, channel: number): number {
  return (cell >> (BITS * (2 - channel))) & ((1 << BITS) - 1);
}

function cut(used: Uint32Array, counts: Uint32Array, colors: number): Box[] {
  const boxes = used.length === 0 ? [] : [boxOf(used, counts)];
  while (boxes.length < colors) {
    let widest: Box | undefined;
    for (const box of boxes) {
      // The square root keeps small but far apart colours, a mark on a plain ground, from being forgotten.
      const worth = (each: Box): number => each.length ** 2 * Math.sqrt(each.weight);
      if (box.length > 0 && (widest === undefined || worth(box) > worth(widest))) widest = box;
    }
    if (widest === undefined) break;
    boxes.splice(boxes.indexOf(widest), 1, ...halves(widest, counts));
  }
  return boxes;
}

function boxOf(cells: Uint32Array, counts: Uint32Array): Box {
  let weight = 0;
  const from = [Infinity, Infinity, Infinity];
  const to = [0, 0, 0];
  for (const cell of cells) {
    weight += counts[cell] ?? 0;
    for (let channel = 0; channel < 3; channel++) {
      const place = along(cell, channel);
      from[channel] = Math.min(from[channel] ?? place, place);
      to[channel] = Math.max(to[channel] ?? place, place);
    }
  }
  const lengths = to.map((end, channel) => end - (from[channel] ?? end));
  const length = Math.max(...lengths);
  return { cells, weight, channel: lengths.indexOf(length), length };
}

/** Two boxes of about the same number of pixels, neither empty. */
function halves({ cells, weight, channel }: Box, counts: Uint32Array): [Box, Box] {
  const sorted = cells.toSorted((a, b) => along(a, channel) - along(b, channel) || a - b);
  let [at, before] = [0, 0];
  while (at < sorted.length - 1 && before < weight / 2) before += counts[sorted[at++] ?? 0] ?? 0;
  const middle = Math.max(1, at);
  return [boxOf(sorted.subarray(0, middle), counts), boxOf(sorted.subarray(middle), counts)];
}

/** The mean of a box's pixels, as one number. */
function mean(cells: Uint32Array, sums: Float64Array, weight: number): number {
  const channels = [0, 0, 0];
  for (const cell of cells) {
    for (let channel = 0; channel < 3; channel++)
      channels[channel] = (channels[channel] ?? 0) + (sums[cell * 3 + channel] ?? 0);
  }
  return channels.reduce((color, sum) => (color << 8) | Math.round(sum / weight), 0);
}
