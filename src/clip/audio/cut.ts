import type { ClipAudio, CodedPiece, Cut } from './model.ts';
import { KIND_BYTES, kindOf } from './kind.ts';
import { cutMp3, openMp3 } from './mp3.ts';
import { cutMp4 } from './mp4.ts';
import type { AudioBytes } from './source.ts';
import { cutWav, openWav } from './wav.ts';

/**
 * Takes cuts out of a recording, to be heard one after the other, and reads little else of it.
 * @param seek points of an MP3 file, where they are known
 * @throws PullquoteError `bad-recording`, `range-outside` where it ends before a cut begins, and what reading throws
 */
export async function cutAudio(
  source: AudioBytes,
  cuts: readonly Cut[],
  seek: readonly number[] | null,
): Promise<ClipAudio> {
  switch (kindOf(await source.read(0, KIND_BYTES))) {
    case 'mp4':
      return cutMp4(source, cuts);
    case 'mp3': {
      const file = await openMp3(source);
      const { rate, channels } = file.first;
      const pieces = await each(cuts, (cut) => cutMp3(source, file, seek, cut));
      return { kind: 'coded', format: 'mp3', rate, channels, pieces };
    }
    case 'wav': {
      const file = await openWav(source);
      const { format, rate, channels } = file;
      return {
        kind: 'coded',
        format,
        rate,
        channels,
        pieces: await each(cuts, (cut) => cutWav(source, file, cut)),
      };
    }
  }
}

/** One after the other: so many bytes are waited for at a time. */
async function each(cuts: readonly Cut[], take: (cut: Cut) => Promise<CodedPiece>): Promise<CodedPiece[]> {
  const pieces: CodedPiece[] = [];
  for (const cut of cuts) pieces.push(await take(cut));
  return pieces;
}
