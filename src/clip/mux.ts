import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import type { AacSound } from './audio/model.ts';
import type { Film } from './film.ts';
import { codecString, decoderConfiguration } from './h264/parameters.ts';

/** What is said of a clip in its file. */
export interface ClipTags {
  title: string;
  artist: string;
  comment: string;
}

/** Puts pictures and sound into an MP4 file whose index comes first. Both begin at 0, so that no edit list is needed. */
export async function muxClip(
  { format, pictures }: Film,
  audio: AacSound | null,
  tags: ClipTags,
): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const video = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(video, { frameRate: format.rate });
  const sound = audio === null ? null : new EncodedAudioPacketSource('aac');
  if (sound !== null) output.addAudioTrack(sound);
  output.setMetadataTags(tags);
  await output.start();
  const { width, height, rate } = format;
  const decoderConfig = {
    codec: codecString(format),
    codedWidth: width,
    codedHeight: height,
    description: decoderConfiguration(format),
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  } as const;
  for (const [i, { unit, isKey }] of pictures.entries()) {
    const packet = new EncodedPacket(unit, isKey ? 'key' : 'delta', i / rate, 1 / rate);
    await video.add(packet, { decoderConfig });
  }
  if (audio !== null && sound !== null) {
    const { codec, sampleRate, numberOfChannels, description } = audio;
    const config = { codec, sampleRate, numberOfChannels, description };
    for (const [i, { data, startS, durationS }] of audio.packets.entries()) {
      await sound.add(
        new EncodedPacket(data, 'key', startS, durationS),
        i === 0 ? { decoderConfig: config } : {},
      );
    }
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('The clip was not written.');
  return undated(new Uint8Array(target.buffer));
}

/** Boxes that say when they were made, in the order they hold one another. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
const HOLDERS = new Set(['moov', 'trak', 'mdia']);

/** Sets the dates of a file to 0, unknown, so that equal clips are equal files (ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.4.2). */
function undated(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(file.buffer);
  const walk = (from: number, to: number): void => {
    for (let at = from; at < to;) {
      const size = view.getUint32(at);
      const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
      if (HOLDERS.has(type)) walk(at + 8, at + size);
      // Two dates of 4 bytes in version 0 of these boxes, of 8 in version 1.
      if (DATED.has(type)) file.fill(0, at + 12, at + 12 + (view.getUint8(at + 8) === 1 ? 16 : 8));
      if (type === 'mdat') return;
      at += size;
    }
  };
  walk(0, file.length);
  return file;
}
