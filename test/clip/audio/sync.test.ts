import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, Mp4OutputFormat, Output } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { cutAudio } from '../../../src/clip/audio/cut.ts';
import { aacOf } from '../../../src/clip/audio/encode.ts';
import type { AacSound, Cut } from '../../../src/clip/audio/model.ts';
import { scanAudio } from '../../../src/clip/audio/scan.ts';
import { heldAudio } from '../../../src/clip/audio/source.ts';
import { withoutFfmpeg } from '../h264/ffmpeg.ts';
import { heardIn, type Kind, KINDS, recordingOf } from './bursts.ts';
import { mp3 } from './decoder.ts';

/** In seconds. */
const TONES = [3, 10, 10.7, 11.6, 12.9, 14.2, 20, 21.3, 22.1];
const LENGTH = 30;

/** By how much sound may be off. */
const MOST_OFF = 0.04;

const isKind = (name: string): name is Kind => name in KINDS;
const kinds = Object.keys(KINDS).filter(isKind);

const made = new Map<Kind, { recording: Uint8Array; heard: number[] }>();

/** A recording of each kind, and when its tones are heard in it: made once. */
function madeOf(kind: Kind): { recording: Uint8Array; heard: number[] } {
  const recording = made.get(kind)?.recording ?? recordingOf(kind, TONES, LENGTH);
  const both = made.get(kind) ?? { recording, heard: heardIn(recording) };
  made.set(kind, both);
  return both;
}

async function fileOf({ packets, ...config }: AacSound): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const track = new EncodedAudioPacketSource('aac');
  output.addAudioTrack(track);
  await output.start();
  for (const [i, { data, startS, durationS }] of packets.entries()) {
    const packet = new EncodedPacket(data, 'key', startS, durationS);
    await track.add(packet, i === 0 ? { decoderConfig: config } : {});
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}

/** When the tones of cuts should be heard, by when they are heard in the recording. */
function expected(heard: readonly number[], cuts: readonly Cut[]): number[] {
  const times: number[] = [];
  let begin = 0;
  for (const { startMs, endMs } of cuts) {
    const [start, end] = [startMs / 1000, endMs / 1000];
    times.push(...heard.filter((at) => at > start && at < end).map((at) => begin + at - start));
    begin += end - start;
  }
  return times;
}

describe.skipIf(withoutFfmpeg !== null)(`the sound of a clip is in time${withoutFfmpeg ?? ''}`, () => {
  const passages: [string, Cut[]][] = [
    ['one passage', [{ startMs: 9750, endMs: 13_500 }]],
    [
      'two passages',
      [
        { startMs: 2750, endMs: 3530 },
        { startMs: 10_480, endMs: 12_010 },
        { startMs: 19_890, endMs: 22_700 },
      ],
    ],
  ];
  test.each(kinds.flatMap((kind) => passages.map(([name, cuts]) => [kind, name, cuts] as const)))(
    '%s, %s',
    async (kind, _, cuts) => {
      const { recording, heard: times } = madeOf(kind);
      const { index } = await scanAudio(heldAudio(recording), mp3);
      const sound = aacOf(await cutAudio(heldAudio(recording), cuts, index.seek), mp3);
      const heard = heardIn(await fileOf(sound));
      const wanted = expected(times, cuts);
      expect(heard).toHaveLength(wanted.length);
      for (const [i, at] of heard.entries()) expect(Math.abs(at - (wanted[i] ?? 0))).toBeLessThan(MOST_OFF);
    },
  );

  test.each(kinds.filter((kind) => kind.includes('constant')))(
    '%s, found without having been read through',
    async (kind) => {
      const { recording, heard: times } = madeOf(kind);
      const cuts = [{ startMs: 9750, endMs: 13_500 }];
      const heard = heardIn(await fileOf(aacOf(await cutAudio(heldAudio(recording), cuts, null), mp3)));
      for (const [i, at] of expected(times, cuts).entries())
        expect(Math.abs(at - (heard[i] ?? 0))).toBeLessThan(MOST_OFF);
    },
  );

  test.each(kinds.filter((kind) => kind.includes('variable')))(
    '%s, not read through: refused, since no passage of it can be found',
    async (kind) => {
      const recording = heldAudio(madeOf(kind).recording);
      const cut = cutAudio(recording, [{ startMs: 20_000, endMs: 21_000 }], null);
      await expect(cut).rejects.toMatchObject({ code: 'bad-recording', message: /variable bitrate/ });
    },
  );

  test('sound that is coded anew is of 128 kbit/s or less', async () => {
    const recording = heldAudio(madeOf('wav of 24 bits').recording);
    const sound = aacOf(await cutAudio(recording, [{ startMs: 0, endMs: 30_000 }], null), mp3);
    const bytes = sound.packets.reduce((sum, { data }) => sum + data.length, 0);
    expect(bytes * 8).toBeLessThan(128_000 * 30);
  });
});
