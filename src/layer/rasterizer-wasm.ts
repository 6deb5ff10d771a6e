import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { UNCROPPED, type Rasterizer } from './rasterizer.ts';
import { toStraight } from './straight.ts';

let started: Promise<void> | undefined;

/** resvg as WebAssembly (`@resvg/resvg-wasm/index_bg.wasm`, compiled), for Workers. */
export async function createWasmRasterizer(module: WebAssembly.Module): Promise<Rasterizer> {
  await (started ??= initWasm(module));
  return {
    rasterize(svg, zoom) {
      const tree = new Resvg(svg, {
        fitTo: { mode: 'zoom', value: zoom },
        crop: UNCROPPED,
        font: { fontBuffers: [] },
      });
      try {
        const image = tree.render();
        try {
          return { width: image.width, height: image.height, pixels: toStraight(image.pixels) };
        } finally {
          image.free();
        }
      } finally {
        tree.free();
      }
    },
  };
}
