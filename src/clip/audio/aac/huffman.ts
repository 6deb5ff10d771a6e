import type { BitReader } from './bits.ts';
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

/** Reads codewords. */
export interface Symbols {
  /** The meaning of the next codeword. @throws RangeError where there is none */
  read(bits: BitReader): number;
}

export function symbolsOf({ counts, meanings }: Pick<Codebook, 'counts' | 'meanings'>): Symbols {
  const inOrder = Uint16Array.from({ length: meanings.length / 2 }, (_, i) =>
    Number.parseInt(meanings.slice(2 * i, 2 * i + 2), 36),
  );
  return {
    read(bits) {
      let [word, first, before] = [0, 0, 0];
      for (const count of counts) {
        word = word * 2 + bits.bit();
        first *= 2;
        if (word - first < count) return inOrder[before + word - first] ?? 0;
        first += count;
        before += count;
      }
      throw new RangeError('This is no codeword.');
    },
  };
}
