import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cutAudio } from '../../../src/clip/audio/cut.ts';
import { aacOf } from '../../../src/clip/audio/encode.ts';
import type { ClipAudio, CodedSound, Cut } from '../../../src/clip/audio/model.ts';
import { scanAudio } from '../../../src/clip/audio/scan.ts';
import { type AudioBytes, heldAudio } from '../../../src/clip/audio/source.ts';
import { decodeWav } from '../../../src/clip/audio/wav.ts';
import { wav } from '../../http/suite/recordings.ts';
import { mp3 } from './decoder.ts';

const example = new Uint8Array(await readFile('examples/example.mp3'));
const CUT = { startMs: 60_000, endMs: 62_000 };

/** Its first frame says what the others are; each of those is of 144 bytes and 24 ms. */
const FIRST = { at: 20, bytes: 192 };
const FRAME = { bytes: 144, ms: 24 };

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function coded(audio: ClipAudio): CodedSound {
  if (audio.kind === 'coded') return audio;
  throw new TypeError('Expected sound to be decoded.');
}

async function cut(source: AudioBytes, { startMs, endMs }: Cut = CUT, seek: number[] | null = null) {
  return coded(await cutAudio(source, [{ startMs, endMs }], seek));
}

/** The samples of a cut, as they are coded anew. */
async function packetsOf(source: AudioBytes, seek: number[] | null = null): Promise<Uint8Array[]> {
  return aacOf(await cut(source, CUT, seek), mp3).packets.map(({ data }) => data);
}

/** The example's MP3 as far as a frame. */
function upTo(frame: number): AudioBytes {
  return heldAudio(example.slice(0, FIRST.at + FIRST.bytes + frame * FRAME.bytes));
}

/** Counts what is read. */
function counted(source: AudioBytes): AudioBytes & { bytes: number; reads: number } {
  const counting = {
    bytes: 0,
    reads: 0,
    size: () => source.size(),
    async read(from: number, to: number) {
      const read = await source.read(from, to);
      counting.bytes += read.length;
      counting.reads++;
      return read;
    },
  };
  return counting;
}

/** The example's MP3 over and over, of any length, without being held. */
function hours(count: number): AudioBytes {
  const start = FIRST.at + FIRST.bytes;
  const whole = Math.floor((example.length - start) / FRAME.bytes) * FRAME.bytes;
  const frames = Math.floor((count * 3_600_000) / FRAME.ms);
  const size = start + frames * FRAME.bytes;
  return {
    size: async () => size,
    async read(from, to) {
      const length = Math.max(0, Math.min(to, size) - from);
      return Uint8Array.from({ length }, (_, i) => {
        const at = from + i;
        return example[at < start ? at : start + ((at - start) % whole)] ?? 0;
      });
    },
  };
}

describe('an MP3 recording', () => {
  test('of three hours is cut near its end by reading little of it', async () => {
    const source = counted(hours(3));
    const startMs = 3 * 3_600_000 - 30_000;
    const { pieces } = await cut(source, { startMs, endMs: startMs + 20_000 });
    expect(pieces[0]?.samples).toBe(20 * 24_000);
    expect(source.bytes).toBeLessThan(250_000);
    expect(source.reads).toBeLessThanOrEqual(5);
  });

  test('sounds the same however it is found: by its bitrate, by seek points, behind a large tag', async () => {
    const packets = await packetsOf(heldAudio(example));
    const { index } = await scanAudio(heldAudio(example), mp3);
    expect(await packetsOf(heldAudio(example), index.seek)).toEqual(packets);
    const tag = new Uint8Array(150_000);
    // 149,990 bytes follow its head, seven bits a byte.
    tag.set([0x49, 0x44, 0x33, 4, 0, 0, 0, 9, 19, 102]);
    const tagged = joined(tag, example.subarray(FIRST.at));
    expect(await packetsOf(heldAudio(tagged))).toEqual(packets);
  });

  test('is read through past what stands between its frames', async () => {
    const { index: whole } = await scanAudio(heldAudio(example), mp3);
    const at = FIRST.at + FIRST.bytes + 1000 * FRAME.bytes;
    const stray = new TextEncoder().encode('This is no frame. '.repeat(40));
    const parted = joined(example.subarray(0, at), stray, example.subarray(at));
    const { index } = await scanAudio(heldAudio(parted), mp3);
    expect(index.durationMs).toBe(whole.durationMs);
    expect(index.seek?.at(-1)).toBe((whole.seek?.at(-1) ?? 0) + stray.length);
  });

  test('that ends before the passage is refused', async () => {
    const short = heldAudio(example.slice(0, 100_000));
    await expect(cut(short)).rejects.toMatchObject({ code: 'range-outside' });
    // Nothing in it says how long it should be.
    const headless = heldAudio(example.slice(FIRST.at + FIRST.bytes, 100_000));
    const { index } = await scanAudio(headless, mp3);
    await expect(cut(headless, CUT, index.seek)).rejects.toMatchObject({ code: 'range-outside' });
  });

  test('that ends within the passage is refused, but not for silence after it', async () => {
    const short = await cut(upTo(2510));
    expect(() => aacOf(short, mp3)).toThrow(/ends before this passage does/);
    expect(aacOf(await cut(upTo(2570)), mp3).packets).toHaveLength(46);
  });
});

