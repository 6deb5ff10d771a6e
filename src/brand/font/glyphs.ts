/** The `glyf` table as WOFF2 packs it (W3C WOFF2, 5.1): each part of all glyphs in a stream of its own. */
import { Reader, Writer } from './bytes.ts';

/** `glyf` and `loca` as TrueType has them, offsets of 32 bits, and each glyph's `xMin`. */
export interface Glyphs {
  glyf: Uint8Array;
  loca: Uint8Array;
  lefts: Int16Array;
}

interface Streams {
  contours: Reader;
  points: Reader;
  flags: Reader;
  glyphs: Reader;
  composites: Reader;
  boxes: Reader;
  instructions: Reader;
}

const WE_HAVE_INSTRUCTIONS = 0x100;
const MORE_COMPONENTS = 0x20;

/** @param limit most bytes of `glyf` @throws RangeError when the bytes end too soon or make more than the limit */
export function unpackGlyphs(table: Uint8Array, limit: number): Glyphs {
  const head = new Reader(table);
  head.u16();
  const hasOverlaps = (head.u16() & 1) === 1;
  const count = head.u16();
  head.u16();
  const lengths = Array.from({ length: 7 }, () => head.u32());
  const [contours, points, flags, glyphs, composites, boxes, instructions] = lengths.map(
    (length) => new Reader(head.take(length)),
  );
  if (!contours || !points || !flags || !glyphs || !composites || !boxes || !instructions)
    throw new RangeError('A stream is missing.');
  const streams = { contours, points, flags, glyphs, composites, boxes, instructions };
  const boxBits = boxes.take(4 * ((count + 31) >> 5));
  const overlapBits = hasOverlaps ? head.take((count + 7) >> 3) : new Uint8Array((count + 7) >> 3);

  const glyf = new Writer(limit);
  const loca = new Writer(4 * (count + 1));
  const lefts = new Int16Array(count);
  for (let index = 0; index < count; index++) {
    loca.u32(glyf.length);
    const contourCount = streams.contours.i16();
    const box = isSet(boxBits, index) ? readBox(streams.boxes) : null;
    if (contourCount === 0) continue;
    lefts[index] =
      contourCount < 0
        ? putComposite(glyf, streams, box)
        : putSimple(glyf, streams, contourCount, box, isSet(overlapBits, index));
    glyf.align();
  }
  loca.u32(glyf.length);
  return { glyf: glyf.done(), loca: loca.done(), lefts };
}

function isSet(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}

type Box = readonly [xMin: number, yMin: number, xMax: number, yMax: number];

function readBox(boxes: Reader): Box {
  return [boxes.i16(), boxes.i16(), boxes.i16(), boxes.i16()];
}

function putHead(out: Writer, contours: number, box: Box): number {
  for (const value of [contours, ...box]) out.u16(value & 0xffff);
  return box[0];
}

function putComposite(out: Writer, { glyphs, composites, instructions }: Streams, box: Box | null): number {
  if (box === null) throw new RangeError('A composite glyph has no bounds.');
  const left = putHead(out, -1, box);
  const from = composites.at;
  let flags: number;
  let hasInstructions = false;
  do {
    flags = composites.u16();
    hasInstructions ||= (flags & WE_HAVE_INSTRUCTIONS) !== 0;
    const scale = flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    composites.take(2 + (flags & 1 ? 4 : 2) + scale);
  } while (flags & MORE_COMPONENTS);
  out.put(composites.bytes.subarray(from, composites.at));
  if (hasInstructions) {
    const length = u255(glyphs);
    out.u16(length);
    out.put(instructions.take(length));
  }
  return left;
}

function putSimple(
  out: Writer,
  { points, flags, glyphs, instructions }: Streams,
  contours: number,
  box: Box | null,
  overlaps: boolean,
): number {
  const ends: number[] = [];
  let count = 0;
  for (let contour = 0; contour < contours; contour++) ends.push((count += u255(points)) - 1);
  const triplets = flags.take(count);
  const steps = new Int16Array(2 * count);
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  for (let i = 0; i < count; i++) {
    const [dx, dy] = step(triplets[i] ?? 0, glyphs);
    x += steps[2 * i] = dx;
    y += steps[2 * i + 1] = dy;
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
  const left = putHead(out, contours, box ?? (count === 0 ? [0, 0, 0, 0] : bounds));
  for (const end of ends) out.u16(end);
  const length = u255(glyphs);
  out.u16(length);
  out.put(instructions.take(length));
  // Every step as two bytes: larger than it could be, but the file is for our own eyes.
  for (let i = 0; i < count; i++)
    out.u8(((triplets[i] ?? 0) & 0x80 ? 0 : 1) | (overlaps && i === 0 ? 0x40 : 0));
  for (let i = 0; i < count; i++) out.u16((steps[2 * i] ?? 0) & 0xffff);
  for (let i = 0; i < count; i++) out.u16((steps[2 * i + 1] ?? 0) & 0xffff);
  return left;
}

/** The way from one point to the next (5.2, triplet encoding). */
function step(flag: number, data: Reader): [dx: number, dy: number] {
  const kind = flag & 0x7f;
  if (kind < 10) return [0, sign(flag, ((kind & 14) << 7) + data.u8())];
  if (kind < 20) return [sign(flag, (((kind - 10) & 14) << 7) + data.u8()), 0];
  const other = flag >> 1;
  if (kind < 84) {
    const part = kind - 20;
    const byte = data.u8();
    return [sign(flag, 1 + (part & 0x30) + (byte >> 4)), sign(other, 1 + ((part & 0x0c) << 2) + (byte & 15))];
  }
  if (kind < 120) {
    const part = kind - 84;
    const dx = 1 + (Math.floor(part / 12) << 8) + data.u8();
    return [sign(flag, dx), sign(other, 1 + (((part % 12) >> 2) << 8) + data.u8())];
  }
  if (kind < 124) {
    const [first, second, third] = [data.u8(), data.u8(), data.u8()];
    return [sign(flag, (first << 4) + (second >> 4)), sign(other, ((second & 15) << 8) + third)];
  }
  return [sign(flag, data.u16()), sign(other, data.u16())];
}

function sign(bits: number, size: number): number {
  return bits & 1 ? size : -size;
}

/** 255UInt16 (4.2). */
function u255(data: Reader): number {
  const first = data.u8();
  if (first === 253) return data.u16();
  if (first === 255) return data.u8() + 253;
  return first === 254 ? data.u8() + 506 : first;
}
