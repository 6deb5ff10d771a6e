import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { filmOf } from '../../src/clip/film.ts';
import { createH264 } from '../../src/clip/h264/encoder.ts';
import { muxClip } from '../../src/clip/mux.ts';
import { frameCount } from '../../src/clip/timeline.ts';
import { clipTemplateNames } from '../../templates/clip-names.ts';
import { openDrawing } from '../card/drawing.ts';
import { ffmpeg, ffprobe, withoutFfmpeg } from './h264/ffmpeg.ts';
import { h264Module } from './h264/module.ts';
import { shown } from './h264/shown.ts';
import { clipOrder } from './order.ts';

const { drawers, raster } = await openDrawing();
const parts = { ...drawers, raster, h264: await createH264(await h264Module()) };

/** Short for a picture, of which there are too many to hold. */
function digest(picture: Uint8Array): Buffer {
  return createHash('sha1').update(picture).digest();
}

const tags = { title: 'Title', artist: 'Show', comment: 'Words' };

test('a film has a picture for every thirtieth of a second, and a key picture every two seconds', async () => {
  const { pictures } = await filmOf(parts, clipOrder());
  expect(pictures.length).toBe(frameCount(4200, 30));
  expect(pictures.flatMap(({ isKey }, i) => (isKey ? [i] : []))).toEqual([0, 60, 120]);
});

test('equal orders make equal files', async () => {
  const [a, b] = [await filmOf(parts, clipOrder()), await filmOf(parts, clipOrder())];
  expect(await muxClip(a, null, tags)).toEqual(await muxClip(b, null, tags));
});

test('pictures change only where words or progress do', async () => {
  const { pictures } = await filmOf(parts, clipOrder({ style: 'plain' }));
  const still = pictures.filter(({ unit, isKey }) => !isKey && unit.length < 100);
  expect(still.length).toBeGreaterThan(pictures.length * 0.9);
});

describe.skipIf(withoutFfmpeg !== null)(
  `read by ffmpeg${withoutFfmpeg === null ? '' : ` (${withoutFfmpeg})`}`,
  () => {
    const sizes = [
      [1080, 1920],
      [1080, 1080],
      [1080, 1350],
      [1920, 1080],
      [350, 438],
    ] as const;

    test.each(
      sizes.map(
        (size, i) => [...size, clipTemplateNames[i % clipTemplateNames.length] ?? 'classic'] as const,
      ),
    )(
      'a clip of %d x %d, %s, is shown as the encoder says, bit by bit, without a warning',
      async (width, height, template) => {
        const size = { width, height };
        const expected: Buffer[] = [];
        const order = clipOrder({ size, template });
        // A key picture, what changes from it, and the next key picture.
        order.script.cuts = [{ startMs: 10_000, endMs: 12_200 }];
        const film = await filmOf(parts, order, (_rgb, encoder) =>
          expected.push(digest(shown(encoder, size))),
        );
        const file = await muxClip(film, null, tags);
        const { output, warnings } = ffmpeg(['-i', '-', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-'], file);
        expect(warnings).toBe('');
        const bytes = width * height * 1.5;
        const pictures = Array.from({ length: output.length / bytes }, (_, i) =>
          digest(output.subarray(i * bytes, (i + 1) * bytes)),
        );
        expect(pictures).toEqual(expected);
      },
    );

    test('a clip has one video stream that says what it is, of exactly its length, and its index first', async () => {
      const file = await muxClip(await filmOf(parts, clipOrder()), null, tags);
      const { streams, format } = ffprobe(file);
      expect(streams).toEqual([
        expect.objectContaining({
          codec_name: 'h264',
          profile: 'Constrained Baseline',
          pix_fmt: 'yuv420p',
          color_range: 'tv',
          color_space: 'bt709',
          color_transfer: 'bt709',
          color_primaries: 'bt709',
          r_frame_rate: '30/1',
          nb_frames: '126',
          start_time: '0.000000',
          duration: '4.200000',
          has_b_frames: 0,
        }),
      ]);
      expect(format).toMatchObject({ duration: '4.200000', tags: { title: 'Title', artist: 'Show' } });
      expect(Buffer.from(file).indexOf('moov')).toBeLessThan(Buffer.from(file).indexOf('mdat'));
    });

    test('a clip is close to what was composed: 45 dB of luma and more', async () => {
      const { width, height } = { width: 360, height: 640 };
      let error = 0;
      let count = 0;
      await filmOf(parts, clipOrder(), (rgb, encoder) => {
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
