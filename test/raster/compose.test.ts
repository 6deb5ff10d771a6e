import { beforeAll, describe, expect, test } from 'vitest';
import type { Pixels, Raster, Scene } from '../../src/raster/model.ts';
import { createRaster } from '../../src/raster/raster.ts';
import type { PlacedGlyph } from '../../src/text/model.ts';
import { rasterModule } from './module.ts';
import { meanDifference, referencePixels, worstGlyph } from './reference.ts';
import { GRADIENT, SHAPE_NAMES, layerOf, outline, shapeScene, sources, textOf } from './scenes.ts';

/** What counts as the same drawing: 0 to 255, over the whole picture and around the worst glyph. */
const ALIKE = 2;
const ALIKE_GLYPH = 14;

let raster: Raster;
beforeAll(async () => {
  raster = await createRaster(await rasterModule(), sources);
});

const whole = ({ width, height }: Pixels) => ({ left: 0, top: 0, width, height });

function differences(drawn: Pixels, scene: Scene): { mean: number; worst: number } {
  const expected = referencePixels(scene, outline);
  return {
    mean: meanDifference(drawn, expected, whole(drawn)),
    worst: worstGlyph(drawn, expected, scene, outline),
  };
}

describe('compose draws what resvg draws of the same shapes', () => {
  test.for([
    [1, '#f5f0e8'],
    [2, '#f5f0e8'],
    [1.5, '#101010'],
    [1, '#ff880080'],
  ] as const)('at dpr %d in %s', ([dpr, color]) => {
    const scene = shapeScene(layerOf(GRADIENT, 640, 260, dpr), color);
    const { mean, worst } = differences(raster.pixels(scene), scene);
    expect(mean).toBeLessThan(ALIKE);
    expect(worst).toBeLessThan(ALIKE_GLYPH);
  });

  test('rounded and square fills under words', () => {
    const layer = layerOf(GRADIENT, 400, 200);
    const fills = [
      { x: 20.25, y: 20.5, width: 300.6, height: 44.2, radius: 0, color: '#ffd400' },
      { x: 31, y: 90, width: 220, height: 60, radius: 12.5, color: '#00a08088' },
    ];
    const scene: Scene = { layer, texts: [textOf([], fills)] };
    const drawn = raster.pixels(scene);
    expect(meanDifference(drawn, referencePixels(scene, outline), whole(drawn))).toBeLessThan(0.2);
  });
});

describe('the comparison notices', () => {
  const layer = layerOf(GRADIENT, 640, 260);
  const scene = shapeScene(layer);
  const glyphs = scene.texts.flatMap((text) => text.glyphs);
  const small = glyphs.findIndex((glyph) => SHAPE_NAMES[glyph.glyph] === 'stem');
  const redrawn = (change: (glyph: PlacedGlyph) => PlacedGlyph[]): Pixels =>
    raster.pixels({
      layer,
      texts: [textOf(glyphs.flatMap((glyph, i) => (i === small ? change(glyph) : [glyph])))],
    });

  test('a glyph that was dropped', () => {
    expect(
      differences(
        redrawn(() => []),
        scene,
      ).worst,
    ).toBeGreaterThan(ALIKE_GLYPH);
  });

  test('a glyph that lies 2 pixels off', () => {
    const moved = redrawn((glyph) => [{ ...glyph, x: glyph.x + 2 }]);
    expect(differences(moved, scene).worst).toBeGreaterThan(ALIKE_GLYPH);
    const lowered = redrawn((glyph) => [{ ...glyph, y: glyph.y + 2 }]);
    expect(differences(lowered, scene).worst).toBeGreaterThan(ALIKE_GLYPH);
  });
});

test('what lies outside the picture is cut off, and nothing else changes', () => {
  const layer = layerOf(GRADIENT, 120, 80);
  const glyphs = [-30, -8.5, 40, 108.25, 130].flatMap((x) =>
    [-5, 10, 50, 95, 200].map((y) => ({ font: 1, glyph: 0, x, y, size: 48, color: '#ffffff' })),
  );
  const scene: Scene = { layer, texts: [textOf(glyphs)] };
  expect(differences(raster.pixels(scene), scene).mean).toBeLessThan(ALIKE);
});

test('emoji are drawn over the words at whole pixels', () => {
  const layer = layerOf('<rect width="100%" height="100%" fill="#000000"/>', 64, 64);
  const emoji = [{ emoji: 'star', x: 10.4, y: 20.6, width: 8, height: 8 }];
  const { rgba } = raster.pixels({ layer, texts: [{ ...textOf([]), emoji }] });
  const at = (x: number, y: number): number[] => [...rgba.subarray((y * 64 + x) * 4, (y * 64 + x) * 4 + 4)];
  expect(at(10, 21)).toEqual([0xff, 0xcc, 0x4d, 255]);
  expect(at(17, 28)).toEqual([0xff, 0xcc, 0x4d, 255]);
  expect(at(9, 21)).toEqual([0, 0, 0, 255]);
  expect(at(10, 29)).toEqual([0, 0, 0, 255]);
});

test('a drawn layer is left as it was for the next scene', () => {
  const layer = layerOf(GRADIENT, 200, 120);
  raster.pixels(shapeScene(layer));
  expect(raster.pixels({ layer, texts: [] }).rgba).toEqual(layer.pixels);
});
