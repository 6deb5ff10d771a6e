import { PullquoteError } from '../errors.ts';
import { base64 } from './base64.ts';
import type { Picture } from './template.ts';

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';

export interface PictureInfo {
  type: PictureType;
  /** Pixels, or user units of an SVG. */
  width: number;
  height: number;
}

/** Most bytes and pixels of a picture: decoded, it must fit a Workers isolate beside everything else. */
export const PICTURE_LIMITS = { bytes: 5_000_000, pixels: 12_500_000 } as const;

/** Types that can be drawn. resvg leaves a WebP picture out without a word, so it is refused here. */
const DRAWN: ReadonlySet<PictureType> = new Set(['image/png', 'image/jpeg', 'image/svg+xml']);

/**
 * Type and size of a picture from its first bytes, before anything is decoded.
 * @throws PullquoteError `bad-image` when it is none of PNG, JPEG, WebP and SVG, or beyond the limits.
 */
export function inspectPicture(bytes: Uint8Array): PictureInfo {
  if (bytes.length > PICTURE_LIMITS.bytes) {
    throw new PullquoteError(
      'bad-image',
      `Expected a picture of at most ${PICTURE_LIMITS.bytes} bytes but received ${bytes.length}.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const info = png(view) ?? jpeg(view) ?? webp(view) ?? svg(bytes);
  if (info === null || !(info.width >= 1) || !(info.height >= 1)) {
    throw new PullquoteError(
      'bad-image',
      'Expected a picture in PNG, JPEG, WebP or SVG but received something else.',
    );
  }
  if (info.width * info.height > PICTURE_LIMITS.pixels) {
    throw new PullquoteError(
      'bad-image',
      `Expected a picture of at most ${PICTURE_LIMITS.pixels} pixels but received ${info.width} by ${info.height}.`,
    );
  }
  return info;
}

/**
 * A picture as templates take it.
 * @throws PullquoteError `bad-image`, as `inspectPicture` does and for a type that cannot be drawn
 */
export function toPicture(bytes: Uint8Array): Picture {
  const { type, width, height } = inspectPicture(bytes);
  if (!DRAWN.has(type)) {
    throw new PullquoteError('bad-image', `Expected a picture in PNG, JPEG or SVG but received ${type}.`);
  }
  return { src: `data:${type};base64,${base64(bytes)}`, width, height };
}

/** PNG (W3C, 11.2.1): signature, then an IHDR chunk. */
function png(view: DataView): PictureInfo | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x8950_4e47 || view.getUint32(12) !== 0x4948_4452)
    return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** JPEG (ITU T.81, B.2): segments up to the frame header, SOF0 to SOF15 without DHT, JPG and DAC. */
function jpeg(view: DataView): PictureInfo | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker >> 8 !== 0xff) return null;
  }
  return null;
}

/** WebP (RFC 9649, 2.5 to 2.7): the first chunk is `VP8 `, `VP8L` or `VP8X`. */
function webp(view: DataView): PictureInfo | null {
  if (view.byteLength < 30 || view.getUint32(0) !== 0x5249_4646 || view.getUint32(8) !== 0x5745_4250)
    return null;
  const type = 'image/webp';
  switch (view.getUint32(12)) {
    case 0x5650_3820:
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650_384c: {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x5650_3858:
      return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** SVG: the root element's `viewBox`, else its `width` and `height`. */
function svg(bytes: Uint8Array): PictureInfo | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  const root = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg\b([^>]*)>/i.exec(
    head,
  )?.[1];
  if (root === undefined) return null;
  const box = /\bviewBox\s*=\s*["']\s*[-+.\d]+[\s,]+[-+.\d]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root);
  const width = box?.[1] ?? /\bwidth\s*=\s*["']([\d.]+)/.exec(root)?.[1];
  const height = box?.[2] ?? /\bheight\s*=\s*["']([\d.]+)/.exec(root)?.[1];
  return { type: 'image/svg+xml', width: Number(width), height: Number(height) };
}
