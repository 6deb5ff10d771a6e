import sharp from 'sharp';
import type { Encoders } from './model.ts';

/** AVIF by libvips, on Node only: in WebAssembly it takes over a second a card. */
export const sharpEncoders: Encoders = {
  async avif({ width, height, rgba }, quality) {
    const image = sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
    return new Uint8Array(await image.avif({ quality, effort: 3, chromaSubsampling: '4:4:4' }).toBuffer());
  },
};
