import { CustomSource, EncodedPacketSink, Input, type InputAudioTrack, MP4, QTFF } from 'mediabunny';
import { PullquoteError } from '../../errors.ts';
import type { AudioIndex } from './index-file.ts';
import { levelOf } from './aac/levels.ts';
import { badRecording, cutShort } from './kind.ts';
import { pause } from './pause.ts';
import { LevelMeter } from './peaks.ts';
import type { AacSound, AudioPacket, Cut } from './model.ts';
import type { AudioBytes } from './source.ts';

/**
 * Copies the sound of cuts, packet by packet, as it is. Each cut begins with the packet nearest to where it should, so that
 * the sound is off by at most half a packet (12 ms at 44.1 kHz), and the file needs no edit list.
 * @throws PullquoteError `bad-recording`, `range-outside` where the recording ends before a cut begins
 */
export async function cutMp4(source: AudioBytes, cuts: readonly Cut[]): Promise<AacSound> {
  return withTrack(source, async (track) => {
    const config = await track.getDecoderConfig();
    if (config?.description === undefined) throw unreadable();
    const lengthS = await track.computeDuration();
    const packets: AudioPacket[] = [];
    let planned = 0;
    for (const { startMs, endMs } of cuts) {
      const [startS, endS] = [startMs / 1000, endMs / 1000];
      if (lengthS <= startS)
        throw new PullquoteError('range-outside', 'The recording ends before this passage begins.');
      if (lengthS + 1 < endS)
        throw new PullquoteError('range-outside', 'The recording ends before this passage does.');
      // Packets before this cut end a little before or after it should begin: what they lack or have over is made up for.
      const shift = endOf(packets) - planned;
      planned += endS - startS;
      await copy(track, startS + shift, packets, planned);
      const missing = planned - Math.max(0, endS - lengthS) - endOf(packets);
      // Where the file ends before its index says, packets are missing.
      if (missing > SPARE_S) throw unreadable();
    }
    const { codec, sampleRate, numberOfChannels, description } = config;
    return { kind: 'aac', codec, sampleRate, numberOfChannels, description: bytesOf(description), packets };
  });
}

/** By how much the packets of a cut may fall short of it: they begin late or end early by less than one each. */
const SPARE_S = 0.2;

/** Appends the packets from the one nearest to `startS` on, as long as none ends after `untilS` of the clip. */
async function copy(
  track: InputAudioTrack,
  startS: number,
  packets: AudioPacket[],
  untilS: number,
): Promise<void> {
  const sink = new EncodedPacketSink(track);
  const at = await sink.getPacket(Math.max(0, startS));
  if (at === null) return;
  const isLate = startS - at.timestamp > at.duration / 2;
  const first = isLate ? ((await sink.getNextPacket(at)) ?? at) : at;
  for await (const { data, duration } of sink.packets(first)) {
    const begin = endOf(packets);
    if (begin + duration > untilS) break;
    packets.push({ data: new Uint8Array(data), startS: begin, durationS: duration });
  }
}

/** The length of a recording, and its peaks where all of it is of a kind whose loudness shows without decoding. */
export async function scanMp4(source: AudioBytes): Promise<AudioIndex> {
  await checkBoxes(source);
  return withTrack(source, async (track) => {
    const config = await track.getDecoderConfig();
    if (config?.description === undefined) throw unreadable();
    const [first = 0, second = 0] = bytesOf(config.description);
    const rateIndex = ((first & 7) << 1) | (second >> 7);
    const meter = new LevelMeter();
    let endS = 0;
    let isKnown = true;
    let count = 0;
    for await (const { data, timestamp, duration } of new EncodedPacketSink(track).packets()) {
      endS = timestamp + duration;
      if (endS > MOST_S || count > MOST_PACKETS) throw unreadable();
      if (++count % PACKETS === 0) await pause();
      const level: number | null = isKnown ? levelOf(data, rateIndex) : null;
      isKnown = level !== null;
      // The windows of a packet reach over the one after it.
      if (level !== null)
        meter.add((timestamp + duration / 2) * 1000, (endS + duration / 2) * 1000, CREST * level);
    }
    // Packets that the index has but the file has not are left out in silence.
    if (endS === 0 || endS + SPARE_S < (await track.computeDuration())) throw unreadable();
    return { durationMs: Math.round(endS * 1000), peaks: isKnown ? meter.peaks() : null, seek: null };
  });
}

/** What a file says may be far from what it holds: none lasts longer, in seconds, and none has more packets, at 96 kHz. */
const MOST_S = 100_000;
const MOST_PACKETS = (MOST_S * 96_000) / 1024;

/** Looked at before others get their turn. */
const PACKETS = 256;

/** How much higher the peaks of speech are than the root of its mean square. */
const CREST = 2.8;

/** Boxes looked at: a file is of few, or of thousands of fragments. */
const BOXES = 64;

/**
 * Looks whether the boxes a file is of end where it ends (ISO/IEC 14496-12, 4.2).
 * @throws PullquoteError `bad-recording` where the file ends within one
 */
async function checkBoxes(source: AudioBytes): Promise<void> {
  const size = await source.size();
  for (let at = 0, i = 0; i < BOXES && at + 8 <= size; i++) {
    const head = await source.read(at, at + 16);
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const short = view.getUint32(0);
    // One of 0 goes on to the end of the file, one of 1 has its length in 64 bits.
    if (short === 0) return;
    const length = short === 1 && head.length === 16 ? Number(view.getBigUint64(8)) : short;
    if (length < 8) return;
    at += length;
    if (at > size) throw cutShort(size, at);
  }
}

async function withTrack<T>(source: AudioBytes, use: (track: InputAudioTrack) => Promise<T>): Promise<T> {
  const size = await source.size();
  const input = new Input({
    formats: [MP4, QTFF],
    source: new CustomSource({
      getSize: () => size,
      read: (from, to) => source.read(from, to),
      prefetchProfile: 'network',
    }),
  });
  try {
    const track = await input.getPrimaryAudioTrack();
    if (track === null && (await input.getTracks()).length > 0)
      throw badRecording('This MP4 file has no sound: expected a recording with a track of AAC.');
    if (track === null || (await track.getCodec()) !== 'aac') throw unreadable();
    return await use(track);
  } catch (error) {
    if (error instanceof PullquoteError) throw error;
    throw unreadable(error);
  } finally {
    input.dispose();
  }
}

function endOf(packets: readonly AudioPacket[]): number {
  const last = packets.at(-1);
  return last === undefined ? 0 : last.startS + last.durationS;
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(source)
    ? Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
    : Uint8Array.from(new Uint8Array(source));
}

function unreadable(cause?: unknown): PullquoteError {
  return badRecording('Expected AAC in this MP4 recording, whole and unprotected; it cannot be cut.', cause);
}
