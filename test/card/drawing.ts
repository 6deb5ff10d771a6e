/** A drawer as Node has it, over the example's pictures, and cards to draw. */
import { createDrawer, type CardDrawer } from '../../src/card/draw.ts';
import type { CardOrder } from '../../src/card/draw.ts';
import { directionOf } from '../../src/card/language.ts';
import type { Card } from '../../src/card/model.ts';
import type { Drawers, Look } from '../../src/card/place.ts';
import { defaultBrand } from '../../src/brand/model.ts';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import type { Raster } from '../../src/raster/model.ts';
import { createRaster } from '../../src/raster/raster.ts';
import { nodeEncoders, portableJpeg } from '../../src/runtime/node-encoders.ts';
import { COVER, PHOTO, testLayers } from '../layer/deps.ts';
import { rasterModule } from '../raster/module.ts';
import { openEngine } from '../text/engine.ts';

export interface Drawing {
  drawers: Drawers;
  raster: Raster;
  drawer: CardDrawer;
}

export async function openDrawing(): Promise<Drawing> {
  const text = await openEngine();
  const raster = await createRaster(await rasterModule(), {
    outline: (font, glyph) => text.outline(font, glyph),
    emojiSvg: (emoji) => text.emojiSvg(emoji),
    rasterizeSvg: (svg, width, height) =>
      nativeRasterizer.rasterize(svg.replace('<svg ', `<svg width="${width}" height="${height}" `), 1).pixels,
  });
  const drawers = { layers: testLayers(), text };
  const media = { encoders: nodeEncoders, pdfJpeg: portableJpeg, rasterizer: nativeRasterizer };
  return { drawers, raster, drawer: createDrawer(drawers, raster, media) };
}

export const WORDS = 'The lamp in the harbour kept its own hours, and nobody minded.';

export function cardOf(words = WORDS, spoken = 'en'): Card {
  return {
    quoteId: 'q_abcdefghijklm',
    episodeId: 'lamp',
    language: 'en',
    spoken,
    direction: directionOf(spoken),
    words,
    speakers: [{ name: 'Mika Haddad', role: 'Elevator engineer', photo: PHOTO }],
    exchange: null,
    participants: ['Mika Haddad'],
    author: null,
    time: { label: '13:36', startMs: 816_000, exact: true },
    show: 'Slow Signal',
    episode: 'The Lamp & the <Harbour>',
    publishedAt: '2026-03-14',
    cover: COVER,
    url: 'https://quotes.example/q/q_abcdefghijklm',
  };
}

export function orderOf(order: Partial<Omit<CardOrder, 'look'>> & { look?: Partial<Look> } = {}): CardOrder {
  const look: Look = {
    template: 'classic',
    brand: defaultBrand,
    size: SIZES.og,
    dpr: 1,
    mark: null,
    missing: 'refuse',
    slide: 1,
    ...order.look,
  };
  return { card: cardOf(), format: 'png', effort: 'default', ...order, look };
}
