/** A Worker that draws the cards of `stage.ts` with Pullquote's own parts, nothing kept of cards. */
import harfbuzz from '../../dist/wasm/harfbuzz.wasm';
import layout from '../../dist/wasm/layout.wasm';
import outline from '../../dist/wasm/outline.wasm';
import rasterModule from '../../dist/wasm/raster.wasm';
import resvg from '../../dist/wasm/resvg.wasm';
import { memoryBlobs } from '../../src/blobs/memory.ts';
import { placeCard } from '../../src/card/place.ts';
import { createLayers } from '../../src/layer/layers.ts';
import { wasmRasterizer } from '../../src/layer/rasterizer-wasm.ts';
import { createDraw } from '../../src/layer/satori.ts';
import { createRaster } from '../../src/raster/raster.ts';
import { createTextEngine } from '../../src/text/engine.ts';
import { cardOf, lookOf, type Stage, type TEMPLATES } from '../stage.ts';
import type { Size } from '../../src/layer/model.ts';

interface Bindings {
  ASSETS: { fetch(url: string): Promise<Response> };
  /** Pictures by their digest. */
  PICTURES: Record<string, string>;
}

/** A card to draw. */
export interface Asked {
  template: (typeof TEMPLATES)[number];
  seed: number;
  size: Size;
}

let stage: Promise<Stage> | undefined;

export default {
  async fetch(request: Request, { ASSETS, PICTURES }: Bindings): Promise<Response> {
    const { template, seed, size }: Asked = await request.json();
    const { raster, ...drawers } = await (stage ??= open(ASSETS, PICTURES));
    const placed = await placeCard(drawers, cardOf(seed), lookOf(template, size));
    return new Response(new Uint8Array(raster.png(placed)));
  },
};

async function open(assets: Bindings['ASSETS'], pictures: Bindings['PICTURES']): Promise<Stage> {
  const read = async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await (await assets.fetch(`https://assets/${path}`)).arrayBuffer());
  const rasterizer = wasmRasterizer(resvg);
  const text = await createTextEngine({ read }, { harfbuzz, outline });
  const raster = await createRaster(rasterModule, {
    outline: (font, glyph) => text.outline(font, glyph),
    emojiSvg: (emoji) => text.emojiSvg(emoji),
    rasterizeSvg: (svg) => rasterizer.rasterize(svg, 1).pixels,
  });
  const layers = createLayers({
    draw: createDraw(layout),
    rasterizer: async () => rasterizer,
    pictures: async (digest) => Uint8Array.from(atob(pictures[digest] ?? ''), (char) => char.charCodeAt(0)),
    ahead: async () => null,
    blobs: memoryBlobs(),
    maxBytes: 24 << 20,
    onError: (error) => {
      throw error;
    },
  });
  return { text, raster, layers };
}
