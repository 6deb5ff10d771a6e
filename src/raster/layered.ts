import type { Layer } from '../layer/model.ts';
import type { Arena } from './arena.ts';
import type { RasterExports } from './wasm.ts';

/** A layer in the module's memory, ready for cards: see `assembly/layered.ts` for what lies at the addresses. */
export interface ReadyLayer {
  key: string;
  width: number;
  height: number;
  /** Width of a tile in pixels. */
  tile: number;
  rgb: number;
  stream: number;
  filters: number;
  codes: number;
  records: number;
  rows: number;
  bits: number;
  bytes: number;
}

const MAX_TILES = 64;
const TILE = 64;

/** Tiles of 64 pixels, or so wide that a row has at most 64. */
export function tileWidth(width: number): number {
  return TILE * Math.ceil(width / (TILE * MAX_TILES));
}

/**
 * Readies a layer whose RGB rows are at `rgb`. `sample` draws a sample card over another copy of the rows and leaves
 * its touched tiles marked.
 */
export function readyLayer(
  wasm: RasterExports,
  arena: Arena,
  { key, width, height }: Layer,
  rgb: number,
  sample: (rgb: number) => void,
): ReadyLayer {
  const tile = tileWidth(width);
  const line = width * 3 + 1;
  const size = line * height;
  const tables = {
    codes: wasm.codesSize(),
    rows: height * 16,
    records: (Math.ceil(width / tile) * height + 1) * 12,
    filters: height,
  };
  const pixels = width * height * 3;
  const copy = arena.allocate(pixels);
  arena.copy(rgb, copy, pixels);
  sample(copy);
  const filters = arena.allocate(tables.filters);
  wasm.chooseFilters(copy, width, height, filters);
  const codes = arena.allocate(tables.codes);
  const stream = arena.allocate(size);
  wasm.filterPicture(copy, width, height, filters, stream);
  arena.release(copy);
  wasm.startCodes();
  wasm.countSample(stream, filters, width, height, tile);
  wasm.filterPicture(rgb, width, height, filters, stream);
  wasm.finishCodes(stream, width, height, tile, codes);
  const records = arena.allocate(tables.records);
  const rows = arena.allocate(tables.rows);
  const room = arena.allocate(size + (size >> 3) + 2048);
  const packed = wasm.packTiles(stream, width, height, tile, codes, records, rows, room);
  const bits = arena.shrink(room, packed);
  const bytes = width * height * 3 + size + packed + tables.codes + tables.rows + tables.records + height;
  return { key, width, height, tile, rgb, stream, filters, codes, records, rows, bits, bytes };
}

export function releaseLayer(arena: Arena, layer: ReadyLayer): void {
  for (const at of [
    layer.rgb,
    layer.stream,
    layer.filters,
    layer.codes,
    layer.records,
    layer.rows,
    layer.bits,
  ]) {
    arena.release(at);
  }
}

/** The copy of a layer that cards are drawn on, given back the layer's bytes after each. */
export class Canvas {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;
  #rgb = 0;
  #stream = 0;
  #room = 0;
  /** Key of the layer the copy equals; null while it does not. */
  #equals: string | null = null;

  constructor(wasm: RasterExports, arena: Arena) {
    this.#wasm = wasm;
    this.#arena = arena;
  }

  /** Lets `draw` change the picture and `encode` write it, as zlib data at the address given to it. */
  encode<T>(layer: ReadyLayer, draw: (rgb: number) => void, finish: (data: number, length: number) => T): T {
    const { width, height, tile } = layer;
    const line = width * 3;
    const size = (line + 1) * height;
    this.#reserve(size);
    if (this.#equals !== layer.key) {
      this.#arena.copy(layer.rgb, this.#rgb, line * height);
      this.#arena.copy(layer.stream, this.#stream, size);
    }
    this.#equals = null;
    draw(this.#rgb);
    const out = this.#arena.allocate(size + (size >> 3) + 2048);
    try {
      const length = this.#wasm.encodeLayered(
        this.#rgb,
        width,
        height,
        tile,
        layer.filters,
        this.#stream,
        layer.codes,
        layer.records,
        layer.rows,
        layer.bits,
        out + 8,
      );
      this.#wasm.restoreRows(layer.rgb, this.#rgb, line, height);
      this.#wasm.restoreRows(layer.stream, this.#stream, line + 1, height);
      this.#equals = layer.key;
      return finish(out + 8, length);
    } finally {
      this.#arena.release(out);
    }
  }

  #reserve(size: number): void {
    if (size <= this.#room) return;
    this.#equals = null;
    if (this.#room > 0) {
      this.#room = 0;
      this.#arena.release(this.#rgb);
      this.#arena.release(this.#stream);
    }
    this.#rgb = this.#arena.allocate(size);
    this.#stream = this.#arena.allocate(size);
    this.#room = size;
  }
}
