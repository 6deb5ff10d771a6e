/** What layers make of pictures, kept for the next: a brand is tried in colour after colour, over the same photo and cover. */
import type { BrandColors } from '../brand/model.ts';
import { paletteOf } from '../brand/palette.ts';
import { Kept } from '../kept.ts';
import type { Rasterizer } from './rasterizer.ts';
import { shrunk } from './shrink.ts';
import type { Picture } from './template.ts';

/** Most characters of pictures made small that are kept. */
const SMALL = 3_000_000;
/** Most pictures whose colours are kept. */
const PALETTES = 100;

/** Pictures are named by their digests. */
export interface MadeOfPictures {
  /** As `shrunk` gives it. @param scale device pixels a pixel of the picture is shown at */
  small(rasterizer: Rasterizer, digest: string, picture: Picture, scale: number): string;
  /** Colours of a cover, taken from it at a size where its grain is gone. */
  palette(rasterizer: Rasterizer, digest: string, picture: Picture): BrandColors | null;
}

export function madeOfPictures(): MadeOfPictures {
  const small = new Kept<string>(SMALL);
  const palettes = new Kept<BrandColors | null>(PALETTES);
  return {
    small(rasterizer, digest, picture, scale) {
      const key = `${Math.floor(1 / scale)} ${digest}`;
      const known = small.get(key);
      if (known !== undefined) return known;
      const made = shrunk(rasterizer, picture, scale);
      // One shown as large as it is stays itself.
      if (made !== picture.src) small.set(key, made, made.length);
      return made;
    },
    palette(rasterizer, digest, { src }) {
      const known = palettes.get(digest);
      if (known !== undefined) return known;
      const image = `<image width="64" height="64" preserveAspectRatio="xMidYMid slice" href="${src}"/>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">${image}</svg>`;
      const palette = paletteOf(rasterizer.rasterize(svg, 1).pixels);
      palettes.set(digest, palette, 1);
      return palette;
    },
  };
}
