import { PullquoteError } from '../errors.ts';
import { joined } from '../joined.ts';

const MARKER = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app14: 0xee,
  comment: 0xfe,
} as const;

/** One marker segment (ITU T.81, B.1.1): where it begins, its marker's second byte, and where it ends. */
interface Segment {
  from: number;
  marker: number;
  to: number;
}

/**
 * The JPEG without EXIF, XMP, colour profiles, comments and whatever follows its end. JFIF and Adobe's APP14, which say
 * how its colours are meant, stay.
 * @throws PullquoteError `bad-image` when its segments are cut short
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const parts = [bytes.subarray(0, 2)];
  for (const { from, marker, to } of segments(bytes)) {
    const isApplication = marker >= MARKER.app0 && marker <= 0xef;
    const dropped =
      (isApplication && marker !== MARKER.app0 && marker !== MARKER.app14) || marker === MARKER.comment;
    if (!dropped) parts.push(bytes.subarray(from, to));
    if (marker === MARKER.end) return joined(parts);
  }
  throw new PullquoteError('bad-image', 'Expected a whole JPEG but it is cut short.');
}

/** How EXIF says the picture is meant to be seen, 1 (upright) to 8 (CIPA DC-008, 4.6.5); 1 where it says nothing. */
export function jpegOrientation(bytes: Uint8Array): number {
  for (const { from, marker, to } of segments(bytes)) {
    if (marker === MARKER.app1) {
      const orientation = exifOrientation(bytes.subarray(from + 4, to));
      if (orientation !== null) return orientation;
    }
    if (marker === MARKER.scan) break;
  }
  return 1;
}

/** The segments in order; that of a scan goes on to the next marker that is none of its own. */
function* segments(bytes: Uint8Array): Generator<Segment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 2 <= bytes.length) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return;
    if (marker === MARKER.end) {
      yield { from: at, marker, to: at + 2 };
      return;
    }
    if (at + 4 > bytes.length) return;
    let to = at + 2 + view.getUint16(at + 2);
    if (marker === MARKER.scan) to = endOfScan(bytes, to);
    if (to > bytes.length) return;
    yield { from: at, marker, to };
    at = to;
  }
}

/** Past entropy-coded data, in which FF is followed by 00 or a restart marker (ITU T.81, B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** Tag 0x0112 of the first directory (TIFF 6.0, 2). */
function exifOrientation(data: Uint8Array): number | null {
  const isExif = String.fromCharCode(...data.subarray(0, 4)) === 'Exif';
  if (!isExif || data.length < 14) return null;
  const tiff = new DataView(data.buffer, data.byteOffset + 6, data.byteLength - 6);
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return null;
  const entries = tiff.getUint16(directory, little);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entry, little) !== 0x0112) continue;
    const value = tiff.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
