import type { Layer, SlotBox } from './model.ts';
import { ownPages } from './own-pages.ts';

/** The parts of a layer that are not pixels. */
interface Head {
  key: string;
  width: number;
  height: number;
  dpr: number;
  slots: SlotBox[];
  svg: string;
}

const RUN = 0x8000_0000;
/** A run shorter than this costs more as a run than within a literal stretch. */
const SHORTEST_RUN = 4;

/**
 * A layer as bytes that need next to no decoding: the length of a JSON head, the head, then runs of equal pixels. A
 * layer is mostly flat, so a run is one `fill` and the rest is copied.
 */
export function packLayer({ pixels, ...head }: Layer): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
  const start = 4 + Math.ceil(json.length / 4) * 4;
  // Runs are found twice, to count and to write them: a picture and its copy are much for an isolate.
  const bytes = new Uint8Array(start + 4 * packRuns(words, null));
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  packRuns(words, new Uint32Array(bytes.buffer, start));
  return bytes;
}

/**
 * The opposite of `packLayer`. Pixels and SVG stay packed until they are asked for, and are unpacked each time: few cards need them,
 * pixels are many times what is packed, and the SVG has a photo within as text.
 * @throws Error when the bytes were cut.
 */
export function unpackLayer(bytes: Uint8Array): Layer {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const length = new DataView(aligned.buffer, aligned.byteOffset).getUint32(0, true);
  const readHead = (): Head => JSON.parse(new TextDecoder().decode(aligned.subarray(4, 4 + length)));
  const { svg: _, ...head } = readHead();
  const start = 4 + Math.ceil(length / 4) * 4;
  const runs = new Uint32Array(aligned.buffer, aligned.byteOffset + start, (aligned.byteLength - start) >> 2);
  const count = head.width * head.height;
  checkRuns(runs, count);
  return {
    ...head,
    get svg() {
      return readHead().svg;
    },
    get pixels() {
      return new Uint8Array(unpackRuns(runs, count).buffer);
    },
  };
}

/**
 * Words of 32 bits: a count with the high bit set and the pixel it repeats, or a count and as many pixels.
 * @param out room for them, `null` to only count them
 * @returns how many there are
 */
function packRuns(pixels: Uint32Array, out: Uint32Array | null): number {
  let size = 0;
  let literalFrom = 0;
  const flush = (to: number): void => {
    if (to === literalFrom) return;
    if (out !== null) {
      out[size] = to - literalFrom;
      out.set(pixels.subarray(literalFrom, to), size + 1);
    }
    size += 1 + to - literalFrom;
  };
  for (let i = 0; i < pixels.length;) {
    const pixel = pixels[i] ?? 0;
    let end = i + 1;
    while (end < pixels.length && pixels[end] === pixel) end++;
    if (end - i >= SHORTEST_RUN) {
      flush(i);
      if (out !== null) {
        out[size] = (RUN | (end - i)) >>> 0;
        out[size + 1] = pixel;
      }
      size += 2;
      literalFrom = end;
    }
    i = end;
  }
  flush(pixels.length);
  return size;
}

function unpackRuns(runs: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const pixels = new Uint32Array(ownPages(4 * length), 0, length);
  let at = 0;
  for (let i = 0; i < runs.length;) {
    const word = runs[i++] ?? 0;
    const count = word & ~RUN;
    if ((word & RUN) !== 0) {
      pixels.fill(runs[i++] ?? 0, at, at + count);
    } else {
      pixels.set(runs.subarray(i, i + count), at);
      i += count;
    }
    at += count;
  }
  return pixels;
}

function checkRuns(runs: Uint32Array, length: number): void {
  let at = 0;
  let i = 0;
  while (i < runs.length) {
    const word = runs[i] ?? 0;
    const count = word & ~RUN;
    i += (word & RUN) !== 0 ? 2 : 1 + count;
    at += count;
  }
  if (at !== length || i > runs.length)
    throw new RangeError(`Expected ${length} pixels in a kept layer but its bytes end or go on elsewhere.`);
}
