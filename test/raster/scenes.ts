import { Resvg } from '@resvg/resvg-js';
import type { Layer } from '../../src/layer/model.ts';
import type { Scene, Sources } from '../../src/raster/model.ts';
import type { GlyphOutline, PlacedFill, PlacedGlyph, PlacedText } from '../../src/text/model.ts';

const circle = (x: number, y: number, r: number, forward: boolean): number[] => {
  const k = r * 0.5523;
  const [s, t] = forward ? [r, k] : [-r, -k];
  return [
    [0, x + r, y],
    [3, x + r, y + t, x + k, y + s, x, y + s],
    [3, x - k, y + s, x - r, y + t, x - r, y],
    [3, x - r, y - t, x - k, y - s, x, y - s],
    [3, x + k, y - s, x + r, y - t, x + r, y],
    [4],
  ].flat();
};

const rect = (x: number, y: number, w: number, h: number): number[] =>
  [[0, x, y], [1, x, y + h], [1, x + w, y + h], [1, x + w, y], [4]].flat();

/** Shapes that try what letters have: holes, overlapping contours, thin slants, quadratic bowls. Em of 1000. */
const SHAPES: Record<string, number[]> = {
  ring: [...circle(300, 260, 260, true), ...circle(300, 260, 170, false)],
  stem: rect(60, 0, 90, 720),
  cross: [...rect(40, 220, 420, 80), ...rect(210, 0, 80, 500)],
  slant: [0, 20, 0, 1, 220, 700, 1, 260, 700, 1, 60, 0, 4],
  bowl: [0, 60, 0, 2, 60, 700, 260, 700, 2, 480, 700, 480, 350, 2, 480, 0, 260, 0, 4],
  overlap: [...circle(200, 300, 180, true), ...circle(380, 300, 180, true)],
  opposed: [...circle(200, 300, 180, true), ...circle(380, 300, 180, false)],
  open: [0, 50, -100, 1, 300, 650, 1, 550, -100, 1, 300, 120],
  blank: [],
};

export const SHAPE_NAMES = Object.keys(SHAPES);

export function outline(_font: number, glyph: number): GlyphOutline {
  const commands = SHAPES[SHAPE_NAMES[glyph % SHAPE_NAMES.length] ?? 'blank'] ?? [];
  return { unitsPerEm: 1000, commands: Float32Array.from(commands) };
}

/** Straight RGBA of an SVG scaled to a box. */
function rasterizeSvg(svg: string, width: number, height: number): Uint8Array {
  const sized = svg.replace('<svg', `<svg width="${width}" height="${height}"`);
  return new Uint8Array(new Resvg(sized).render().pixels);
}

export const sources: Sources = {
  outline,
  emojiSvg: () =>
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="#ffcc4d"/></svg>',
  rasterizeSvg,
};

/** A layer drawn by resvg from SVG markup of `width` by `height` CSS pixels. */
export function layerOf(body: string, width: number, height: number, dpr = 1): Layer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
  const image = new Resvg(svg, { fitTo: { mode: 'zoom', value: dpr } }).render();
  return {
    key: `${body} ${width} ${height} ${dpr}`,
    width: image.width,
    height: image.height,
    dpr,
    pixels: new Uint8Array(image.pixels),
    slots: [],
    svg,
  };
}

export const GRADIENT =
  '<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#16213e"/><stop offset="1" stop-color="#7a2e5d"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>';

export function textOf(glyphs: PlacedGlyph[], fills: PlacedFill[] = []): PlacedText {
  return {
    slot: 'quote',
    size: 40,
    lines: [],
    fills,
    glyphs,
    emoji: [],
    top: 0,
    bottom: 0,
    fits: true,
    cut: false,
  };
}

/** Every shape in rows at odd places and sizes. */
export function shapeScene(layer: Layer, color = '#f5f0e8'): Scene {
  const glyphs: PlacedGlyph[] = [];
  let y = 30.3;
  for (const size of [13, 24, 37.5, 52]) {
    let x = 12.13;
    for (let glyph = 0; x < layer.width / layer.dpr - size; glyph++) {
      glyphs.push({ font: 1, glyph: glyph % SHAPE_NAMES.length, x, y, size, color });
      x += size * 0.71;
    }
    y += size * 1.4 + 7.1;
  }
  return { layer, texts: [textOf(glyphs)] };
}
