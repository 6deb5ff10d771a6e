import { CustomSource, EncodedPacketSink, Input, type InputAudioTrack, MP4, QTFF } from 'mediabunny';
import { PullquoteError } from '../../errors.ts';
import type { AudioPacket, ClipAudio } from './model.ts';
import type { AudioBytes } from './source.ts';

/**
 * Copies the sound of a cut, packet by packet, as it is. It begins with the packet nearest to the cut's start, and ends
 * with the last that is over before the cut's end: so the sound is off by at most half a packet (12 ms at 44.1 kHz), and
 * the file needs no edit list.
 * @throws PullquoteError `fetch-failed` where the recording cannot be read, `not-acceptable` where it is no AAC in MP4,
 *   `range-outside` where it ends before the cut begins
 */
export async function cutAudio(
  source: AudioBytes,
  { startMs, endMs }: { startMs: number; endMs: number },
): Promise<ClipAudio> {
  const input = new Input({
    formats: [MP4, QTFF],
    source: new CustomSource({
      getSize: () => source.size(),
      read: (from, to) => source.read(from, to),
      prefetchProfile: 'network',
    }),
  });
  try {
    const track = await aacTrack(input);
    const config = await track.getDecoderConfig();
    if (config?.description === undefined) throw unreadable();
    const lengthS = await track.computeDuration();
    if (lengthS <= startMs / 1000) {
      throw new PullquoteError('range-outside', 'The recording ends before this passage begins.');
    }
    const packets = await packetsOf(track, startMs / 1000, endMs / 1000);
    const missingS = Math.min(lengthS, endMs / 1000) - startMs / 1000 - endOf(packets);
    // Where the file ends before its index says, packets are missing.
    if (missingS > SPARE_S) throw unreadable();
    return {
      codec: config.codec,
      sampleRate: config.sampleRate,
      numberOfChannels: config.numberOfChannels,
      description: bytesOf(config.description),
      packets,
    };
  } catch (error) {
    if (error instanceof PullquoteError) throw error;
    throw unreadable(error);
  } finally {
    input.dispose();
  }
}

/** By how much the packets of a cut may fall short of it: they begin late or end early by less than one each. */
const SPARE_S = 0.2;

function endOf(packets: readonly AudioPacket[]): number {
  const last = packets.at(-1);
  return last === undefined ? 0 : last.startS + last.durationS;
}

async function aacTrack(input: Input): Promise<InputAudioTrack> {
  const track = await input.getPrimaryAudioTrack();
  if ((await track?.getCodec()) === 'aac' && track !== null) return track;
  throw unreadable();
}

async function packetsOf(track: InputAudioTrack, startS: number, endS: number): Promise<AudioPacket[]> {
  const sink = new EncodedPacketSink(track);
  const at = await sink.getPacket(Math.max(0, startS));
  if (at === null) return [];
  const isLate = startS - at.timestamp > at.duration / 2;
  const first = isLate ? ((await sink.getNextPacket(at)) ?? at) : at;
  const packets: AudioPacket[] = [];
  for await (const { data, timestamp, duration } of sink.packets(first)) {
    const offset = timestamp - first.timestamp;
    if (offset + duration > endS - startS) break;
    packets.push({ data: new Uint8Array(data), startS: offset, durationS: duration });
  }
  return packets;
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(source)
    ? Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
    : Uint8Array.from(new Uint8Array(source));
}

function unreadable(cause?: unknown): PullquoteError {
  return new PullquoteError(
    'not-acceptable',
    'Expected a recording as AAC in an MP4 file (.m4a), whole and unprotected; this one cannot be cut.',
    {},
    { cause },
  );
}
