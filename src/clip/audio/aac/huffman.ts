import type { Codebook } from './tables.ts';

/** A codebook's codewords and their lengths in bits, by meaning. */
export interface Codewords {
  words: Uint32Array;
  lengths: Uint8Array;
}

/** Codewords from how many there are of each length, and what they mean in order. */
export function codewordsOf({ counts, meanings }: Pick<Codebook, 'counts' | 'meanings'>): Codewords {
  const words = new Uint32Array(meanings.length / 2);
  const lengths = new Uint8Array(meanings.length / 2);
  let at = 0;
  let word = 0;
  for (const [i, count] of counts.entries()) {
    for (let left = count; left > 0; left--) {
      const meaning = Number.parseInt(meanings.slice(at, at + 2), 36);
      at += 2;
      words[meaning] = word++;
      lengths[meaning] = i + 1;
    }
    word *= 2;
  }
  return { words, lengths };
}
