import * as fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { plainPng } from '../../src/layer/plain-png.ts';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import { shrunk } from '../../src/layer/shrink.ts';

const decode = (src: string): PNG => PNG.sync.read(Buffer.from(src.split(',')[1] ?? '', 'base64'));

/** A picture whose pixels are `colours` over and over, row after row. */
function patterned(width: number, height: number, ...colours: number[][]): string {
  const pixels = Uint8Array.from(
    Array.from({ length: width * height }, (_, index) => colours[index % colours.length] ?? []).flat(),
  );
  return plainPng({ width, height, pixels });
}

describe('a picture made much smaller', () => {
  test('is the mean of its pixels, not some of them', () => {
    const src = patterned(33, 32, [0, 0, 0, 255], [200, 100, 50, 255]);
    const small = decode(shrunk(nativeRasterizer, { src, width: 33, height: 32 }, 1 / 8));
    expect([small.width, small.height]).toEqual([5, 4]);
    expect([...small.data.subarray(0, 4)]).toEqual([100, 50, 25, 255]);
  });

  test('does not take in the colour of what is transparent', () => {
    const src = patterned(8, 8, [255, 0, 0, 255], [0, 255, 0, 0]);
    const small = decode(shrunk(nativeRasterizer, { src, width: 8, height: 8 }, 1 / 4));
    expect([...small.data.subarray(0, 4)]).toEqual([255, 0, 0, 128]);
  });

  test('stays as it is where it is shown at half its size or more', () => {
    const src = patterned(4, 4, [1, 2, 3, 255]);
    expect(shrunk(nativeRasterizer, { src, width: 4, height: 4 }, 0.6)).toBe(src);
  });
});

test('a plain PNG decodes to the pixels it was made of, beyond one block too', () => {
  const sides = fc.record({
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(sides, fc.integer(), ({ width, height }, seed) => {
      const pixels = Uint8Array.from({ length: width * height * 4 }, (_, index) => (index * 31 + seed) & 255);
      const png = decode(plainPng({ width, height, pixels }));
      expect([png.width, png.height]).toEqual([width, height]);
      expect(Buffer.compare(png.data, pixels)).toBe(0);
    }),
    { numRuns: 20 },
  );
});
