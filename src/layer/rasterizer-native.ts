import { Resvg } from '@resvg/resvg-js';
import type { Rasterizer } from './rasterizer.ts';
import { toStraight } from './straight.ts';

/** resvg as a native module, for Node. */
export const nativeRasterizer: Rasterizer = {
  rasterize(svg, zoom) {
    const image = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { loadSystemFonts: false },
    }).render();
    const { buffer, byteOffset, byteLength } = image.pixels;
    return {
      width: image.width,
      height: image.height,
      pixels: toStraight(new Uint8Array(buffer, byteOffset, byteLength)),
    };
  },
};
