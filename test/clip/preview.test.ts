import sharp from 'sharp';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gifOf } from '../../src/clip/gif.ts';
import { play } from '../../src/clip/play.ts';
import { previewOf, previewSize } from '../../src/clip/preview.ts';
import { stageOf } from '../../src/clip/stage.ts';
import { nodeEncoders } from '../../src/runtime/node-encoders.ts';
import { openDrawing } from '../card/drawing.ts';
import { clipOrder } from './order.ts';

const { drawers, raster } = await openDrawing();
const parts = { ...drawers, raster };
const size = previewSize({ width: 1080, height: 1080 });
const order = clipOrder({ size, template: 'artwork' });

/** RGB of the picture shown at a time, as libvips decodes an animation. */
async function shownAt(file: Uint8Array, ms: number): Promise<{ rgb: Uint8Array; totalMs: number }> {
  const { delay = [] } = await sharp(file, { animated: true }).metadata();
  let end = 0;
  const page = delay.findIndex((lasts) => (end += lasts) > ms);
  const rgb = await sharp(file, { page }).removeAlpha().raw().toBuffer();
  return { rgb, totalMs: delay.reduce((sum, lasts) => sum + lasts, 0) };
}

async function composedAt(ms: number): Promise<Uint8Array> {
  const playing = play(raster, await stageOf(parts, order), order, 10);
  for (let i = 0; i <= ms / 100; i++) playing.next();
  const rgb = playing.rgb().slice();
  playing.release();
  return rgb;
}

function psnr(a: Uint8Array, b: Uint8Array): number {
  const error = a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0) / a.length;
  return 10 * Math.log10(255 ** 2 / error);
}

describe.each(['gif', 'webp'] as const)('a preview as %s', (format) => {
  const made = previewOf(parts, nodeEncoders, order, format);

  test.each([50, 1250, 2650, 4150])('shows at %d ms what the clip does', async (ms) => {
    const { rgb, totalMs } = await shownAt(await made, ms);
    expect(totalMs).toBe(4200);
    expect(psnr(rgb, await composedAt(ms))).toBeGreaterThan(32);
  });

  test('is small', async () => {
    expect((await made).length).toBeLessThan(120_000);
  });
});

test('of a long clip a preview shows the first 20 s', async () => {
  const long = { ...order, script: { ...order.script, cuts: [{ startMs: 0, endMs: 60_000 }] } };
  const { totalMs } = await shownAt(await previewOf(parts, nodeEncoders, long, 'gif'), 0);
  expect(totalMs).toBe(20_000);
});

test('any pixels of up to 255 colours come out of a GIF as they went in', async () => {
  const picture = fc
    .record({
      width: fc.integer({ min: 1, max: 90 }),
      height: fc.integer({ min: 1, max: 90 }),
      colors: fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: 255 }),
      seed: fc.integer({ min: 1, max: 1e6 }),
    })
    .map(({ width, height, colors, seed }) => {
      const rgba = new Uint8Array(width * height * 4);
      for (let i = 0; i < width * height; i++) {
        const color = colors[(Math.imul(i ^ seed, 0x9e3779b1) >>> 8) % colors.length] ?? 0;
        rgba.set([color >> 16, (color >> 8) & 255, color & 255, 255], 4 * i);
      }
      return { width, height, rgba };
    });
  await fc.assert(
    fc.asyncProperty(picture, async ({ width, height, rgba }) => {
      const file = gifOf({ width, height }, [{ area: { x: 0, y: 0, width, height }, rgba, lastsMs: 100 }]);
      const shown = await sharp(file).ensureAlpha().raw().toBuffer();
      expect(Buffer.from(rgba).equals(shown)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a picture of noise that does not shrink is made as large as previews are', async () => {
  const { width, height } = previewSize({ width: 1080, height: 1920 });
  const rgba = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const level = (Math.imul(i + 1, 0x9e3779b1) >>> 13) % 250;
    rgba.set([level, level, level, 255], 4 * i);
  }
  const file = gifOf({ width, height }, [{ area: { x: 0, y: 0, width, height }, rgba, lastsMs: 100 }]);
  expect(Buffer.from(rgba).equals(await sharp(file).ensureAlpha().raw().toBuffer())).toBe(true);
});
