import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createH264 } from '../../../src/clip/h264/encoder.ts';
import {
  codecString,
  pictureParameters,
  sequenceParameters,
  type VideoFormat,
} from '../../../src/clip/h264/parameters.ts';
import { prefixCodes } from '../../../src/clip/h264/tables.ts';
import { ffmpeg, withoutFfmpeg } from './ffmpeg.ts';
import { h264Module } from './module.ts';
import { shown } from './shown.ts';

const h264 = await createH264(await h264Module());

/** A stream as a file of NAL units with start codes (Annex B). */
class Stream {
  readonly #parts: Uint8Array[] = [];

  constructor(format: VideoFormat) {
    for (const unit of [sequenceParameters(format), pictureParameters()]) this.#push(unit);
  }

  add(unit: Uint8Array): void {
    this.#push(unit.subarray(4));
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }

  #push(unit: Uint8Array): void {
    this.#parts.push(Uint8Array.of(0, 0, 0, 1), unit);
  }
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
  kind: 'flat' | 'ramp' | 'noise' | 'lines';
  color: number;
}

/** A repeatable noise. */
function noise(i: number): number {
  let t = Math.imul(i + 0x6d2b79f5, 0x85ebca6b);
  t = Math.imul(t ^ (t >>> 13), 0xc2b2ae35);
  return (t ^ (t >>> 16)) & 0xffffff;
}

function paint(rgb: Uint8Array, across: number, { x, y, width, height, kind, color }: Rectangle): void {
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) {
      const ramp = ((row * 3 + column * 2) & 255) * 0x010101;
      const value =
        kind === 'flat'
          ? color
          : kind === 'ramp'
            ? ramp ^ (color & 0x0f0f0f)
            : kind === 'noise'
              ? noise(color + row * 4096 + column)
              : (row + column) % 3 === 0
                ? color
                : ~color & 0xffffff;
      rgb.set([value >> 16, (value >> 8) & 255, value & 255], (row * across + column) * 3);
    }
  }
}

const even = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: max >> 1 }).map((n) => n * 2);

const film = fc
  .record({
    width: fc.integer({ min: 1, max: 50 }).map((n) => n * 2),
    height: fc.integer({ min: 1, max: 50 }).map((n) => n * 2),
  })
  .chain(({ width, height }) => {
    const rectangle = fc
      .record({
        x: even(width - 2),
        y: even(height - 2),
        right: even(width),
        bottom: even(height),
        kind: fc.constantFrom('flat' as const, 'ramp' as const, 'noise' as const, 'lines' as const),
        color: fc.integer({ min: 0, max: 0xffffff }),
      })
      .map(({ x, y, right, bottom, ...rest }) => ({
        ...rest,
        x,
        y,
        width: Math.max(2, right - x),
        height: Math.max(2, bottom - y),
      }));
    const picture = fc.record({ key: fc.boolean(), rectangles: fc.array(rectangle, { maxLength: 4 }) });
    return fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      quantisers: fc.record({
        smooth: fc.integer({ min: 14, max: 29 }),
        rough: fc.integer({ min: 14, max: 29 }),
      }),
      pictures: fc.array(picture, { minLength: 1, maxLength: 20 }),
    });
  });

describe('the code tables', () => {
  test.each(prefixCodes.map((codes, i) => [i, codes] as const))(
    'in table %d no code begins another',
    (_, codes) => {
      for (const code of codes) {
        expect(codes.filter((other) => other.startsWith(code))).toEqual([code]);
      }
    },
  );
});

describe('the codec is named', () => {
  test.each([
    [1080, 1920, 'avc1.42c028'],
    [1080, 1080, 'avc1.42c020'],
    [64, 64, 'avc1.42c01e'],
  ])('%d x %d at 30 a second as %s', (width, height, codec) => {
    expect(codecString({ width, height, rate: 30 })).toBe(codec);
  });
});

/** A slope of every level from dark to less dark: what bands first. */
function slope(rgb: Uint8Array, width: number): void {
  for (let i = 0; i < rgb.length / 3; i++) {
    const level = 20 + Math.round(((i % width) + 2 * Math.floor(i / width)) / 24);
    rgb.fill(level, 3 * i, 3 * i + 3);
  }
}

/** Luma of a grey, in limited range. */
function lightOf(level: number): number {
  return Math.round(16 + (219 / 255) * level);
}

test('a slope keeps to within one level, also where words stood on it', () => {
  const format = { width: 320, height: 320, rate: 30 };
  const area = { x: 0, y: 0, width: 320, height: 320 };
  const encoder = h264.begin(format);
  const rgb = new Uint8Array(320 * 320 * 3);
  const furthest = (): number => {
    const { y } = encoder.reconstruction();
    return y.reduce((most, level, i) => Math.max(most, Math.abs(level - lightOf(rgb[3 * i] ?? 0))), 0);
  };
  slope(rgb, 320);
  encoder.put(rgb, area);
  encoder.key({ smooth: 14, rough: 24 });
  expect(furthest()).toBeLessThanOrEqual(1);
  paint(rgb, 320, { x: 60, y: 60, width: 200, height: 100, kind: 'lines', color: 0xffffff });
  encoder.put(rgb, area);
  encoder.changes({ smooth: 16, rough: 25 });
  slope(rgb, 320);
  encoder.put(rgb, area);
  encoder.changes({ smooth: 16, rough: 25 });
  expect(furthest()).toBeLessThanOrEqual(1);
});

describe.skipIf(withoutFfmpeg !== null)(
  `decoded by ffmpeg${withoutFfmpeg === null ? '' : ` (${withoutFfmpeg})`}`,
  () => {
    test('any pictures come out as the encoder’s own reconstruction, bit by bit, without a warning', () => {
      fc.assert(
        fc.property(film, ({ width, height, quantisers, pictures }) => {
          const format = { width, height, rate: 30 };
          const encoder = h264.begin(format);
          const stream = new Stream(format);
          const rgb = new Uint8Array(width * height * 3);
          const expected: Buffer[] = [];
          encoder.put(rgb, { x: 0, y: 0, width, height });
          for (const [i, { key, rectangles }] of pictures.entries()) {
            for (const rectangle of rectangles) {
              paint(rgb, width, rectangle);
              encoder.put(rgb, rectangle);
            }
            stream.add(key || i === 0 ? encoder.key(quantisers) : encoder.changes(quantisers));
            expected.push(shown(encoder, format));
          }
          const { output, warnings } = ffmpeg(
            [
              '-f',
              'h264',
              '-i',
              '-',
              '-f',
              'rawvideo',
              '-fps_mode',
              'passthrough',
              '-pix_fmt',
              'yuv420p',
              '-',
            ],
            stream.bytes(),
          );
          expect(warnings).toBe('');
          expect(output.equals(Buffer.concat(expected))).toBe(true);
        }),
        { numRuns: 40 },
      );
    });
  },
);
