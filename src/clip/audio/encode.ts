import { PullquoteError } from '../../errors.ts';
import { encodeAac, isAacRate } from './aac/encoder.ts';
import { BLOCK } from './aac/mdct.ts';
import { badRecording } from './kind.ts';
import type { AacSound, ClipAudio, CodedPiece, CodedSound, Sound } from './model.ts';
import type { Mp3Decoder } from './mp3-decoder.ts';
import { decodeWav, mixed } from './wav.ts';

/** Most bits a second, by how many channels there are. */
const BITRATES = [96_000, 128_000];

/** Most bits a sample: more is not heard. */
const SAMPLE_BITS = 3;

/** At both ends of each cut sound comes and goes within so many milliseconds, so that nothing clicks. */
const FADE_MS = 8;

/** Bytes decoded at once. */
const PART = 1 << 16;

/**
 * The sound of a clip as AAC: copied where it was, else decoded and coded anew.
 * @throws PullquoteError `bad-recording` for a rate that AAC has not, `range-outside` where the recording ends within it
 */
export function aacOf(audio: ClipAudio, mp3: Mp3Decoder): AacSound {
  if (audio.kind === 'aac') return audio;
  const { rate } = audio;
  if (!isAacRate(rate)) {
    throw badRecording(
      `Expected a recording of 8 to 96 kHz, one of the usual rates, but it is of ${rate} Hz.`,
    );
  }
  const count = audio.channels === 2 ? 2 : 1;
  const bitrate = Math.min(BITRATES[count - 1] ?? 0, SAMPLE_BITS * rate * count);
  const { description, packets } = encodeAac(heard(audio, mp3), count, rate, bitrate);
  const durationS = BLOCK / rate;
  return {
    kind: 'aac',
    codec: 'mp4a.40.2',
    sampleRate: rate,
    numberOfChannels: count,
    description,
    packets: packets.map((data, i) => ({ data, startS: i * durationS, durationS })),
  };
}

/** The sound of all pieces in one or two channels, a little at a time: a minute of it decoded is more than an isolate has left. */
function* heard(audio: CodedSound, mp3: Mp3Decoder): Generator<Float32Array[], void, void> {
  for (const piece of audio.pieces) {
    let at = 0;
    for (const channels of meant(decoded(audio, piece, mp3), piece, audio.rate)) {
      const sound = mixed({ rate: audio.rate, channels });
      yield faded(sound, at, piece.samples).channels;
      at += channels[0]?.length ?? 0;
    }
  }
}

/** The samples meant, silence after the last. @throws PullquoteError `range-outside` */
function* meant(
  pieces: Iterable<Float32Array<ArrayBuffer>[]>,
  { skip, samples }: CodedPiece,
  rate: number,
): Generator<Float32Array<ArrayBuffer>[], void, void> {
  const end = skip + samples;
  let at = 0;
  let count = 1;
  for (const channels of pieces) {
    const length = channels[0]?.length ?? 0;
    count = channels.length;
    const [from, to] = [Math.max(0, skip - at), Math.min(length, end - at)];
    if (from < to) yield channels.map((channel) => channel.subarray(from, to));
    at += length;
    if (at >= end) return;
  }
  // The silence after the last word may be cut short.
  if (at + rate < end)
    throw new PullquoteError('range-outside', 'The recording ends before this passage does.');
  yield Array.from({ length: count }, () => new Float32Array(end - Math.max(at, skip)));
}

/** What a piece decodes to, as it comes. */
function* decoded(
  { format, channels: count }: CodedSound,
  { bytes }: CodedPiece,
  mp3: Mp3Decoder,
): Generator<Float32Array<ArrayBuffer>[], void, void> {
  if (format !== 'mp3') {
    const each = (format.bits / 8) * count;
    const part = Math.floor(PART / each) * each;
    for (let at = 0; at < bytes.length; at += part)
      yield decodeWav(bytes.subarray(at, at + part), format, count);
    return;
  }
  const stream = mp3.begin();
  try {
    for (let at = 0; at < bytes.length; at += PART)
      for (const { channels } of stream.decode(bytes.subarray(at, at + PART))) yield channels.slice(0, count);
  } finally {
    stream.end();
  }
}

/**
 * Comes in at the start of a cut and goes out at its end.
 * @param at samples of the cut before these, of `all`
 */
function faded(sound: Sound, at: number, all: number): Sound {
  const length = Math.round((sound.rate * FADE_MS) / 1000);
  for (const channel of sound.channels) {
    for (let i = 0; i < channel.length; i++) {
      const far = Math.min(at + i, all - 1 - at - i);
      if (far < length) channel[i] = ((channel[i] ?? 0) * far) / length;
    }
  }
  return sound;
}
