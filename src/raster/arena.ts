import { PullquoteError } from '../errors.ts';

const PAGE = 65536;
/** Blocks begin where SIMD loads are aligned, and end with room for a vector to run over. */
const ALIGN = 64;
const SLACK = 64;

interface Gap {
  at: number;
  size: number;
}

/**
 * Blocks of the raster module's memory, first fit. The memory grows up to the maximum it was compiled with and never
 * shrinks. Growing detaches every view, so views are made afresh by `bytes` and `floats` and never kept.
 */
export class Arena {
  readonly #memory: WebAssembly.Memory;
  readonly #sizes = new Map<number, number>();
  readonly #gaps: Gap[] = [];
  /** Asked to let go of something before memory grows, of anything at all when it is `full`; says whether it did. */
  readonly #relieve: (full: boolean) => boolean;
  /** Memory is full where it would have to grow past so many bytes. */
  readonly #enough: number;
  #end: number;

  constructor(
    memory: WebAssembly.Memory,
    from: number,
    relieve: (full: boolean) => boolean,
    enough = Infinity,
  ) {
    this.#memory = memory;
    this.#end = roundUp(from);
    this.#relieve = relieve;
    this.#enough = enough;
  }

  /** @throws PullquoteError `too-large` */
  allocate(bytes: number): number {
    const size = roundUp(bytes + SLACK);
    for (;;) {
      const gap = this.#take(size);
      if (gap === null && this.#grows(size) && this.#relieve(this.#end + size > this.#enough)) continue;
      const at = gap ?? this.#extend(size);
      if (at !== null) {
        this.#sizes.set(at, size);
        return at;
      }
      if (!this.#relieve(true)) {
        throw new PullquoteError(
          'too-large',
          'Expected a picture that fits in memory: ask for a smaller size or `dpr`.',
        );
      }
    }
  }

  release(at: number): void {
    const size = this.#sizes.get(at);
    if (size === undefined) throw new RangeError(`No block begins at ${at}.`);
    this.#sizes.delete(at);
    const next = this.#gaps.findIndex((gap) => gap.at > at);
    this.#gaps.splice(next < 0 ? this.#gaps.length : next, 0, { at, size });
    this.#join();
  }

  /** A block for as long as `use` runs. */
  borrow<T>(bytes: number, use: (at: number) => T): T {
    const at = this.allocate(bytes);
    try {
      return use(at);
    } finally {
      this.release(at);
    }
  }

  /** Blocks that are kept only if `make` succeeds; it allocates them by the function it is given. */
  claim<T>(make: (allocate: (bytes: number) => number) => T): T {
    const claimed: number[] = [];
    try {
      return make((bytes) => {
        const at = this.allocate(bytes);
        claimed.push(at);
        return at;
      });
    } catch (error) {
      for (const at of claimed) this.release(at);
      throw error;
    }
  }

  /** Gives back what lies beyond the first `bytes` of a block. */
  shrink(at: number, bytes: number): void {
    const size = this.#sizes.get(at);
    const kept = roundUp(bytes + SLACK);
    if (size === undefined || kept >= size) return;
    this.#sizes.set(at, kept);
    this.#sizes.set(at + kept, size - kept);
    this.release(at + kept);
  }

  copy(from: number, to: number, length: number): void {
    new Uint8Array(this.#memory.buffer).copyWithin(to, from, from + length);
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, at, length);
  }

  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, at, length);
  }

  #take(size: number): number | null {
    for (const [index, gap] of this.#gaps.entries()) {
      if (gap.size < size) continue;
      const { at } = gap;
      gap.at += size;
      gap.size -= size;
      if (gap.size === 0) this.#gaps.splice(index, 1);
      return at;
    }
    return null;
  }

  #grows(size: number): boolean {
    return this.#end + size > this.#memory.buffer.byteLength;
  }

  #extend(size: number): number | null {
    const missing = this.#end + size - this.#memory.buffer.byteLength;
    if (missing > 0) {
      try {
        this.#memory.grow(Math.ceil(missing / PAGE));
      } catch {
        return null;
      }
    }
    const at = this.#end;
    this.#end += size;
    return at;
  }

  /** Makes one gap of neighbours, and gives the last back to the unused end. */
  #join(): void {
    const gaps = this.#gaps;
    for (let i = gaps.length - 1; i > 0; i--) {
      const [low, high] = [gaps[i - 1], gaps[i]];
      if (low && high && low.at + low.size === high.at) {
        low.size += high.size;
        gaps.splice(i, 1);
      }
    }
    const last = gaps.at(-1);
    if (last && last.at + last.size === this.#end) {
      this.#end = last.at;
      gaps.pop();
    }
  }
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / ALIGN) * ALIGN;
}
