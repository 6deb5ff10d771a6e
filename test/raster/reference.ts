/** The judge of what `src/raster` draws: the same placed shapes as SVG paths over the layer's SVG, drawn by resvg. */
import { Resvg } from '@resvg/resvg-js';
import type { GlyphOutline, PlacedText } from '../../src/text/model.ts';
import type { Pixels, Scene } from '../../src/raster/model.ts';

type Outline = (font: number, glyph: number) => GlyphOutline;

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const ARGUMENTS = [2, 2, 4, 6, 0] as const;

/** SVG path data of an outline scaled to `size` pixels per em with its origin at (x, y). */
function pathData({ unitsPerEm, commands }: GlyphOutline, size: number, x: number, y: number): string {
  const scale = size / unitsPerEm;
  const parts: string[] = [];
  for (let i = 0; i < commands.length;) {
    const op = commands[i] ?? 4;
    const count = ARGUMENTS[op] ?? 0;
    const numbers = Array.from(commands.subarray(i + 1, i + 1 + count), (value, k) =>
      k % 2 === 0 ? x + value * scale : y - value * scale,
    );
    parts.push(`${'MLQCZ'[op]}${numbers.join(' ')}`);
    i += 1 + count;
  }
  return parts.join('');
}

function textSvg(text: PlacedText, outline: Outline): string {
  const fills = text.fills.map(
    (f) =>
      `<rect x="${f.x}" y="${f.y}" width="${f.width}" height="${f.height}" rx="${f.radius}" fill="${f.color}"/>`,
  );
  const glyphs = text.glyphs.map(
    (g) => `<path d="${pathData(outline(g.font, g.glyph), g.size, g.x, g.y)}" fill="${g.color}"/>`,
  );
  return [...fills, ...glyphs].join('');
}

/** Fills and glyphs of a scene over its layer, drawn by resvg. */
export function referencePixels({ layer, texts }: Scene, outline: Outline): Pixels {
  const end = layer.svg.lastIndexOf('</svg>');
  const words = texts.map((text) => textSvg(text, outline)).join('');
  const image = new Resvg(`${layer.svg.slice(0, end)}${words}</svg>`, {
    fitTo: { mode: 'zoom', value: layer.dpr },
    font: { loadSystemFonts: false },
  }).render();
  return { width: image.width, height: image.height, rgba: new Uint8Array(image.pixels) };
}

/** Mean absolute difference of the colours of two pictures inside a box of device pixels, 0 to 255. */
export function meanDifference(a: Pixels, b: Pixels, box: Box): number {
  const [left, top] = [Math.max(0, Math.floor(box.left)), Math.max(0, Math.floor(box.top))];
  const right = Math.min(a.width, Math.ceil(box.left + box.width));
  const bottom = Math.min(a.height, Math.ceil(box.top + box.height));
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * a.width + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        sum += Math.abs((a.rgba[at + channel] ?? 0) - (b.rgba[at + channel] ?? 0));
      }
    }
  }
  return sum / Math.max(1, (right - left) * (bottom - top) * 3);
}

/** The box a glyph's control points span, in device pixels, with a pixel around it. */
function glyphBox(outline: GlyphOutline, glyph: { x: number; y: number; size: number }, dpr: number): Box {
  const data = pathData(outline, glyph.size * dpr, glyph.x * dpr, glyph.y * dpr);
  const numbers = (data.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  if (numbers.length === 0) return { left: 0, top: 0, width: 0, height: 0 };
  const [left, top] = [Math.min(...xs) - 1, Math.min(...ys) - 1];
  return { left, top, width: Math.max(...xs) + 1 - left, height: Math.max(...ys) + 1 - top };
}

/**
 * The largest mean difference found around any one glyph: a whole slot's mean hardly notices one glyph of hundreds.
 */
export function worstGlyph(a: Pixels, b: Pixels, scene: Scene, outline: Outline): number {
  const boxes = scene.texts.flatMap(({ glyphs }) =>
    glyphs.map((glyph) => glyphBox(outline(glyph.font, glyph.glyph), glyph, scene.layer.dpr)),
  );
  return Math.max(0, ...boxes.filter((box) => box.width > 0).map((box) => meanDifference(a, b, box)));
}
