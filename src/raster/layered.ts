import type { Layer } from '../layer/model.ts';
import type { Arena } from './arena.ts';
import type { RasterExports } from './wasm.ts';

/** A layer filtered and packed, with 3 bytes a pixel, or 1: see `assembly/layered.ts` for what lies at the addresses. */
export interface Form {
  pixel: 1 | 3;
  canvas: number;
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
  /** With a palette; null where 256 colours are not enough. */
  indexed: Form | null;
  /** In full colour; made when it is first needed. */
  full: Form | null;
}

/** Writes the layer's RGB rows to an address. */
export type LoadRows = (rgb: number) => void;

/** Draws a sample card over the target set in the module. */
export type DrawSample = () => void;

/** Tokens of a layer that cost next to nothing to pack again for every card. */
const FEW_TOKENS = 49_152;

const MAX_TILES = 64;

/** What one match of deflate covers at most, with no extra bits for its length. */
const LONGEST_MATCH = 258;

/** Bytes of a tile: so many that a row has at most 64. */
export function tileBytes(width: number, pixel: 1 | 3): number {
  return LONGEST_MATCH * Math.ceil((width * pixel) / (LONGEST_MATCH * MAX_TILES));
}

/** Tiles of a row, the first of which has the filter's byte and a pixel more. */
function tilesOfRow(width: number, pixel: 1 | 3): number {
  return Math.max(1, Math.ceil(((width - 1) * pixel) / tileBytes(width, pixel)));
}

/** Bytes of everything kept of a layer. */
export function weightOf({ indexed, full }: ReadyLayer): number {
  return (indexed?.bytes ?? 0) + (full?.bytes ?? 0);
}

/** Readies layers for cards, and lets go of them. */
export class LayerPress {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;

  constructor(wasm: RasterExports, arena: Arena) {
    this.#wasm = wasm;
    this.#arena = arena;
  }

  /** A layer with a palette if that will do, else in full colour. */
  ready({ key, width, height }: Layer, load: LoadRows, sample: DrawSample): ReadyLayer {
    const layer: ReadyLayer = { key, width, height, indexed: null, full: null };
    this.#makeRoom(streamSize(layer, 1) + 2 * width * height * 3);
    const indexed = this.#arena.borrow(width * height * 3, (rgb) => {
      load(rgb);
      return this.#indexed(layer, rgb, sample);
    });
    return indexed ? { ...layer, indexed } : { ...layer, full: this.full(layer, load, sample) };
  }

  /** The layer in full colour. */
  full(layer: ReadyLayer, load: LoadRows, sample: DrawSample): Form {
    const { width, height } = layer;
    this.#makeRoom(2 * streamSize(layer, 3) + 2 * width * height * 3);
    return this.#arena.claim((allocate) => {
      const canvas = allocate(streamSize(layer, 3));
      this.#shape(layer, 3);
      return this.#arena.borrow(streamSize(layer, 3), (stream) => {
        // Given back before it is packed, which needs as much room again.
        this.#arena.borrow(width * height * 3, (rgb) =>
          this.#arena.borrow(height, (filters) => {
            load(rgb);
            this.#onSample(layer, 3, rgb, sample, (copy) => {
              this.#wasm.chooseFilters(copy, filters);
              this.#wasm.filterPicture(copy, filters, stream);
            });
            this.#wasm.startCodes();
            this.#wasm.countSample(stream);
            this.#wasm.filterPicture(rgb, filters, stream);
            this.#wasm.copyPicture(rgb, filters, canvas);
          }),
        );
        return this.#pack(layer, { pixel: 3, canvas, palette: null }, stream, allocate);
      });
    });
  }

  /** Room for all that is needed at a time, in one piece: what is let go of for one part at a time leaves gaps between them. */
  #makeRoom(bytes: number): void {
    this.#arena.borrow(bytes, () => undefined);
  }

  #indexed(layer: ReadyLayer, rgb: number, sample: DrawSample): Form | null {
    this.#shape(layer, 1);
    return this.#arena.claim((allocate) => {
      const palette = allocate(this.#wasm.paletteSize());
      const canvas = allocate(streamSize(layer, 1));
      this.#wasm.clearPalette(palette);
      this.#wasm.startCodes();
      const index = (rows: number): boolean => this.#wasm.indexPicture(rows, palette, canvas) !== 0;
      if (!index(rgb) || !this.#onSample(layer, 1, rgb, sample, index)) {
        this.#arena.release(palette);
        this.#arena.release(canvas);
        return null;
      }
      this.#wasm.countSample(canvas);
      index(rgb);
      return this.#pack(layer, { pixel: 1, canvas, palette }, canvas, allocate);
    });
  }

  #onSample<T>(
    { width, height }: ReadyLayer,
    pixel: 1 | 3,
    rgb: number,
    sample: DrawSample,
    use: (copy: number) => T,
  ): T {
    const bytes = width * height * 3;
    return this.#arena.borrow(bytes, (copy) => {
      this.#arena.copy(rgb, copy, bytes);
      this.#wasm.setTarget(copy, width, height, 0);
      this.#wasm.resetTiles(width, height, tileBytes(width, pixel), pixel);
      sample();
      return use(copy);
    });
  }

  #pack(
    layer: ReadyLayer,
    start: Pick<Form, 'pixel' | 'canvas' | 'palette'>,
    stream: number,
    allocate: (bytes: number) => number,
  ): Form {
    const { width, height } = layer;
    const { pixel } = start;
    const size = streamSize(layer, pixel);
    const sizes = {
      codes: this.#wasm.codesSize(),
      records: (tilesOfRow(width, pixel) * height + 1) * 12,
      rows: height * 16,
    };
    const codes = allocate(sizes.codes);
    const records = allocate(sizes.records);
    const rows = allocate(sizes.rows);
    const count = this.#wasm.finishCodes(stream, codes);
    const asTokens = count <= FEW_TOKENS;
    const kept = allocate(asTokens ? count * 4 : packedRoom(size));
    let keptBytes = count * 4;
    if (asTokens) this.#wasm.listTiles(stream, records, rows, kept);
    else {
      keptBytes = this.#wasm.packTiles(stream, codes, records, rows, kept);
      this.#arena.shrink(kept, keptBytes);
    }
    const bytes = size + keptBytes + sizes.codes + sizes.records + sizes.rows;
    return { ...start, codes, records, rows, kept, asTokens, bytes };
  }

  #shape({ width, height }: ReadyLayer, pixel: 1 | 3): void {
    this.#wasm.setShape(width, height, tileBytes(width, pixel), pixel);
  }

  release({ indexed, full }: ReadyLayer): void {
    for (const form of [indexed, full]) {
      if (!form) continue;
      const { canvas, codes, records, rows, kept, palette } = form;
      for (const at of [canvas, codes, records, rows, kept, palette]) {
        if (at !== null) this.#arena.release(at);
      }
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
