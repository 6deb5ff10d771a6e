/** WAV: RIFF chunks (Microsoft RIFF specification; EBU Tech 3306 for RF64) of PCM or float samples. */
import { PullquoteError } from '../../errors.ts';
import { badRecording, cutShort } from './kind.ts';
import type { CodedPiece, Cut, Sound, WavFormat } from './model.ts';
import type { AudioBytes } from './source.ts';

export interface WavFile {
  format: WavFormat;
  rate: number;
  channels: number;
  /** First byte of the samples, and how many samples of each channel there are. */
  start: number;
  samples: number;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/** Samples a second: with fewer, a file would say that it is weeks long. */
const RATES = { least: 8000, most: 192_000 } as const;

/** What programs that write to a pipe say of a length they do not know is this or more. */
const UNWRITTEN = 0x7fff_0000;

/** Chunks looked through before that of the samples. */
const MOST_CHUNKS = 64;

/** @throws PullquoteError `bad-recording` */
export async function openWav(source: AudioBytes): Promise<WavFile> {
  const size = await source.size();
  let layout: Omit<WavFile, 'start' | 'samples'> | null = null;
  for (let at = 12, i = 0; i < MOST_CHUNKS && at + 8 <= size; i++) {
    const head = await source.read(at, at + 8 + 40);
    if (head.length < 8) break;
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const [name, length] = [String.fromCharCode(...head.subarray(0, 4)), view.getUint32(4, true)];
    if (name === 'fmt ' && head.length >= 24) layout = layoutOf(view);
    if (name === 'data' && layout !== null) {
      const start = at + 8;
      // A length of nothing, or of 2 GB and more, was never written: the samples end with the file.
      const isWritten = length > 0 && length < UNWRITTEN;
      if (isWritten && start + length > size) throw cutShort(size, start + length);
      const end = isWritten ? start + length : size;
      const each = (layout.format.bits / 8) * layout.channels;
      return { ...layout, start, samples: Math.floor((end - start) / each) };
    }
    at += 8 + length + (length % 2);
  }
  throw badRecording('Expected a WAV file with samples but its chunks hold none.');
}

function layoutOf(view: DataView): Omit<WavFile, 'start' | 'samples'> {
  const tag = view.getUint16(8, true);
  const code = tag === EXTENSIBLE && view.byteLength >= 34 ? view.getUint16(32, true) : tag;
  const channels = view.getUint16(10, true);
  const rate = view.getUint32(12, true);
  const said = view.getUint16(22, true);
  const known = code === PCM ? [8, 16, 24, 32] : code === FLOAT ? [32, 64] : [];
  const bits = ([8, 16, 24, 32, 64] as const).find((each) => each === said && known.includes(each));
  if (bits === undefined || channels < 1 || channels > 8) {
    throw badRecording(
      `Expected a WAV file of 8 to 32 bits or floats but received format ${code} with ${said} bits and ${channels} channels.`,
    );
  }
  if (rate < RATES.least || rate > RATES.most) {
    throw badRecording(
      `Expected a WAV file of ${RATES.least} to ${RATES.most} samples a second but it says ${rate}.`,
    );
  }
  return { format: { bits, isFloat: code === FLOAT }, channels, rate };
}

export async function cutWav(
  source: AudioBytes,
  file: WavFile,
  { startMs, endMs }: Cut,
): Promise<CodedPiece> {
  if (startMs >= (1000 * file.samples) / file.rate)
    throw new PullquoteError('range-outside', 'The recording ends before this passage begins.');
  const each = (file.format.bits / 8) * file.channels;
  const from = Math.round((startMs * file.rate) / 1000);
  const samples = Math.round((endMs * file.rate) / 1000) - from;
  const to = Math.min(file.samples, from + samples);
  const bytes = await source.read(file.start + from * each, file.start + to * each);
  return { bytes, skip: 0, samples };
}

/** Samples as floats. */
export function decodeWav(
  bytes: Uint8Array,
  { bits, isFloat }: WavFormat,
  channels: number,
): Float32Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const each = bits / 8;
  const count = Math.floor(bytes.length / each / channels);
  const read = sampleReader(view, bits, isFloat);
  return Array.from({ length: channels }, (_, channel) => {
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++) out[i] = read((i * channels + channel) * each);
    return out;
  });
}

function sampleReader(view: DataView, bits: WavFormat['bits'], isFloat: boolean): (at: number) => number {
  switch (bits) {
    case 8:
      // The only ones without a sign.
      return (at) => (view.getUint8(at) - 128) / 128;
    case 16:
      return (at) => view.getInt16(at, true) / 0x8000;
    case 24:
      return (at) => (view.getInt16(at + 1, true) * 256 + view.getUint8(at)) / 0x80_0000;
    case 32:
      return isFloat ? (at) => view.getFloat32(at, true) : (at) => view.getInt32(at, true) / 0x8000_0000;
    case 64:
      return (at) => view.getFloat64(at, true);
  }
}

/** Sound of one or two channels: of more, all are in one. */
export function mixed({ rate, channels }: Sound): Sound {
  if (channels.length <= 2) return { rate, channels };
  const one = new Float32Array(channels[0]?.length ?? 0);
  for (const channel of channels)
    for (let i = 0; i < one.length; i++) one[i] = (one[i] ?? 0) + (channel[i] ?? 0) / channels.length;
  return { rate, channels: [one] };
}
