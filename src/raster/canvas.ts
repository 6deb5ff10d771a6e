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
      if (this.#room > 0) this.#arena.release(this.at);
      this.#room = 0;
      this.at = this.#arena.allocate(bytes);
      this.#room = bytes;
      this.equals = null;
    }
    if (this.equals !== from) this.#arena.copy(from, this.at, bytes);
    this.equals = from;
  }
}

/** The copies of a layer that cards are drawn on and packed from, given back the layer's bytes after each. */
export class Canvas {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;
  readonly #rgb: Copy;
  readonly #streams: Record<1 | 3, Copy>;
  readonly #palette: number;

  constructor(wasm: RasterExports, arena: Arena) {
    this.#wasm = wasm;
    this.#arena = arena;
    this.#rgb = new Copy(arena);
    this.#streams = { 1: new Copy(arena), 3: new Copy(arena) };
    this.#palette = arena.allocate(wasm.paletteSize());
  }

  /** Forgets what the copies equal: a layer's memory was let go, and another may come to lie there. */
  forget(): void {
    for (const copy of [this.#rgb, this.#streams[1], this.#streams[3]]) copy.equals = null;
  }

  /**
   * Lets `draw` change the picture, packs it in a form of the layer, and hands it to `finish`.
   * @returns null where the form's palette has no room for the card's colours
   */
  pack<T>(layer: ReadyLayer, form: Form, draw: () => void, finish: (packed: Packed) => T): T | null {
    try {
      if (form.palette !== null) return this.#packIndexed(layer, form, form.palette, draw, finish);
      if (form.rgb !== null) return this.#packFull(layer, form, form.rgb, draw, finish);
      throw new TypeError('A form has either a palette or RGB rows.');
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** Draws on RGB rows, then brings the stream up to date by the rows' filters. */
  #packFull<T>(
    layer: ReadyLayer,
    form: Form,
    rows: number,
    draw: () => void,
    finish: (packed: Packed) => T,
  ): T {
    const { width, height } = layer;
    const [rgb, stream] = [this.#rgb, this.#streams[3]];
    rgb.take(rows, width * height * 3);
    stream.take(form.stream, streamSize(layer, 3));
    this.#wasm.setTarget(rgb.at, width, height);
    this.#begin(layer, 3);
    draw();
    this.#wasm.refilter(rgb.at, stream.at);
    const packed = this.#encode(layer, form, stream.at, finish);
    this.#wasm.restoreTiles(rows, rgb.at, 0);
    this.#wasm.restoreTiles(form.stream, stream.at, 1);
    return packed;
  }

  /** Draws on the stream itself. */
  #packIndexed<T>(
    layer: ReadyLayer,
    form: Form,
    palette: number,
    draw: () => void,
    finish: (packed: Packed) => T,
  ): T | null {
    const { width, height } = layer;
    const stream = this.#streams[1];
    stream.take(form.stream, streamSize(layer, 1));
    this.#arena.copy(palette, this.#palette, this.#wasm.paletteSize());
    this.#wasm.setStream(stream.at, width, height, this.#palette);
    this.#begin(layer, 1);
    draw();
    const packed = this.#wasm.paletteFull() === 0 ? this.#encode(layer, form, stream.at, finish) : null;
    this.#wasm.restoreTiles(form.stream, stream.at, 1);
    return packed;
  }

  #begin({ width, height }: ReadyLayer, pixel: 1 | 3): void {
    const tile = tileBytes(width, pixel);
    this.#wasm.resetTiles(width, height, tile, pixel);
    this.#wasm.setShape(width, height, tile, pixel);
  }

  #encode<T>(layer: ReadyLayer, form: Form, stream: number, finish: (packed: Packed) => T): T {
    const { pixel, codes, records, rows, kept, asTokens } = form;
    return this.#arena.borrow(packedRoom(streamSize(layer, pixel)), (out) => {
      const data = out + 8;
      const length = this.#wasm.encodeLayered(stream, codes, records, rows, kept, asTokens, data);
      const palette = pixel === 1 ? readPalette(this.#wasm, this.#arena, this.#palette) : null;
      return finish({ data, length, palette });
    });
  }
}

/** A palette's colours, three bytes each. */
export function readPalette(wasm: RasterExports, arena: Arena, table: number): Uint8Array {
  return arena.bytes(wasm.paletteColors(table), wasm.paletteCount(table) * 3).slice();
}
