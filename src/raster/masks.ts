import type { FontId, GlyphOutline } from '../text/model.ts';
import type { Arena } from './arena.ts';
import type { RasterExports } from './wasm.ts';

/** Coverage of a shape: rows of `stride` bytes of two pixels each, placed relative to the whole pixel its origin lies in. */
export interface Mask {
  at: number;
  stride: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

const EMPTY: Mask = { at: 0, stride: 0, left: 0, top: 0, width: 0, height: 0 };

/** Positions between two pixels, in each direction. */
export const PHASES = 4;

/** Masks kept at most, in bytes; when they are full, all are forgotten at once. */
const ROOM = 8 << 20;

/** Masks above this are drawn each time they are needed. */
const LARGE = ROOM / 8;

/** Coverage masks of glyphs, kept by font, glyph, size and quarter-pixel position. A mask lasts until the next call. */
export class Masks {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;
  readonly #outline: (font: FontId, glyph: number) => GlyphOutline;
  readonly #room: number;
  #bySize = new Map<number, Map<number, Mask>>();
  /** The size asked for last, and its masks: mostly all of a text's glyphs have one size. */
  #lastSize = Number.NaN;
  #ofLastSize = new Map<number, Mask>();
  #used = 0;
  #commands = { at: 0, bytes: 0 };
  /** Always all zeros between calls. */
  #sums = { at: 0, bytes: 0 };
  #large: number | null = null;

  constructor(wasm: RasterExports, arena: Arena, outline: (font: FontId, glyph: number) => GlyphOutline) {
    this.#wasm = wasm;
    this.#arena = arena;
    this.#outline = outline;
    this.#room = arena.allocate(ROOM);
  }

  /** The mask of a glyph at `size` device pixels per em, its origin `phaseX / 4`, `phaseY / 4` pixels into a pixel. */
  glyph(font: FontId, glyph: number, size: number, phaseX: number, phaseY: number): Mask {
    const key = ((font * 65536 + glyph) * PHASES + phaseX) * PHASES + phaseY;
    const known = this.#ofSize(size).get(key);
    if (known) return known;
    const { unitsPerEm, commands } = this.#outline(font, glyph);
    const mask = this.shape(commands, size / unitsPerEm, phaseX / PHASES, phaseY / PHASES);
    // Drawing it may have made room by forgetting all others.
    if (mask.at !== this.#large) this.#ofSize(size).set(key, mask);
    return mask;
  }

  #ofSize(size: number): Map<number, Mask> {
    if (size === this.#lastSize) return this.#ofLastSize;
    let masks = this.#bySize.get(size);
    if (!masks) this.#bySize.set(size, (masks = new Map()));
    this.#lastSize = size;
    this.#ofLastSize = masks;
    return masks;
  }

  /** Draws an outline (see `GlyphOutline`) at `scale` pixels per unit with its origin at (`dx`, `dy`). */
  shape(commands: Float32Array, scale: number, dx: number, dy: number): Mask {
    const wasm = this.#wasm;
    this.#commands = this.#reserve(this.#commands, commands.byteLength);
    this.#arena.floats(this.#commands.at, commands.length).set(commands);
    const size = wasm.measureMask(this.#commands.at, commands.length, scale, dx, dy);
    if (size === 0) return EMPTY;
    this.#sums = this.#reserve(this.#sums, size * 4);
    const bytes = size / 2;
    const at = this.#place(bytes);
    wasm.drawMask(this.#commands.at, commands.length, scale, dx, dy, this.#sums.at, at);
    const height = wasm.maskHeight();
    return {
      at,
      stride: bytes / height,
      left: wasm.maskLeft(),
      top: wasm.maskTop(),
      width: wasm.maskWidth(),
      height,
    };
  }

  #place(bytes: number): number {
    if (bytes > LARGE) {
      if (this.#large !== null) this.#arena.release(this.#large);
      this.#large = null;
      return (this.#large = this.#arena.allocate(bytes));
    }
    if (this.#used + bytes > ROOM) {
      this.#used = 0;
      this.#bySize = new Map();
      this.#lastSize = Number.NaN;
    }
    const at = this.#room + this.#used;
    this.#used += bytes;
    return at;
  }

  /** A zeroed block of at least `bytes`, this one if it is large enough. */
  #reserve(block: { at: number; bytes: number }, bytes: number): { at: number; bytes: number } {
    if (bytes <= block.bytes) return block;
    const room = Math.max(bytes, 4096) * 2;
    if (block.bytes > 0) this.#arena.release(block.at);
    const at = this.#arena.allocate(room);
    this.#arena.bytes(at, room).fill(0);
    return { at, bytes: room };
  }
}