describe('a WAV recording', () => {
  test.each([
    [{ bits: 8, isFloat: false }, [0, 128, 255], [-1, 0, 127 / 128]],
    [{ bits: 16, isFloat: false }, [0, 0x80, 0, 0x40], [-1, 0.5]],
    [{ bits: 24, isFloat: false }, [0, 0, 0x80, 0, 0, 0x40], [-1, 0.5]],
    [{ bits: 32, isFloat: false }, [0, 0, 0, 0x80, 0, 0, 0, 0x40], [-1, 0.5]],
    [{ bits: 32, isFloat: true }, [0, 0, 0x80, 0xbf, 0, 0, 0, 0x3f], [-1, 0.5]],
    [{ bits: 64, isFloat: true }, [0, 0, 0, 0, 0, 0, 0xf0, 0xbf], [-1]],
  ] as const)('of %j is read', (format, bytes, samples) => {
    expect(decodeWav(Uint8Array.from(bytes), format, 1)).toEqual([Float32Array.from(samples)]);
  });

  test('is read no further than its cut', async () => {
    const source = counted(heldAudio(wav(120, 0)));
    const { pieces } = await cut(source);
    expect(pieces[0]?.samples).toBe(2 * 8000);
    expect(source.bytes).toBeLessThan(2 * 16_000 + 5000);
  });

  test('whose length was never written goes to the end of the file', async () => {
    const open = wav(70, 0);
    new DataView(open.buffer).setUint32(40, 0xffffffff, true);
    expect((await cut(heldAudio(open))).pieces[0]?.samples).toBe(2 * 8000);
  });

  test('that ends before the passage is refused', async () => {
    await expect(cut(heldAudio(wav(10, 0)))).rejects.toMatchObject({ code: 'range-outside' });
  });

  test.each([
    ['of 12 bits', 34, 12],
    ['of a coding unknown', 20, 85],
    ['of no channels', 22, 0],
  ])('%s is refused', async (_, at, value) => {
    const odd = wav(70, 0);
    new DataView(odd.buffer).setUint16(at, value, true);
    await expect(cut(heldAudio(odd))).rejects.toMatchObject({ code: 'bad-recording' });
  });

  test.each([0, 1, 7999, 192_001, 0xffffffff])('of %i samples a second is refused', async (rate) => {
    const odd = wav(70, 0);
    new DataView(odd.buffer).setUint32(24, rate, true);
    await expect(cut(heldAudio(odd))).rejects.toMatchObject({ code: 'bad-recording' });
    await expect(scanAudio(heldAudio(odd), mp3)).rejects.toMatchObject({ code: 'bad-recording' });
  });

  test('of a rate that AAC has not is refused', async () => {
    const odd = wav(70, 0);
    new DataView(odd.buffer).setUint32(24, 8001, true);
    const sound = await cut(heldAudio(odd));
    expect(() => aacOf(sound, mp3)).toThrow(/8001 Hz/);
  });
});

test.each([
  ['MP3', example],
  ['M4A', new Uint8Array(await readFile('examples/example.m4a'))],
  ['WAV', wav(3, 1)],
])(
  '%s that was cut short is refused when it is read through, if only its last byte is missing',
  async (_, whole) => {
    await expect(scanAudio(heldAudio(whole), mp3)).resolves.toBeDefined();
    for (const size of [whole.length - 1, Math.round(whole.length * 0.7)]) {
      const short = scanAudio(heldAudio(whole.slice(0, size)), mp3);
      const [says, ends] = [`of ${whole.length} bytes`, `after ${size}`];
      await expect(short).rejects.toMatchObject({ code: 'bad-recording' });
      await expect(short).rejects.toThrow(new RegExp(`cut short.*${says}.*${ends}`));
    }
  },
);

test.each([
  ['nothing', new Uint8Array()],
  ['a page', new TextEncoder().encode('<!doctype html><title>Not found</title>'.repeat(99))],
  ['a picture', joined(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), new Uint8Array(9000))],
  ['an Ogg file', joined(new TextEncoder().encode('OggS'), new Uint8Array(9000))],
  ['a tag without sound', joined(new TextEncoder().encode('ID3'), new Uint8Array(90_000))],
  ['RIFF without chunks', new TextEncoder().encode('RIFF0000WAVE')],
])('%s is no recording', async (_, bytes) => {
  await expect(cut(heldAudio(bytes))).rejects.toMatchObject({ code: 'bad-recording' });
  await expect(scanAudio(heldAudio(bytes), mp3)).rejects.toMatchObject({ code: 'bad-recording' });
});
