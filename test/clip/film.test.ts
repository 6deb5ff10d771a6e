import { describe, expect, test } from 'vitest';
import { defaultBrand } from '../../src/brand/model.ts';
import { filmOf } from '../../src/clip/film.ts';
import { createH264 } from '../../src/clip/h264/encoder.ts';
import type { ClipOrder } from '../../src/clip/model.ts';
import { muxClip } from '../../src/clip/mux.ts';
import { frameCount } from '../../src/clip/timeline.ts';
import { cardOf, openDrawing } from '../card/drawing.ts';
import { ffmpeg, withoutFfmpeg } from './h264/ffmpeg.ts';
import { h264Module } from './h264/module.ts';
import { shown } from './h264/shown.ts';

const { drawers, raster } = await openDrawing();
const parts = { ...drawers, raster, h264: await createH264(await h264Module()) };

const TEXT = 'The lamp in the harbour kept its own hours, and nobody minded.';

function orderOf(change: Partial<ClipOrder['look']> = {}): ClipOrder {
  const words = TEXT.split(' ').map((text, i) => ({
    text,
    glued: false,
    startMs: 250 + i * 280,
    endMs: 520 + i * 280,
    ends: text.endsWith('.') ? ('sentence' as const) : text.endsWith(',') ? ('clause' as const) : null,
  }));
  return {
    card: cardOf(TEXT),
    look: {
      template: 'classic',
      brand: defaultBrand,
      size: { width: 360, height: 640 },
      style: 'karaoke',
      missing: 'refuse',
      ...change,
    },
    script: { cut: { startMs: 10_000, endMs: 14_200 }, words, timed: 'words' },
    peaks: null,
  };
}

const tags = { title: 'Title', artist: 'Show', comment: 'Words' };

test('a film has a picture for every thirtieth of a second, and a key picture every two seconds', async () => {
  const { pictures } = await filmOf(parts, orderOf());
  expect(pictures.length).toBe(frameCount(4200, 30));
  expect(pictures.flatMap(({ isKey }, i) => (isKey ? [i] : []))).toEqual([0, 60, 120]);
});

test('equal orders make equal files', async () => {
  const [a, b] = [await filmOf(parts, orderOf()), await filmOf(parts, orderOf())];
  expect(await muxClip(a, null, tags)).toEqual(await muxClip(b, null, tags));
});

test('pictures change only where words or progress do', async () => {
  const { pictures } = await filmOf(parts, orderOf({ style: 'plain' }));
  const still = pictures.filter(({ unit, isKey }) => !isKey && unit.length < 100);
  expect(still.length).toBeGreaterThan(pictures.length * 0.9);
});

describe.skipIf(withoutFfmpeg !== null)(
  `read by ffmpeg${withoutFfmpeg === null ? '' : ` (${withoutFfmpeg})`}`,
  () => {
    test.each([
      ['vertical', { width: 360, height: 640 }],
      ['of sides that are no multiples of 16', { width: 350, height: 438 }],
    ])('a clip %s is shown as the encoder says, bit by bit, without a warning', async (_, size) => {
      const expected: Buffer[] = [];
      const film = await filmOf(parts, orderOf({ size }), (_rgb, encoder) =>
        expected.push(shown(encoder, size)),
      );
      const file = await muxClip(film, null, tags);
      const { output, warnings } = ffmpeg(['-i', '-', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-'], file);
      expect(warnings).toBe('');
      expect(output.equals(Buffer.concat(expected))).toBe(true);
    });

    test('a clip is close to what was composed: 45 dB of luma and more', async () => {
      const { width, height } = { width: 360, height: 640 };
      let error = 0;
      let count = 0;
      await filmOf(parts, orderOf(), (rgb, encoder) => {
        const { y, stride } = encoder.reconstruction();
        for (let row = 0; row < height; row++) {
          for (let column = 0; column < width; column++) {
            const at = (row * width + column) * 3;
            const [r = 0, g = 0, b = 0] = rgb.subarray(at, at + 3);
            const luma = 16 + (219 / 255) * (0.2126 * r + 0.7152 * g + 0.0722 * b);
            error += (luma - (y[row * stride + column] ?? 0)) ** 2;
            count++;
          }
        }
      });
      expect(10 * Math.log10(255 ** 2 / (error / count))).toBeGreaterThan(45);
    });
  },
);
