/** The container of WebP (RFC 9649, 2): chunks, each of a type, a length and data up to an even length. */
import { joined } from '../../joined.ts';

/** A chunk, or with `RIFF` and a first part `WEBP` a whole file. */
export function chunk(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const data = joined(parts);
  const out = new Uint8Array(8 + data.length + (data.length & 1));
  out.set(ascii(type));
  new DataView(out.buffer).setUint32(4, data.length, true);
  out.set(data, 8);
  return out;
}

/** Flags of {@link extendedFile}. */
export const HAS_ANIMATION = 0x02;
export const HAS_XMP = 0x04;

/** A file in the extended format, which allows more than one picture. `size` is in pixels, sides up to 2^24. */
export function extendedFile(
  flags: number,
  { width, height }: { width: number; height: number },
  chunks: readonly Uint8Array[],
): Uint8Array {
  const head = Uint8Array.of(flags, 0, 0, 0, ...three(width - 1), ...three(height - 1));
  return chunk('RIFF', [ascii('WEBP'), chunk('VP8X', [head]), ...chunks]);
}

/** 24 bits, the lowest first. */
export function three(value: number): [number, number, number] {
  return [value & 255, (value >> 8) & 255, value >> 16];
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
