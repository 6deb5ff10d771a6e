import { forEachRange, type SliceIndex } from './font-index.ts';

/** Which slice of a family has a character. A character may be in several (combining marks, spaces). */
export class Coverage {
  /** First slice that has a code point, plus one, by pages of 256 code points. */
  readonly #pages = new Map<number, Uint8Array>();
  /** All slices of the code points that are in more than one. */
  readonly #shared = new Map<number, number[]>();

  /** @param slices at most 255 */
  constructor(slices: readonly SliceIndex[]) {
    for (const [slice, { ranges }] of slices.entries()) {
      forEachRange(ranges, (first, last) => {
        for (let code = first; code <= last; code++) this.#add(code, slice);
      });
    }
  }

  #add(code: number, slice: number): void {
    let page = this.#pages.get(code >> 8);
    if (!page) this.#pages.set(code >> 8, (page = new Uint8Array(256)));
    const taken = page[code & 255] ?? 0;
    if (taken === 0) page[code & 255] = slice + 1;
    else this.#shared.set(code, [...(this.#shared.get(code) ?? [taken - 1]), slice]);
  }

  /** The first slice that has a code point, or -1. */
  sliceOf(code: number): number {
    return (this.#pages.get(code >> 8)?.[code & 255] ?? 0) - 1;
  }

  has(slice: number, code: number): boolean {
    return this.sliceOf(code) === slice || (this.#shared.get(code)?.includes(slice) ?? false);
  }

  /** A slice that has all of the code points, `preferred` if it does; -1 if none has. */
  sliceOfAll(codes: readonly number[], preferred: number): number {
    const all = (slice: number): boolean => codes.every((code) => this.has(slice, code));
    if (preferred >= 0 && all(preferred)) return preferred;
    const [base = 0] = codes;
    const first = this.sliceOf(base);
    if (first < 0 || all(first)) return first;
    return this.#shared.get(base)?.find(all) ?? -1;
  }
}
