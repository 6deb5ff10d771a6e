import type { Arena } from './arena.ts';
import { type Form, type ReadyLayer, packedRoom, streamSize, tileBytes } from './layered.ts';
import type { RasterExports } from './wasm.ts';

/** A packed card: zlib data in the module's memory, with 8 bytes free before it and 4 after, and its palette. */
export interface Packed {
  data: number;
  length: number;
  palette: Uint8Array | null;
}

/** A block that equals a part of a layer, but for what the card being drawn has changed. */
class Copy {
  readonly #arena: Arena;
  #room = 0;
  at = 0;
  /** Address of what it equals; null while it does not. */
  equals: number | null = null;

  constructor(arena: Arena) {
    this.#arena = arena;
  }

  /** Makes it equal `bytes` at `from`. */
  take(from: number, bytes: number): void {
    if (bytes > this.#room) {
      this.release();
      this.at = this.#arena.allocate(bytes);
      this.#room = bytes;
    }
    if (this.equals !== from) this.#arena.copy(from, this.at, bytes);
    this.equals = from;
  }

  /** Gives its memory back; false where it had none. */
  release(): boolean {
    if (this.#room === 0) return false;
    this.#arena.release(this.at);
    this.#room = 0;
    this.equals = null;
    return true;
  }
}

/** Copies of layers' canvases that cards are drawn on and packed from, given back the layer's bytes after each. */
export class Canvas {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;
  readonly #copies: Record<1 | 3, Copy>;
  readonly #palette: number;

  constructor(wasm: RasterExports, arena: Arena) {
    this.#wasm = wasm;
    this.#arena = arena;
    this.#copies = { 1: new Copy(arena), 3: new Copy(arena) };
    this.#palette = arena.allocate(wasm.paletteSize());
  }

  /** Gives a copy's memory back until the next card, which is never done while one is drawn; false where there is none. */
  release(): boolean {
    return this.#copies[1].release() || this.#copies[3].release();
  }

  /** Forgets what the copies equal: a layer's memory was let go, and another may come to lie there. */
  forget(): void {
    for (const copy of [this.#copies[1], this.#copies[3]]) copy.equals = null;
  }

  /**
   * Lets `draw` change the picture, packs it in a form of the layer, and hands it to `finish`.
   * @returns null where the form's palette has no room for the card's colours
   */
  pack<T>(layer: ReadyLayer, form: Form, draw: () => void, finish: (packed: Packed) => T): T | null {
    try {
      const copy = this.#copies[form.pixel];
      copy.take(form.canvas, streamSize(layer, form.pixel));
      this.#begin(layer, form, copy.at);
      draw();
      const fits = form.palette === null || this.#wasm.paletteFull() === 0;
      const packed = fits ? this.#encode(layer, form, copy.at, finish) : null;
      this.#wasm.restoreTiles(form.canvas, form.records, copy.at);
      return packed;
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  #begin({ width, height }: ReadyLayer, { pixel, palette }: Form, canvas: number): void {
    if (palette === null) this.#wasm.setTarget(canvas, width, height, 1);
    else {
      this.#arena.copy(palette, this.#palette, this.#wasm.paletteSize());
      this.#wasm.setStream(canvas, width, height, this.#palette);
    }
    const tile = tileBytes(width, pixel);
    this.#wasm.resetTiles(width, height, tile, pixel);
    this.#wasm.setShape(width, height, tile, pixel);
  }

  #encode<T>(layer: ReadyLayer, form: Form, canvas: number, finish: (packed: Packed) => T): T {
    const { pixel, codes, records, rows, kept, asTokens } = form;
    return this.#arena.borrow(packedRoom(streamSize(layer, pixel)), (out) => {
      const data = out + 8;
      const length = this.#wasm.encodeLayered(canvas, codes, records, rows, kept, asTokens, data);
      const palette = pixel === 1 ? readPalette(this.#wasm, this.#arena, this.#palette) : null;
      return finish({ data, length, palette });
    });
  }
}

/** A palette's colours, three bytes each. */
export function readPalette(wasm: RasterExports, arena: Arena, table: number): Uint8Array {
  return arena.bytes(wasm.paletteColors(table), wasm.paletteCount(table) * 3).slice();
}
