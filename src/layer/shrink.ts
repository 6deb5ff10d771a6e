import type { Rasterizer } from './rasterizer.ts';
import type { Picture } from './template.ts';
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

interface Pixels {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Squares of `times` by `times` pixels as their mean, colours weighed by alpha; squares at the far edges may be smaller. */
function means({ width, height, pixels }: Pixels, times: number): Pixels {
  const across = Math.ceil(width / times);
  const down = Math.ceil(height / times);
  const out = new Uint8Array(across * down * 4);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const sum = [0, 0, 0, 0];
      const right = Math.min(width, (x + 1) * times);
      const bottom = Math.min(height, (y + 1) * times);
      for (let row = y * times; row < bottom; row++) {
        for (let column = x * times; column < right; column++) {
          const at = (row * width + column) * 4;
          const alpha = pixels[at + 3] ?? 0;
          for (let channel = 0; channel < 3; channel++) {
            sum[channel] = (sum[channel] ?? 0) + (pixels[at + channel] ?? 0) * alpha;
          }
          sum[3] = (sum[3] ?? 0) + alpha;
        }
      }
      const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
      const count = (right - x * times) * (bottom - y * times);
      const colour = alpha === 0 ? [0, 0, 0] : [red / alpha, green / alpha, blue / alpha];
      out.set([...colour, alpha / count].map(Math.round), (y * across + x) * 4);
    }
  }
  return { width: across, height: down, pixels: out };
}
