/** Pictures as image objects: photos as JPEG, all else without loss, transparency as a mask of its own. */
import { zlibSync } from 'fflate';
import type { Size } from '../layer/model.ts';
import { inspectPicture } from '../layer/picture.ts';
import type { Rasterizer } from '../layer/rasterizer.ts';
import { shrunk } from '../layer/shrink.ts';
import type { Resources } from './resources.ts';
import type { PictureRequest } from './vector.ts';

/** Straight RGBA, row by row. */
export interface Bitmap {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** Encodes opaque pixels as JPEG. */
type EncodeJpeg = (bitmap: Bitmap, quality: number) => Promise<Uint8Array>;

/** A picture as a PDF has it. */
interface Picture {
  width: number;
  height: number;
  filter: 'DCTDecode' | 'FlateDecode';
  colors: Uint8Array;
  /** Opacity, compressed; null where all is opaque. */
  mask: Uint8Array | null;
}

/** Quality of photos. */
const QUALITY = 88;

/** A picture of more colours is a photo. */
const FEW_COLORS = 1024;

/** Pictures kept encoded, as most cards of an episode show the same ones. */
const KEPT = 8;

/** Draws and encodes pictures, each once for as long as it is among those drawn last. */
export class Pictures {
  readonly #rasterizer: Rasterizer;
  readonly #encodeJpeg: EncodeJpeg;
  readonly #kept = new Map<string, Picture>();

  constructor(rasterizer: Rasterizer, encodeJpeg: EncodeJpeg) {
    this.#rasterizer = rasterizer;
    this.#encodeJpeg = encodeJpeg;
  }

  async drawn({ href, svg, width, height, scale }: PictureRequest): Promise<Picture> {
    const key = svg(href);
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const shown = shrunkTo(this.#rasterizer, href, { width: width * scale, height: height * scale });
    const { pixels, ...size } = this.#rasterizer.rasterize(svg(shown), scale);
    const picture = await this.encoded({ ...size, rgba: pixels });
    this.#kept.set(key, picture);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return picture;
  }

  async encoded(bitmap: Bitmap): Promise<Picture> {
    const { width, height, rgba } = bitmap;
    const alpha = channel(rgba, 3);
    const mask = alpha.every((value) => value === 255) ? null : zlibSync(alpha, { level: 6 });
    return isPhoto(rgba)
      ? { width, height, mask, filter: 'DCTDecode', colors: await this.#encodeJpeg(bitmap, QUALITY) }
      : { width, height, mask, filter: 'FlateDecode', colors: zlibSync(withoutAlpha(rgba), { level: 6 }) };
  }
}

/** Operators that paint a picture on the unit square. */
export function pictureOperators(resources: Resources, picture: Picture): string {
  const { width, height, filter, colors, mask } = picture;
  const { writer } = resources;
  const size = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
  const opacity =
    mask === null ? null : writer.plainStream(`${size} /ColorSpace /DeviceGray /Filter /FlateDecode`, mask);
  const entries = `${size} /ColorSpace /DeviceRGB${opacity === null ? '' : ` /SMask ${opacity} 0 R`}`;
  const image = writer.plainStream(`${entries} /Filter /${filter}`, colors);
  return `${resources.name('XObject', image)} Do\n`;
}

/** The address of a picture of about a size, where the one at `href` is much larger. */
function shrunkTo(rasterizer: Rasterizer, href: string, { width, height }: Size): string {
  const data = /^data:image\/(?:png|jpeg);base64,(.*)$/s.exec(href)?.[1];
  if (data === undefined) return href;
  const found = inspectPicture(Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0)));
  const scale = Math.max(width / found.width, height / found.height);
  return shrunk(rasterizer, { src: href, width: found.width, height: found.height }, scale);
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
