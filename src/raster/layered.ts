import type { Layer } from '../layer/model.ts';
import type { Arena } from './arena.ts';
import type { RasterExports } from './wasm.ts';

/** A layer filtered and packed, with 3 bytes a pixel, or 1: see `assembly/layered.ts` for what lies at the addresses. */
export interface Form {
  pixel: 1 | 3;
  stream: number;
  codes: number;
  records: number;
  rows: number;
  /** Tiles as tokens if they are few, else as bits. */
  kept: number;
  asTokens: boolean;
  /** Table of the palette, null with 3 bytes a pixel. */
  palette: number | null;
  bytes: number;
}

/** A layer in the module's memory, ready for cards. */
export interface ReadyLayer {
  key: string;
  width: number;
  height: number;
  rgb: number;
  /** With a palette; null where 256 colours are not enough. */
  indexed: Form | null;
  /** In full colour; made when it is first needed. */
  full: Form | null;
}

/** Draws a sample card over the target set in the module. */
export type DrawSample = () => void;

/** Tokens of a layer that cost next to nothing to pack again for every card. */
const FEW_TOKENS = 49_152;

const MAX_TILES = 64;

/** What one match of deflate covers at most, with no extra bits for its length. */
const LONGEST_MATCH = 258;

/** Bytes of a row's tiles: so many that a row has at most 64. */
export function tileBytes(width: number, pixel: 1 | 3): number {
  return LONGEST_MATCH * Math.ceil((width * pixel + 1) / (LONGEST_MATCH * MAX_TILES));
}

/** Bytes of everything kept of a layer. */
export function weightOf({ width, height, indexed, full }: ReadyLayer): number {
  return width * height * 3 + (indexed?.bytes ?? 0) + (full?.bytes ?? 0);
}

/** Readies layers for cards, and lets go of them. */
export class LayerPress {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;

  constructor(wasm: RasterExports, arena: Arena) {
    this.#wasm = wasm;
    this.#arena = arena;
  }

  /** A layer whose RGB rows are at `rgb`, with a palette if that will do. */
  ready({ key, width, height }: Layer, rgb: number, sample: DrawSample): ReadyLayer {
    const layer: ReadyLayer = { key, width, height, rgb, indexed: null, full: null };
    layer.indexed = this.#indexed(layer, sample);
    layer.full = layer.indexed ? null : this.full(layer, sample);
    return layer;
  }

  /** The layer in full colour. */
  full(layer: ReadyLayer, sample: DrawSample): Form {
    const { width, height, rgb } = layer;
    this.#shape(layer, 3);
    const stream = this.#arena.allocate(streamSize(layer, 3));
    return this.#arena.borrow(height, (filters) => {
      this.#onSample(layer, 3, sample, (copy) => {
        this.#wasm.chooseFilters(copy, filters);
        this.#wasm.filterPicture(copy, filters, stream);
      });
      this.#wasm.startCodes();
      this.#wasm.countSample(stream);
      this.#wasm.filterPicture(rgb, filters, stream);
      return this.#pack(layer, 3, stream, null, width);
    });
  }

  #indexed(layer: ReadyLayer, sample: DrawSample): Form | null {
    this.#shape(layer, 1);
    const arena = this.#arena;
    const palette = arena.allocate(this.#wasm.paletteSize());
    const stream = arena.allocate(streamSize(layer, 1));
    this.#wasm.clearPalette(palette);
    this.#wasm.startCodes();
    const enough =
      this.#wasm.indexPicture(layer.rgb, palette, stream) !== 0 &&
      this.#onSample(layer, 1, sample, (copy) => this.#wasm.indexPicture(copy, palette, stream) !== 0);
    if (!enough) {
      arena.release(palette);
      arena.release(stream);
      return null;
    }
    this.#wasm.countSample(stream);
    this.#wasm.indexPicture(layer.rgb, palette, stream);
    return this.#pack(layer, 1, stream, palette, layer.width);
  }

  #onSample<T>(
    { rgb, width, height }: ReadyLayer,
    pixel: 1 | 3,
    sample: DrawSample,
    use: (copy: number) => T,
  ): T {
    const bytes = width * height * 3;
    return this.#arena.borrow(bytes, (copy) => {
      this.#arena.copy(rgb, copy, bytes);
      this.#wasm.setTarget(copy, width, height);
      this.#wasm.resetTiles(width, height, tileBytes(width, pixel), pixel);
      sample();
      return use(copy);
    });
  }

  #pack(layer: ReadyLayer, pixel: 1 | 3, stream: number, palette: number | null, width: number): Form {
    const { height } = layer;
    const size = streamSize(layer, pixel);
    const sizes = {
      codes: this.#wasm.codesSize(),
      records: (Math.ceil((width * pixel + 1) / tileBytes(width, pixel)) * height + 1) * 12,
      rows: height * 16,
    };
    const codes = this.#arena.allocate(sizes.codes);
    const records = this.#arena.allocate(sizes.records);
    const rows = this.#arena.allocate(sizes.rows);
    const count = this.#wasm.finishCodes(stream, codes);
    const asTokens = count <= FEW_TOKENS;
    const kept = this.#arena.allocate(asTokens ? count * 4 : packedRoom(size));
    let keptBytes = count * 4;
    if (asTokens) this.#wasm.listTiles(stream, records, rows, kept);
    else {
      keptBytes = this.#wasm.packTiles(stream, codes, records, rows, kept);
      this.#arena.shrink(kept, keptBytes);
    }
    const bytes = size + keptBytes + sizes.codes + sizes.records + sizes.rows;
    return { pixel, stream, codes, records, rows, kept, asTokens, palette, bytes };
  }

  #shape({ width, height }: ReadyLayer, pixel: 1 | 3): void {
    this.#wasm.setShape(width, height, tileBytes(width, pixel), pixel);
  }

  release({ rgb, indexed, full }: ReadyLayer): void {
    this.#arena.release(rgb);
    for (const form of [indexed, full]) {
      if (!form) continue;
      const { stream, codes, records, rows, kept, palette } = form;
      for (const at of [stream, codes, records, rows, kept]) this.#arena.release(at);
      if (palette !== null) this.#arena.release(palette);
    }
  }
}

/** Bytes of a picture's filtered rows. */
export function streamSize({ width, height }: { width: number; height: number }, pixel: 1 | 3): number {
  return (width * pixel + 1) * height;
}

/** Room for a stream packed with codes made for another: a byte takes at most 15 bits. */
export function packedRoom(size: number): number {
  return size * 2 + 4096;
}
