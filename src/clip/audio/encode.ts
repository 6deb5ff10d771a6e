import { PullquoteError } from '../../errors.ts';
import { encodeAac, isAacRate } from './aac/encoder.ts';
import { BLOCK } from './aac/mdct.ts';
import { badRecording } from './kind.ts';
import type { AacSound, ClipAudio, CodedPiece, CodedSound, Sound } from './model.ts';
import { joined, type Mp3Decoder } from './mp3-decoder.ts';
import { decodeWav, mixed } from './wav.ts';

/** Most bits a second, by how many channels there are. */
const BITRATES = [96_000, 128_000];

/** Most bits a sample: more is not heard. */
const SAMPLE_BITS = 3;

/** At both ends of each cut sound comes and goes within so many milliseconds, so that nothing clicks. */
const FADE_MS = 8;

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
  const pieces = audio.pieces.map((piece) => faded(mixed(decoded(audio, piece, mp3))));
  const count = Math.min(...pieces.map(({ channels }) => channels.length));
  const channels = Array.from({ length: count }, (_, channel) =>
    joined(pieces.map((piece) => piece.channels[channel] ?? new Float32Array())),
  );
  const bitrate = Math.min(BITRATES[count - 1] ?? 0, SAMPLE_BITS * rate * count);
  const { description, packets } = encodeAac(channels, rate, bitrate);
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

/** The samples meant, silence after the last. */
function decoded({ format, rate, channels: count }: CodedSound, piece: CodedPiece, mp3: Mp3Decoder): Sound {
  const { bytes, skip, samples } = piece;
  const all = format === 'mp3' ? decodeMp3(bytes, mp3).slice(0, count) : decodeWav(bytes, format, count);
  // The silence after the last word may be cut short.
  if ((all[0]?.length ?? 0) + rate < skip + samples)
    throw new PullquoteError('range-outside', 'The recording ends before this passage does.');
  const channels = all.map((channel) => {
    const out = new Float32Array(samples);
    out.set(channel.subarray(skip, skip + samples));
    return out;
  });
  return { rate, channels };
}

function decodeMp3(bytes: Uint8Array, mp3: Mp3Decoder): Float32Array<ArrayBuffer>[] {
  const stream = mp3.begin();
  try {
    return stream.decode(bytes).channels;
  } finally {
    stream.end();
  }
}

function faded(sound: Sound): Sound {
  const length = Math.round((sound.rate * FADE_MS) / 1000);
  for (const channel of sound.channels) {
    for (let i = 0; i < Math.min(length, channel.length); i++) {
      channel[i] = ((channel[i] ?? 0) * i) / length;
      const end = channel.length - 1 - i;
      channel[end] = ((channel[end] ?? 0) * i) / length;
    }
  }
  return sound;
}
