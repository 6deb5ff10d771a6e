import sharp, { type Sharp } from 'sharp';
import type { Pixels } from '../model.ts';
import type { Encoders } from './model.ts';

/** Letters keep their edges only if colour is not halved. */
const WHOLE_COLOUR = { chromaSubsampling: '4:4:4' } as const;

function imageOf({ width, height, rgba }: Pixels): Sharp {
  return sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
}

/** JPEG and AVIF by libvips, on Node only. In WebAssembly a JPEG takes five times as long, an AVIF over a second. */
export const sharpEncoders: Encoders = {
  async jpeg(pixels, quality) {
    return new Uint8Array(
      await imageOf(pixels)
        .jpeg({ quality, ...WHOLE_COLOUR })
        .toBuffer(),
    );
  },
  async avif(pixels, quality) {
    return new Uint8Array(
      await imageOf(pixels)
        .avif({ quality, effort: 3, ...WHOLE_COLOUR })
        .toBuffer(),
    );
  },
};
