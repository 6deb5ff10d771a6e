import { UNCROPPED, type Rasterizer } from './rasterizer.ts';
import { ResvgInstance } from './resvg-wasm.ts';
import { toStraight } from './straight.ts';

/** An instance that took more memory than this is not kept for the next picture: emoji take less, layers more. */
const KEPT_BYTES = 6 << 20;

/** resvg as WebAssembly (`@resvg/resvg-wasm/index_bg.wasm`, compiled), for Workers. Started by the first picture. */
export function wasmRasterizer(module: WebAssembly.Module): Rasterizer {
  let kept: ResvgInstance | null = null;
  return {
    rasterize(svg, zoom) {
      const resvg = kept ?? new ResvgInstance(module);
      // One that fails may have left anything in its memory.
      kept = null;
      const { width, height, pixels, free } = resvg.render(svg, {
        fitTo: { mode: 'zoom', value: zoom },
        crop: UNCROPPED,
      });
      // Their memory is the instance's, which goes with them.
      if (resvg.memoryBytes > KEPT_BYTES) return { width, height, pixels: toStraight(pixels) };
      const copy = pixels.slice();
      free();
      kept = resvg;
      return { width, height, pixels: toStraight(copy) };
    },
  };
}
