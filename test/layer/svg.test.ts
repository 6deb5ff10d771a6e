import { describe, expect, test } from 'vitest';
import type { Layer } from '../../src/layer/model.ts';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import { cardSvg, pathData } from '../../src/layer/svg.ts';
import type { PlacedText } from '../../src/text/model.ts';

const layer: Layer = {
  key: 'k',
  width: 80,
  height: 40,
  dpr: 2,
  pixels: new Uint8Array(80 * 40 * 4),
  slots: [],
  svg: '<svg width="40" height="20" xmlns="http://www.w3.org/2000/svg"><rect width="40" height="20" fill="#ffffff"/></svg>',
};

/** A square of the em. */
const engine = {
  outline: () => ({
    unitsPerEm: 1000,
    commands: Float32Array.from([0, 0, 0, 1, 1000, 0, 1, 1000, 1000, 1, 0, 1000, 4]),
  }),
  emojiSvg: () =>
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#00ff00"/></svg>',
};

const text: PlacedText = {
  slot: 'quote',
  size: 10,
  top: 0,
  bottom: 20,
  lines: [],
  fills: [{ x: 0, y: 0, width: 10, height: 4, radius: 0, color: '#0000ff80' }],
  glyphs: [
    { font: 1, glyph: 7, x: 20, y: 15, size: 10, color: '#ff0000' },
    { font: 1, glyph: 7, x: 2, y: 18, size: 5, color: '#000000' },
  ],
  emoji: [{ emoji: 'x', x: 34, y: 2, width: 4, height: 4 }],
  fits: true,
  cut: false,
};

const colourAt = (svg: string, x: number, y: number): number[] => {
  const { width, pixels } = nativeRasterizer.rasterize(svg, 1);
  return [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
};

describe('a card as SVG', () => {
  const svg = cardSvg(layer, [text], engine, 'Bread & <butter>');

  test('shows glyphs above their baseline, at their size and in their colour', () => {
    expect(colourAt(svg, 25, 10)).toEqual([255, 0, 0]);
    expect(colourAt(svg, 25, 16)).toEqual([255, 255, 255]);
    expect(colourAt(svg, 4, 15)).toEqual([0, 0, 0]);
  });

  test('shows fills with their alpha, and emoji', () => {
    expect(colourAt(svg, 5, 2)).toEqual([127, 127, 255]);
    expect(colourAt(svg, 36, 4)).toEqual([0, 255, 0]);
  });

  test('writes an outline once however often it is used', () => {
    expect(svg.split('<path ')).toHaveLength(2);
    expect(svg.split('<use ')).toHaveLength(3);
  });

  test('names what it shows, escaped', () => {
    expect(svg).toContain('<title>Bread &amp; &lt;butter&gt;</title>');
  });

  test('refers to nothing outside itself', () => {
    const references = [...svg.matchAll(/href="([^"]*)"/g)].map(([, target]) => target ?? '');
    expect(references.filter((target) => !/^(?:#|data:)/.test(target))).toEqual([]);
  });
});

test('path data has all five commands', () => {
  const commands = Float32Array.from([0, 1, 2, 1, 3, 4, 2, 5, 6, 7, 8, 3, 1, 2, 3, 4, 5, 6, 4]);
  expect(pathData({ unitsPerEm: 1000, commands })).toBe('M1 2L3 4Q5 6 7 8C1 2 3 4 5 6Z');
});
