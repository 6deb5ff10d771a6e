import type { Rasterizer } from './rasterizer.ts';
import type { Picture } from './template.ts';
import { means } from './pixels.ts';
import { plainPng } from './plain-png.ts';

/** Most pixels a picture is taken apart into; of a larger one every few are left out first. */
const MAX_PIXELS = 4_000_000;

/**
 * A picture at the size it is shown at, or a little above, as the mean of the pixels that fall together. resvg picks single
 * pixels when it makes a picture much smaller, which leaves jagged edges.
 * @param scale device pixels a pixel of the picture is shown at
 * @returns the `src` of the small picture, or the picture's own where it is not made much smaller
 */
export function shrunk(rasterizer: Rasterizer, { src, width, height }: Picture, scale: number): string {
  const times = Math.floor(1 / scale);
  if (times < 2 || src.startsWith('data:image/svg+xml')) return src;
  const zoom = Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<image width="${width}" height="${height}" href="${src}"/></svg>`;
  const whole = rasterizer.rasterize(svg, zoom);
  return plainPng(means(whole, Math.max(1, Math.floor(times * zoom))));
}
