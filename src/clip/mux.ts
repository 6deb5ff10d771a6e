import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import type { ClipAudio } from './audio/model.ts';
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
  audio: ClipAudio | null,
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
  return new Uint8Array(target.buffer);
}
