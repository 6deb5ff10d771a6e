import { z } from 'zod';

/** From one peak to the next, in milliseconds. */
export const PEAK_MS = 100;

/** Frames of MP3 from one seek point to the next. */
export const SEEK_FRAMES = 32;

const stored = z.object({
  durationMs: z.number(),
  peaks: z.array(z.int()).nullable(),
  seek: z.array(z.int()).nullable(),
});

/**
 * What was found in a recording when it was read through. `peaks` say how loud each `PEAK_MS` is, from 0 for silence to
 * 255. `seek` is where every `SEEK_FRAMES`th frame of an MP3 file begins, in bytes; `null` for what needs no such points.
 */
export type AudioIndex = z.output<typeof stored>;

/** An index as blobs keep it: JSON. */
export function writeIndex(index: AudioIndex): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(index));
}

export function readIndex(bytes: Uint8Array): AudioIndex {
  return stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
