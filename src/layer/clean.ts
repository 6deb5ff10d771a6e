import { PullquoteError } from '../errors.ts';
import { isOpaque, means, upright, type Pixels } from './pixels.ts';
import type { PictureCodec } from './codec.ts';
import { jpegOrientation, stripJpeg } from './clean-jpeg.ts';
import { stripPng } from './clean-png.ts';
import { cleanSvg } from './clean-svg.ts';
import { inspectPicture, type PictureType } from './picture.ts';
import { packPng } from './plain-png.ts';

export type { PictureCodec } from './codec.ts';

/** An uploaded picture made fit to be kept: only what is seen is left in it. */
export interface CleanPicture {
  bytes: Uint8Array;
  type: PictureType;
}

/** Longest side of a picture that is encoded anew, in pixels: no card shows one larger. */
const LONGEST = 2400;
/** The same where transparency asks for PNG. */
const LONGEST_PNG = 1200;

/**
 * What is kept of an uploaded picture. PNG and upright JPEG keep their compressed pixels bit by bit and lose every part
 * that is not needed to show them (EXIF, XMP, comments, thumbnails, what follows the end). A JPEG that lies on its side and
 * any WebP are decoded, turned, made no larger than a card can show and encoded anew. SVG keeps the elements and
 * attributes of an allow-list.
 * @throws PullquoteError `bad-image` when it is no picture, beyond the limits (checked before decoding), or broken
 */
export async function cleanPicture(
  bytes: Uint8Array,
  codec: PictureCodec | undefined,
): Promise<CleanPicture> {
  const { type } = inspectPicture(bytes);
  switch (type) {
    case 'image/png':
      return { bytes: stripPng(bytes), type };
    case 'image/svg+xml':
      return { bytes: new TextEncoder().encode(cleanSvg(textOf(bytes))), type };
    case 'image/jpeg': {
      const orientation = jpegOrientation(bytes);
      if (orientation === 1) return { bytes: stripJpeg(bytes), type };
      return reencoded(bytes, { type, orientation }, codec);
    }
    case 'image/webp':
      return reencoded(bytes, { type, orientation: 1 }, codec);
  }
}

async function reencoded(
  bytes: Uint8Array,
  { type, orientation }: { type: 'image/jpeg' | 'image/webp'; orientation: number },
  codec: PictureCodec | undefined,
): Promise<CleanPicture> {
  if (codec === undefined)
    throw new PullquoteError(
      'bad-image',
      'Expected a picture in PNG, upright JPEG or SVG: others cannot be decoded here.',
    );
  const pixels = upright(await codec.decode(bytes, type), orientation);
  if (isOpaque(pixels)) return { bytes: await codec.jpeg(atMost(pixels, LONGEST)), type: 'image/jpeg' };
  return { bytes: await packPng(atMost(pixels, LONGEST_PNG)), type: 'image/png' };
}

function atMost(pixels: Pixels, longest: number): Pixels {
  const times = Math.ceil(Math.max(pixels.width, pixels.height) / longest);
  return times <= 1 ? pixels : means(pixels, times);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new PullquoteError(
      'bad-image',
      'Expected an SVG in UTF-8 but its bytes are not.',
      {},
      { cause: error },
    );
  }
}
