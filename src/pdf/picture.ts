/** Pictures as image objects: photos as JPEG, all else without loss, transparency as a mask of its own. */
import { zlibSync } from 'fflate';
import type { Resources } from './resources.ts';

/** Straight RGBA, row by row. */
export interface Bitmap {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** Encodes opaque pixels as JPEG. */
export type EncodeJpeg = (bitmap: Bitmap, quality: number) => Promise<Uint8Array>;

/** Quality of photos. */
const QUALITY = 88;

/** A picture of more colours is a photo. */
const FEW_COLORS = 1024;

/** Operators that paint a bitmap on the unit square. */
export async function pictureOperators(
  resources: Resources,
  bitmap: Bitmap,
  encodeJpeg: EncodeJpeg,
): Promise<string> {
  const { width, height, rgba } = bitmap;
  const { writer } = resources;
  const size = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
  const alpha = channel(rgba, 3);
  const mask = alpha.every((value) => value === 255)
    ? null
    : writer.plainStream(
        `${size} /ColorSpace /DeviceGray /Filter /FlateDecode`,
        zlibSync(alpha, { level: 6 }),
      );
  const entries = `${size} /ColorSpace /DeviceRGB${mask === null ? '' : ` /SMask ${mask} 0 R`}`;
  const image = isPhoto(rgba)
    ? writer.plainStream(`${entries} /Filter /DCTDecode`, await encodeJpeg(bitmap, QUALITY))
    : writer.plainStream(`${entries} /Filter /FlateDecode`, zlibSync(withoutAlpha(rgba), { level: 6 }));
  return `${resources.name('XObject', image)} Do\n`;
}

function isPhoto(rgba: Uint8Array): boolean {
  const colors = new Set<number>();
  for (let at = 0; at < rgba.length && colors.size <= FEW_COLORS; at += 4) {
    colors.add(((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0));
  }
  return colors.size > FEW_COLORS;
}

function channel(rgba: Uint8Array, which: number): Uint8Array {
  const out = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < out.length; i++) out[i] = rgba[4 * i + which] ?? 0;
  return out;
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const out = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    out[to++] = rgba[from] ?? 0;
    out[to++] = rgba[from + 1] ?? 0;
    out[to++] = rgba[from + 2] ?? 0;
  }
  return out;
}
