import { createRequire } from 'node:module';
import { UNCROPPED, type Rasterizer } from './rasterizer.ts';
import { toStraight } from './straight.ts';

const require = createRequire(import.meta.url);

/** resvg as a native module, for Node. Loaded at its first picture: where layers are kept, most processes need none of it. */
export const nativeRasterizer: Rasterizer = {
  rasterize(svg, zoom) {
    const { Resvg }: typeof import('@resvg/resvg-js') = require('@resvg/resvg-js');
    const image = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      crop: UNCROPPED,
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
