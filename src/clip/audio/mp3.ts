import { PullquoteError } from '../../errors.ts';
import { SEEK_FRAMES } from './index-file.ts';
import { badRecording, cutShort } from './kind.ts';
import type { CodedPiece, Cut } from './model.ts';
import { findFrame, frameAt, infoOf, type Mp3Frame, tagLength } from './mp3-frame.ts';
import type { AudioBytes } from './source.ts';

/** An MP3 file, as far as its beginning says. */
export interface Mp3File {
  /** The first frame with sound, and where it begins. */
  first: Mp3Frame;
  start: number;
  /** Samples players leave out at the start. */
  skip: number;
  /** Byte after the last frame, as far as the file says. */
  end: number | null;
  /** Whether all frames are of one bitrate; `null` where the file does not say. */
  isConstant: boolean | null;
}

/** Looked through for a first frame. */
const HEAD_BYTES = 32_768;

/** Frames decoded before those meant: a frame's bits may begin 511 bytes earlier, and its sound overlaps the one before. */
const PREROLL = 10;

/** @throws PullquoteError `bad-recording` */
export async function openMp3(source: AudioBytes): Promise<Mp3File> {
  const tag = tagLength(await source.read(0, 10));
  const head = await source.read(tag, tag + HEAD_BYTES);
  const at = findFrame(head, 0, null);
  const frame = at === null ? null : frameAt(head, at);
  if (at === null || frame === null)
    throw badRecording('Expected MP3 but found no frame of it at the start of this recording.');
  const info = infoOf(head, at, frame);
  if (info === null) return { first: frame, start: tag + at, skip: 0, end: null, isConstant: null };
  const next = at + frame.bytes;
  const { isConstant, skip, bytes } = info;
  const end = bytes === null || bytes === 0 ? null : tag + at + bytes;
  return { first: frameAt(head, next) ?? frame, start: tag + next, skip, end, isConstant };
}

/** @throws PullquoteError `bad-recording` where a file ends before it says */
export function checkWhole({ end }: Mp3File, size: number): void {
  if (end !== null && end > size) throw cutShort(size, end);
}

/** Where frames lie: from a seek point, or reckoned from the bitrate. */
interface Place {
  /** Bytes. */
  from: number;
  to: number;
  /** Number of the frame at `from`. */
  frame: number;
}

/**
 * The frames of a cut.
 * @param seek points of the file's index, where it has one
 * @throws PullquoteError `range-outside` where the file ends before the cut begins, `bad-recording`
 */
export async function cutMp3(
  source: AudioBytes,
  file: Mp3File,
  seek: readonly number[] | null,
  { startMs, endMs }: Cut,
): Promise<CodedPiece> {
  const { first, skip } = file;
  const sampleAt = (ms: number): number => Math.max(0, Math.round((ms * first.rate) / 1000) + skip);
  const [from, to] = [sampleAt(startMs), sampleAt(endMs)];
  const wanted = {
    from: Math.max(0, Math.floor(from / first.samples) - PREROLL),
    // One more, since the sound of a frame ends in the next.
    to: Math.floor(to / first.samples) + 2,
  };
  const size = await source.size();
  if (seek === null) await checkConstant(source, file, size);
  const place = seek === null ? reckoned(file, wanted, size) : sought(seek, wanted, size);
  if (place.from >= size)
    throw new PullquoteError('range-outside', 'The recording ends before this passage begins.');
  const bytes = await source.read(place.from, place.to);
  const at = seek === null ? frameNear(bytes, file, place.from) : 0;
  return { bytes: bytes.subarray(at), skip: from - place.frame * first.samples, samples: to - from };
}

function sought(seek: readonly number[], wanted: { from: number; to: number }, size: number): Place {
  const index = Math.floor(wanted.from / SEEK_FRAMES);
  return {
    from: seek[index] ?? size,
    to: seek[Math.ceil(wanted.to / SEEK_FRAMES)] ?? size,
    frame: index * SEEK_FRAMES,
  };
}

/** Bytes to either side of where a frame should begin: frames of one bitrate differ by a byte. */
const SLACK = 4;

function reckoned(
  { first, start, isConstant }: Mp3File,
  wanted: { from: number; to: number },
  size: number,
): Place {
  if (isConstant === false) throw variable();
  const each = bytesOf(first);
  return {
    from: Math.max(start, Math.floor(start + wanted.from * each) - SLACK),
    to: Math.min(size, Math.ceil(start + wanted.to * each) + SLACK),
    frame: wanted.from,
  };
}

/** Looks whether a frame stands in the middle of the file just where it should, where the file does not say that they do. */
async function checkConstant(source: AudioBytes, file: Mp3File, size: number): Promise<void> {
  if (file.isConstant !== null) return;
  const frames = Math.floor((size - file.start) / bytesOf(file.first) / 2);
  const { from } = reckoned(file, { from: frames, to: frames }, size);
  frameNear(await source.read(from, from + 4 * SLACK + 2 * file.first.bytes), file, from);
}

/** Bytes of a frame, on average. */
function bytesOf({ samples, bitrate, rate }: Mp3Frame): number {
  return ((samples / 8) * bitrate) / rate;
}

/** Where in `bytes` the frame begins that was reckoned to. A file of several bitrates has none just there. */
function frameNear(bytes: Uint8Array, { first, start }: Mp3File, from: number): number {
  const at = findFrame(bytes, 0, first);
  const frame = at === null ? null : frameAt(bytes, at);
  const slack = from === start ? SLACK : 2 * SLACK;
  if (at === null || at > slack || frame?.bitrate !== first.bitrate) throw variable();
  return at;
}

function variable(): PullquoteError {
  return badRecording(
    'This MP3 file is of a variable bitrate and was not read through yet, so that no passage of it can be found: import it again, or send the file to `PUT /v1/episodes/{id}/audio`.',
  );
}
