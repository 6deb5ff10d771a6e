/** The built font assets' own description: written by `scripts/build/fonts.ts`, read by the font store. */

/** One slice of a family: a font file and the characters it has. */
export interface SliceIndex {
  file: string;
  /** Code points of the slice's cmap, packed by `encodeRanges`. */
  ranges: string;
}

/** `fonts/<family>/index.json`. Lengths are font units. */
export interface FamilyIndex {
  id: string;
  kind: 'sans' | 'serif';
  unitsPerEm: number;
  ascender: number;
  descender: number;
  axes: { tag: string; min: number; max: number }[];
  optical?: { text: number; display: number };
  styles: { normal: SliceIndex[]; italic?: SliceIndex[] };
  /** What an uploaded font of one weight says of itself, 1 to 1000. */
  weight?: number;
  /** Of a family of uploaded fonts: each weight and the ID of the font that has it, which stands for the slice. */
  faces?: { weight: number; id: string }[];
}

/** `fonts/index.json`. */
export interface FontIndex {
  /** Digest of all that the assets were made from. */
  inputs: string;
  families: Record<string, { name: string; licence: string; attribution: string; digest: string }>;
}

/**
 * Packs code points as ranges: `gap` or `gap+more`, base 36, separated by spaces. `gap` counts the code points left out
 * since the last range, `more` those after the range's first.
 */
export function encodeRanges(codePoints: readonly number[]): string {
  const sorted = [...codePoints].toSorted((a, b) => a - b);
  const parts: string[] = [];
  let next = 0;
  for (let i = 0; i < sorted.length;) {
    const first = sorted[i] ?? 0;
    let last = first;
    while (++i < sorted.length && (sorted[i] ?? 0) <= last + 1) last = sorted[i] ?? last;
    parts.push((first - next).toString(36) + (last > first ? `+${(last - first).toString(36)}` : ''));
    next = last + 1;
  }
  return parts.join(' ');
}

/** Calls back with every range of `encodeRanges`, first and last code point inclusive. */
export function forEachRange(ranges: string, each: (first: number, last: number) => void): void {
  let next = 0;
  if (ranges === '') return;
  for (const part of ranges.split(' ')) {
    const plus = part.indexOf('+');
    const first = next + parseInt(plus < 0 ? part : part.slice(0, plus), 36);
    const last = plus < 0 ? first : first + parseInt(part.slice(plus + 1), 36);
    each(first, last);
    next = last + 1;
  }
}
