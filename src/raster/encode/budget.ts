/** A picture and the quality it was encoded at. */
export interface Fitted {
  bytes: Uint8Array;
  quality: number;
}

/**
 * The best quality from `least` to `most` whose picture has at most `maxBytes`, or null where even the least has more.
 * Takes at most 1 + log2(most - least) encodings.
 */
export async function fitBytes(
  encode: (quality: number) => Promise<Uint8Array>,
  maxBytes: number,
  { least, most }: { least: number; most: number },
): Promise<Fitted | null> {
  let best: Fitted | null = null;
  let [low, high] = [least, most];
  // The most is tried first: it nearly always fits.
  let quality = most;
  while (low <= high) {
    // Each try depends on the one before.
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await encode(quality);
    if (bytes.length <= maxBytes) {
      best = { bytes, quality };
      low = quality + 1;
    } else {
      high = quality - 1;
    }
    quality = (low + high) >> 1;
  }
  return best;
}
