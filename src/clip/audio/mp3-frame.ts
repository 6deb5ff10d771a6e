/** Frames of MPEG audio, layer III (ISO/IEC 11172-3, 2.4.1.3; ISO/IEC 13818-3, 2.4.2.3), and what stands before the first. */

export interface Mp3Frame {
  /** Its length, header included. */
  bytes: number;
  /** Samples of each channel. */
  samples: number;
  /** Samples a second. */
  rate: number;
  /** Bits a second. */
  bitrate: number;
  channels: 1 | 2;
  /** Where its sound begins after the header: past the side information. */
  main: number;
}

/** In kbit/s, by the header's index. */
const BITRATES = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

const RATES = [44_100, 48_000, 32_000];

/** The frame whose header stands at `at`; `null` where none does. */
export function frameAt(bytes: Uint8Array, at: number): Mp3Frame | null {
  const [sync = 0, version = 0, packed = 0, mode = 0] = bytes.subarray(at, at + 4);
  if (sync !== 0xff || (version & 0xe6) !== 0xe2) return null;
  const id = (version >> 3) & 3;
  const isFirst = id === 3;
  const bitrate = 1000 * (BITRATES[isFirst ? 'mpeg1' : 'mpeg2'][packed >> 4] ?? 0);
  const base = RATES[(packed >> 2) & 3];
  // 1 is no version; a bitrate of 0 is one the header does not say.
  if (id === 1 || bitrate === 0 || base === undefined) return null;
  const rate = base / (isFirst ? 1 : id === 2 ? 2 : 4);
  const samples = isFirst ? 1152 : 576;
  const channels = mode >> 6 === 3 ? 1 : 2;
  return {
    bytes: Math.floor(((samples / 8) * bitrate) / rate) + ((packed >> 1) & 1),
    samples,
    rate,
    bitrate,
    channels,
    main: 4 + (isFirst ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17),
  };
}

/** True where two frames may be of one stream. */
export function isAlike(a: Mp3Frame, b: Mp3Frame): boolean {
  return a.rate === b.rate && a.samples === b.samples;
}

/**
 * The first place from `from` on where a frame stands that is followed by another, or by the end of `bytes`.
 * @param like a frame of the stream, where one is known
 */
export function findFrame(bytes: Uint8Array, from: number, like: Mp3Frame | null): number | null {
  for (let at = from; at + 4 <= bytes.length; at++) {
    const frame = frameAt(bytes, at);
    if (frame === null || (like !== null && !isAlike(frame, like))) continue;
    const next = at + frame.bytes;
    const following = next + 4 > bytes.length ? frame : frameAt(bytes, next);
    if (following !== null && isAlike(frame, following)) return at;
  }
  return null;
}

/** Bytes of the ID3v2 tag a file begins with; 0 without one. */
export function tagLength(head: Uint8Array): number {
  if (String.fromCharCode(...head.subarray(0, 3)) !== 'ID3') return 0;
  const [flags = 0, a = 0, b = 0, c = 0, d = 0] = head.subarray(5, 10);
  const footer = (flags & 0x10) === 0 ? 0 : 10;
  return 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127) + footer;
}

/** What a first frame that holds no sound says of the others. */
export interface Mp3Info {
  isConstant: boolean;
  /** Samples at the start that players leave out: what encoder and decoder put before the first. */
  skip: number;
  /** From this frame to the end of the last; `null` where it does not say. */
  bytes: number | null;
}

/** Samples a decoder is late by. */
const DECODER_DELAY = 529;

/** The header of LAME and its kin (`Xing`, `Info`) or of Fraunhofer (`VBRI`) in a frame; `null` where it holds sound. */
export function infoOf(bytes: Uint8Array, at: number, frame: Mp3Frame): Mp3Info | null {
  const text = (from: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(from, from + length));
  if (text(at + 36, 4) === 'VBRI') return { isConstant: false, skip: 0, bytes: null };
  const start = at + frame.main;
  const name = text(start, 4);
  if (name !== 'Xing' && name !== 'Info') return null;
  const flags = bytes[start + 7] ?? 0;
  const [frames, size, table, quality] = [flags & 1, flags & 2, flags & 4, flags & 8].map(Boolean);
  const lame = start + 8 + (frames ? 4 : 0) + (size ? 4 : 0) + (table ? 100 : 0) + (quality ? 4 : 0);
  const isKnown = /^(?:LAME|Lav[cf])/.test(text(lame, 4));
  const [high = 0, low = 0] = bytes.subarray(lame + 21, lame + 23);
  const delay = (high << 4) | (low >> 4);
  return {
    isConstant: name === 'Info',
    skip: isKnown ? delay + DECODER_DELAY : 0,
    bytes: size ? numberAt(bytes, start + 8 + (frames ? 4 : 0)) : null,
  };
}

/** Four bytes as a number; `null` past the end. */
function numberAt(bytes: Uint8Array, at: number): number | null {
  if (at + 4 > bytes.length) return null;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}
