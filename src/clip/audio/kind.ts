import { PullquoteError } from '../../errors.ts';
import { frameAt, tagLength } from './mp3-frame.ts';

/** Recordings that can be read. */
export type AudioKind = 'mp3' | 'mp4' | 'wav';

export const AUDIO_TYPES: Readonly<Record<AudioKind, string>> = {
  mp3: 'audio/mpeg',
  mp4: 'audio/mp4',
  wav: 'audio/wav',
};

/** Bytes it takes to tell. */
export const KIND_BYTES = 4096;

/**
 * Tells by its first bytes what a file is: its name and what its server calls it say less.
 * @throws PullquoteError `bad-recording`
 */
export function kindOf(head: Uint8Array): AudioKind {
  const text = String.fromCharCode(...head.subarray(0, 12));
  if (/^(?:RIFF|RF64)....WAVE/s.test(text)) return 'wav';
  if (/^....ftyp/s.test(text)) return 'mp4';
  const first = frameAt(head, 0);
  if (tagLength(head) > 0 || (first !== null && frameAt(head, first.bytes) !== null)) return 'mp3';
  throw badRecording('Expected a recording as MP3, as AAC in an MP4 file (.m4a) or as WAV; this is none.');
}

/** Of a file that says it is longer than it is. @param says bytes it should have */
export function cutShort(size: number, says: number): PullquoteError {
  return badRecording(
    `This recording was cut short: it says that it is of ${says} bytes, but it ends after ${size}. Send or publish the whole file.`,
  );
}

export function badRecording(message: string, cause?: unknown): PullquoteError {
  return new PullquoteError('bad-recording', message, {}, { cause });
}
