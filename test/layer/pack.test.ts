import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Layer } from '../../src/layer/model.ts';
import { packLayer, unpackLayer } from '../../src/layer/pack.ts';

function layerOf(colours: readonly number[], width: number): Layer {
  const height = Math.ceil(colours.length / width);
  const pixels = new Uint32Array(width * height);
  pixels.set(colours);
  return { key: 'k', width, height, dpr: 1, slots: [], svg: '<svg/>', pixels: new Uint8Array(pixels.buffer) };
}

describe('a packed layer', () => {
  test('unpacks to the same layer, whatever its pixels', () => {
    const stretch = fc.tuple(fc.nat(0xffff_ffff), fc.integer({ min: 1, max: 12 }));
    const picture = fc.array(stretch, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(picture, fc.integer({ min: 1, max: 40 }), (stretches, width) => {
        const layer = layerOf(
          stretches.flatMap(([colour, count]) => Array.from({ length: count }, () => colour)),
          width,
        );
        expect(unpackLayer(packLayer(layer))).toEqual(layer);
      }),
    );
  });

  test('unpacks from bytes that do not start at a multiple of four', () => {
    const layer = layerOf([1, 2, 3, 3, 3, 3, 3, 3], 4);
    const packed = packLayer(layer);
    const shifted = new Uint8Array(packed.length + 1);
    shifted.set(packed, 1);
    expect(unpackLayer(shifted.subarray(1))).toEqual(layer);
  });

  test('is far smaller than its pixels where these are flat', () => {
    const layer = layerOf(
      Array.from({ length: 10_000 }, () => 7),
      100,
    );
    expect(packLayer(layer).length).toBeLessThan(200);
  });

  test('that was cut is refused', () => {
    const packed = packLayer(layerOf([1, 2, 3, 4, 5, 6, 7, 8], 4));
    expect(() => unpackLayer(packed.subarray(0, packed.length - 8))).toThrow(RangeError);
  });
});
