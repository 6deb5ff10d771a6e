import { joined } from '../joined.ts';
import { quantize } from '../raster/encode/quantize.ts';
import type { Area } from '../raster/model.ts';

/** A part of a picture that changed, and for how long the picture then stays. */
export interface Change {
  area: Area;
  /** Straight RGBA rows of the area; a pixel with an alpha of 0 stays as it was. */
  rgba: Uint8Array;
  /** In milliseconds. */
  lastsMs: number;
}

/** An animation that runs for ever, as GIF 89a. Every change has the colours it needs, 255 at most. */
export function gifOf(
  { width, height }: { width: number; height: number },
  changes: readonly Change[],
): Uint8Array {
  return joined([
    // No colours of the whole; none is the ground.
    bytes(...ascii('GIF89a'), ...short(width), ...short(height), 0x70, 0, 0),
    bytes(0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0),
    ...changes.flatMap(imageOf),
    bytes(0x3b),
  ]);
}

function imageOf({ area, rgba, lastsMs }: Change): Uint8Array[] {
  const { palette, indices } = indexed(area, rgba);
  const bits = Math.max(2, 32 - Math.clz32(palette.length));
  const colors = new Uint8Array(3 << bits);
  for (const [i, color] of palette.entries()) {
    colors.set([color >> 16, (color >> 8) & 255, color & 255], i * 3);
  }
  return [
    // It stays where the next is drawn over it; the colour after the last is no colour.
    bytes(0x21, 0xf9, 4, (1 << 2) | 1, ...short(Math.round(lastsMs / 10)), palette.length, 0),
    bytes(0x2c, ...[area.x, area.y, area.width, area.height].flatMap(short), 0x80 | (bits - 1)),
    colors,
    packed(indices, bits),
  ];
}

/** An area's colours, fewer where there are more than 255, and each pixel's place among them; past the last for none. */
function indexed(area: Area, rgba: Uint8Array): { palette: number[]; indices: Uint8Array } {
  const exact = paletteOf(rgba);
  if (exact !== null) return exact;
  // Pixels that stay count too: they are the ground the others stand on.
  const fewer = quantize({ width: area.width, height: area.height, rgba }, 255).rgba;
  for (let at = 3; at < rgba.length; at += 4) fewer[at] = rgba[at] ?? 0;
  const found = paletteOf(fewer);
  if (found === null) throw new Error('A picture has more colours than it was given.');
  return found;
}

function paletteOf(rgba: Uint8Array): { palette: number[]; indices: Uint8Array } | null {
  const places = new Map<number, number>();
  const indices = new Uint8Array(rgba.length / 4);
  const none: number[] = [];
  for (let i = 0; i < indices.length; i++) {
    if (rgba[4 * i + 3] === 0) {
      none.push(i);
      continue;
    }
    const color = ((rgba[4 * i] ?? 0) << 16) | ((rgba[4 * i + 1] ?? 0) << 8) | (rgba[4 * i + 2] ?? 0);
    let place = places.get(color);
    if (place === undefined) {
      place = places.size;
      if (place === 255) return null;
      places.set(color, place);
    }
    indices[i] = place;
  }
  for (const i of none) indices[i] = places.size;
  return { palette: [...places.keys()], indices };
}

/** Most codes of GIF's LZW. */
const CODES = 4096;

/** Indices as GIF packs them (Appendix F): their bits, then codes in blocks of at most 255 bytes. */
function packed(indices: Uint8Array, bits: number): Uint8Array {
  const clear = 1 << bits;
  const codes: number[] = [];
  let [pending, held] = [0, 0];
  const put = (code: number, width: number): void => {
    pending |= code << held;
    for (held += width; held >= 8; held -= 8) {
      codes.push(pending & 255);
      pending >>>= 8;
    }
  };
  // What follows a code by which index, as `code << 8 | index`.
  let known = new Map<number, number>();
  let width = bits + 1;
  let next = clear + 2;
  put(clear, width);
  let current = indices[0] ?? 0;
  for (const index of indices.subarray(1)) {
    const longer = known.get((current << 8) | index);
    if (longer !== undefined) {
      current = longer;
      continue;
    }
    put(current, width);
    if (next === CODES) {
      put(clear, width);
      known = new Map();
      width = bits + 1;
      next = clear + 2;
    } else {
      // Decoders learn a code one later than it is made here.
      if (next === 1 << width) width++;
      known.set((current << 8) | index, next++);
    }
    current = index;
  }
  put(current, width);
  put(clear + 1, width);
  if (held > 0) codes.push(pending & 255);
  const blocks = [bytes(bits)];
  for (let at = 0; at < codes.length; at += 255) {
    const block = codes.slice(at, at + 255);
    blocks.push(bytes(block.length, ...block));
  }
  return joined([...blocks, bytes(0)]);
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function short(value: number): [number, number] {
  return [value & 255, value >> 8];
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}
