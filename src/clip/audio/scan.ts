import { type AudioIndex, SEEK_FRAMES } from './index-file.ts';
import { badRecording, KIND_BYTES, kindOf, type AudioKind } from './kind.ts';
import { scanMp4 } from './mp4.ts';
import { findFrame, frameAt, isAlike } from './mp3-frame.ts';
import type { Mp3Decoder } from './mp3-decoder.ts';
import { checkWhole, openMp3 } from './mp3.ts';
import { pause } from './pause.ts';
import { PeakMeter } from './peaks.ts';
import type { AudioBytes } from './source.ts';
import { decodeWav, openWav } from './wav.ts';

/** Read at once: an isolate may read some hundred times. */
const PIECE = 4 << 20;

/** Decoded at once: a byte may become more than fifty. */
const DECODED = 1 << 17;

/**
 * Reads a recording through, a piece at a time: its length, its peaks, and where its frames lie.
 * @throws PullquoteError `bad-recording`
 */
export async function scanAudio(
  source: AudioBytes,
  mp3: Mp3Decoder,
): Promise<{ kind: AudioKind; index: AudioIndex }> {
  const kind = kindOf(await source.read(0, KIND_BYTES));
  switch (kind) {
    case 'mp3':
      return { kind, index: await scanMp3(source, mp3) };
    case 'wav':
      return { kind, index: await scanWav(source) };
    case 'mp4':
      return { kind, index: await scanMp4(source) };
  }
}

async function scanMp3(source: AudioBytes, mp3: Mp3Decoder): Promise<AudioIndex> {
  const file = await openMp3(source);
  const { first, start, skip } = file;
  const size = await source.size();
  checkWhole(file, size);
  const seek: number[] = [];
  const meter = new PeakMeter(skip);
  const stream = mp3.begin();
  let frames = 0;
  try {
    let at = start;
    while (at < size) {
      const bytes = await source.read(at, at + PIECE);
      let used = 0;
      for (;;) {
        const frame = frameAt(bytes, used);
        if (frame === null || !isAlike(frame, first)) {
          // Something between frames, a tag mostly. What is not found here may stand at the edge of the next piece.
          const next = used + 4 > bytes.length ? null : findFrame(bytes, used + 1, first);
          if (next === null) break;
          used = next;
          continue;
        }
        if (used + frame.bytes > bytes.length) break;
        if (frames % SEEK_FRAMES === 0) seek.push(at + used);
        frames++;
        used += frame.bytes;
      }
      for (let from = 0; from < used; from += DECODED) {
        for (const sound of stream.decode(bytes.subarray(from, Math.min(used, from + DECODED))))
          meter.add(sound);
        await pause();
      }
      const isLast = at + bytes.length >= size || bytes.length === 0;
      if (isLast) break;
      // Where nothing was a frame, all but the last bytes are done with.
      at += used > 0 ? used : bytes.length - 3;
    }
  } finally {
    stream.end();
  }
  if (frames === 0) throw badRecording('Expected MP3 but no frame of it could be read.');
  const samples = frames * first.samples - skip;
  return { durationMs: Math.max(0, Math.round((1000 * samples) / first.rate)), peaks: meter.peaks(), seek };
}

async function scanWav(source: AudioBytes): Promise<AudioIndex> {
  const { format, rate, channels, start, samples } = await openWav(source);
  const each = (format.bits / 8) * channels;
  const meter = new PeakMeter();
  const step = Math.floor(PIECE / each);
  const part = Math.floor(DECODED / each) * each;
  for (let from = 0; from < samples; from += step) {
    const bytes = await source.read(start + from * each, start + Math.min(samples, from + step) * each);
    if (bytes.length === 0) break;
    for (let at = 0; at < bytes.length; at += part) {
      const decoded = decodeWav(bytes.subarray(at, at + part), format, channels);
      meter.add({ rate, channels: decoded });
      await pause();
    }
  }
  return { durationMs: Math.round((1000 * samples) / rate), peaks: meter.peaks(), seek: null };
}
