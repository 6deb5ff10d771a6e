import { describe, expect, test } from 'vitest';
import { encodeAac, isAacRate } from '../../../../src/clip/audio/aac/encoder.ts';
import { levelOf } from '../../../../src/clip/audio/aac/levels.ts';
import { BLOCK, mdct } from '../../../../src/clip/audio/aac/mdct.ts';
import { RATES } from '../../../../src/clip/audio/aac/tables.ts';
import { ffmpeg, withoutFfmpeg } from '../../h264/ffmpeg.ts';

/** A sum of tones that swells, the same every time. */
function tones(rate: number, seconds: number, pitch: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) => {
    const t = i / rate;
    const swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * 3 * t);
    const sum = [1, 2.01, 3.3, 5.7].reduce((all, k) => all + Math.sin(2 * Math.PI * pitch * k * t) / k, 0);
    return 0.2 * swell * sum;
  });
}

/** Noise of the same strength throughout. */
function noise(samples: number, strength: number): Float32Array {
  let seed = 7;
  return Float32Array.from({ length: samples }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed / 2 ** 31 - 1) * strength;
  });
}

/** Packets with the headers of a stream (ISO/IEC 14496-3, 1.A.2), for a decoder that gets no file. */
function streamOf(packets: readonly Uint8Array[], rate: number, channels: number): Uint8Array {
  return Buffer.concat(
    packets.flatMap((packet) => {
      const length = packet.length + 7;
      const [index, low] = [RATES.indexOf(rate), ((length & 7) << 5) | 0x1f];
      const header = [0xff, 0xf1, 0x40 | (index << 2), (channels << 6) | (length >> 11), (length >> 3) & 255];
      return [Buffer.from([...header, low, 0xfc]), packet];
    }),
  );
}

test('sound that comes in pieces is coded as it is when it comes whole', () => {
  const [left, right] = [tones(44_100, 1, 220), tones(44_100, 1, 330)];
  const cuts = [0, 1, 1000, 1024, 5000, 5000, 30_000, 44_100];
  const pieces = cuts.map((from, i) => [left, right].map((channel) => channel.slice(from, cuts[i + 1])));
  expect(encodeAac(pieces, 2, 44_100, 128_000)).toEqual(encodeAac([[left, right]], 2, 44_100, 128_000));
});

test('coefficients are those of the formula', () => {
  const [before, now] = [noise(BLOCK, 1), noise(BLOCK, 0.5)];
  const coefficients = new Float64Array(BLOCK);
  mdct(before, now, coefficients);
  for (const k of [0, 1, 77, 511, 512, 1023]) {
    let sum = 0;
    for (let n = 0; n < 2 * BLOCK; n++) {
      const sample = (n < BLOCK ? before[n] : now[n - BLOCK]) ?? 0;
      const turn = Math.cos((Math.PI / BLOCK) * (n + 0.5 + BLOCK / 2) * (k + 0.5));
      sum += 2 * Math.sin((Math.PI / (2 * BLOCK)) * (n + 0.5)) * sample * turn;
    }
    expect(coefficients[k]).toBeCloseTo(sum, 6);
  }
});

describe.skipIf(withoutFfmpeg !== null)(`what ffmpeg decodes ${withoutFfmpeg ?? ''}`, () => {
  test.each([
    [8000, 1, 24_000, 20],
    [16_000, 1, 48_000, 22],
    [24_000, 1, 72_000, 22],
    [44_100, 1, 96_000, 24],
    [44_100, 2, 128_000, 20],
    [48_000, 2, 128_000, 20],
    [96_000, 1, 96_000, 18],
  ])('is the sound, at its place, at %d Hz in %d channels of %d bit/s', (rate, count, bitrate, least) => {
    const channels = [440, 523].slice(0, count).map((pitch) => tones(rate, 2, pitch));
    const { packets } = encodeAac([channels], channels.length, rate, bitrate);
    const bits = packets.reduce((sum, { length }) => sum + 8 * length, 0);
    expect(bits / (packets.length * (BLOCK / rate))).toBeLessThanOrEqual(bitrate);
    const { output, warnings } = ffmpeg(
      ['-f', 'aac', '-i', '-', '-f', 'f32le', '-c:a', 'pcm_f32le', '-'],
      streamOf(packets, rate, count),
    );
    expect(warnings.replace(/^.*Estimating duration.*\n/m, '')).toBe('');
    const decoded = new Float32Array(new Uint8Array(output).buffer);
    expect(decoded).toHaveLength(packets.length * BLOCK * count);
    let [signal, error] = [0, 0];
    // The first block lacks the one before it.
    for (let i = BLOCK; i < packets.length * BLOCK; i++) {
      for (const [c, channel] of channels.entries()) {
        signal += (channel[i] ?? 0) ** 2;
        error += ((channel[i] ?? 0) - (decoded[i * count + c] ?? 0)) ** 2;
      }
    }
    expect(10 * Math.log10(signal / error)).toBeGreaterThan(least);
  });

  test('channels that are alike, coded by sum and difference, keep their balance', () => {
    const left = tones(44_100, 1, 330);
    const right = left.map((value) => value * 0.8);
    const { packets } = encodeAac([[left, right]], 2, 44_100, 128_000);
    const { output } = ffmpeg(
      ['-f', 'aac', '-i', '-', '-f', 'f32le', '-c:a', 'pcm_f32le', '-'],
      streamOf(packets, 44_100, 2),
    );
    const decoded = new Float32Array(new Uint8Array(output).buffer);
    const power = (c: number): number => decoded.reduce((sum, v, i) => (i % 2 === c ? sum + v * v : sum), 0);
    expect(Math.sqrt(power(1) / power(0))).toBeCloseTo(0.8, 1);
  });
});

test('silence takes a few bytes a packet', () => {
  const { packets } = encodeAac([[new Float32Array(8 * BLOCK)]], 1, 44_100, 96_000);
  expect(Math.max(...packets.map(({ length }) => length))).toBeLessThan(8);
});

test.each([0.5, 0.05])('how loud a packet is shows in it: noise of %d', (strength) => {
  const { packets } = encodeAac([[noise(40 * BLOCK, strength)]], 1, 24_000, 72_000);
  const levels = packets.slice(1, -1).map((packet) => levelOf(packet, RATES.indexOf(24_000)) ?? 0);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  // Noise of even spread has the root of a third of its strength.
  expect(Math.abs(20 * Math.log10(mean / (strength / Math.sqrt(3))))).toBeLessThan(1);
});

test.each([[new Uint8Array()], [new Uint8Array([255, 255, 255])], [new Uint8Array(40).fill(0x5a)]])(
  'nothing is said of how loud %j is',
  (packet) => {
    expect(levelOf(packet, 4)).toBeNull();
  },
);

test.each([
  [44_100, true],
  [8000, true],
  [50_000, false],
])('%d Hz is a rate of AAC: %s', (rate, known) => {
  expect(isAacRate(rate)).toBe(known);
});
