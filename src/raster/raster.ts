import { PullquoteError } from '../errors.ts';
import { Kept } from '../kept.ts';
import type { Layer } from '../layer/model.ts';
import { Arena } from './arena.ts';
import { Composer } from './compose.ts';
import { drawOn, WasmBoard } from './board.ts';
import type { Board, Pixels, PngOptions, Raster, Scene, Sources } from './model.ts';
import { Canvas, type Packed, readPalette } from './canvas.ts';
import { type Form, LayerPress, type ReadyLayer, tileBytes, weightOf } from './layered.ts';
import { type PngHead, PngWriter } from './png.ts';
import type { RasterExports } from './wasm.ts';
import { instantiate } from './wasm.ts';

/** Layers kept ready in the module's memory, in bytes. */
const LAYERS = 40 << 20;

/** Memory beyond which layers are let go of before more is taken, in bytes: a layer being readied needs much for a moment. */
const ENOUGH = 64 << 20;

/** A layer not drawn on for so many cards is let go of rather than that memory grows: packs draw all of a size, then all of the next. */
const PASSED = 100;

/** Larger pictures are encoded without what is kept of their layers, which would not fit beside them. */
const LAYERED_PIXELS = 3_200_000;

/** Widest and highest picture in device pixels; tables in the module are sized by it. */
const MAX_SIDE = 16_000;

/** Earlier places tried for a match, by effort. */
const DEPTH = { fast: 0, default: 0, max: 128 } as const;

/** Raised with every change of the bytes drawn or encoded: part of every card's key. */
export const RASTER_VERSION = 6;

export type { Raster } from './model.ts';

/**
 * Makes a raster with a memory of its own, bounded by what the module was compiled with.
 * @param enough memory beyond which layers are let go of before more is taken, in bytes
 */
export async function createRaster(
  module: WebAssembly.Module,
  sources: Sources,
  enough = ENOUGH,
): Promise<Raster> {
  return new WasmRaster(await instantiate(module), sources, enough);
}

class WasmRaster implements Raster {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;
  readonly #layers: Kept<ReadyLayer>;
  readonly #press: LayerPress;
  readonly #canvas: Canvas;
  readonly #composer: Composer;
  readonly #writer: PngWriter;
  /** The layer being drawn on, which must stay where it is. */
  #used: ReadyLayer | null = null;

  constructor(wasm: RasterExports, sources: Sources, enough: number) {
    this.#wasm = wasm;
    const relieve = (full: boolean): boolean =>
      this.#layers.dropOldest(this.#used, PASSED) ||
      (this.#used === null && this.#canvas.release()) ||
      (full && this.#layers.dropOldest(this.#used));
    this.#arena = new Arena(wasm.memory, wasm.heapBase(), relieve, enough);
    this.#press = new LayerPress(wasm, this.#arena);
    this.#canvas = new Canvas(wasm, this.#arena);
    this.#layers = new Kept(LAYERS, (layer) => {
      this.#press.release(layer);
      this.#canvas.forget();
    });
    this.#composer = new Composer(wasm, this.#arena, sources);
    this.#writer = new PngWriter(wasm, this.#arena);
  }

  png(scene: Scene, options: PngOptions = {}): Uint8Array {
    const { layer } = scene;
    const { width, height } = layer;
    const { effort = 'default', text = {}, dpr = layer.dpr, once = false } = options;
    checkSides(width, height);
    if (once || effort === 'max' || width * height > LAYERED_PIXELS) {
      return this.#composed(scene, (rgb) => this.#encode(rgb, width, height, { effort, text, dpr }));
    }
    const ready = this.#ready(layer);
    this.#used = ready;
    try {
      const draw = (): void => this.#composer.draw(scene);
      const finish = ({ data, length, palette }: Packed): Uint8Array =>
        this.#writer.write({ width, height, palette, dpr, text }, data, length);
      const indexed = ready.indexed && this.#canvas.pack(ready, ready.indexed, draw, finish);
      return indexed ?? this.#canvas.pack(ready, this.#full(ready, layer), draw, finish) ?? unpackable();
    } finally {
      this.#used = null;
    }
  }

  pixels(scene: Scene): Pixels {
    const { width, height } = scene.layer;
    checkSides(width, height);
    return this.#composed(scene, (rgb) => {
      const bytes = width * height * 4;
      return this.#arena.borrow(bytes, (at) => {
        this.#wasm.rgbToRgba(rgb, at, width * height);
        return { width, height, rgba: this.#arena.bytes(at, bytes).slice() };
      });
    });
  }

  board(scene: Scene): Board {
    const { width, height, pixels } = scene.layer;
    checkSides(width, height);
    const still = this.#arena.allocate(width * height * 3);
    this.#load(pixels, still, width * height);
    drawOn(this.#wasm, this.#composer, still, scene);
    return new WasmBoard(this.#wasm, this.#arena, this.#composer, scene.layer, still);
  }

  encodePng({ width, height, rgba }: Pixels, options: PngOptions = {}): Uint8Array {
    checkSides(width, height);
    return this.#arena.borrow(width * height * 3, (rgb) => {
      this.#load(rgba, rgb, width * height);
      return this.#encode(rgb, width, height, options);
    });
  }

  #composed<T>(scene: Scene, use: (rgb: number) => T): T {
    const { width, height, pixels } = scene.layer;
    return this.#arena.borrow(width * height * 3, (rgb) => {
      this.#load(pixels, rgb, width * height);
      drawOn(this.#wasm, this.#composer, rgb, scene);
      return use(rgb);
    });
  }

  #ready(layer: Layer): ReadyLayer {
    const known = this.#layers.get(layer.key);
    if (known) return known;
    const ready = this.#press.ready(
      layer,
      (rgb) => this.#load(layer.pixels, rgb, layer.width * layer.height),
      () => this.#composer.drawSample(layer),
    );
    this.#layers.set(layer.key, ready, weightOf(ready));
    return ready;
  }

  /** The form in full colour, made for the first card whose colours do not fit the palette. */
  #full(ready: ReadyLayer, layer: Layer): Form {
    if (!ready.full) {
      ready.full = this.#press.full(
        ready,
        (rgb) => this.#load(layer.pixels, rgb, layer.width * layer.height),
        () => this.#composer.drawSample(layer),
      );
      this.#layers.set(layer.key, ready, weightOf(ready));
    }
    return ready.full;
  }

  /** Copies RGBA pixels in, without their alpha, piece by piece. */
  #load(rgba: Uint8Array, rgb: number, pixels: number): void {
    const piece = 65_536;
    this.#arena.borrow(piece * 4, (at) => {
      for (let done = 0; done < pixels; done += piece) {
        const count = Math.min(piece, pixels - done);
        this.#arena.bytes(at, count * 4).set(rgba.subarray(done * 4, (done + count) * 4));
        this.#wasm.rgbaToRgb(at, rgb + done * 3, count);
      }
    });
  }

  /** Encodes RGB rows without a layer's help. */
  #encode(rgb: number, width: number, height: number, options: PngOptions): Uint8Array {
    const { effort = 'default', text = {}, dpr = 1 } = options;
    const head = { width, height, palette: null, dpr, text };
    const depth = DEPTH[effort];
    return (
      (effort === 'max' ? this.#encodeIndexed(rgb, head, depth) : null) ??
      this.#arena.borrow(height, (filters) => {
        this.#wasm.setShape(width, height, tileBytes(width, 3), 3);
        this.#wasm.chooseFilters(rgb, filters);
        return this.#pack(rgb, head, filters, depth);
      })
    );
  }

  /** With a palette, where 256 colours are enough; else null. */
  #encodeIndexed(rgb: number, head: PngHead, depth: number): Uint8Array | null {
    const pixels = head.width * head.height;
    return this.#arena.borrow(this.#wasm.paletteSize(), (table) =>
      this.#arena.borrow(pixels, (indices) => {
        this.#wasm.clearPalette(table);
        if (this.#wasm.indexPixels(table, rgb, pixels, indices) === 0) return null;
        const palette = readPalette(this.#wasm, this.#arena, table);
        return this.#arena.borrow(head.height, (filters) => {
          this.#arena.bytes(filters, head.height).fill(0);
          return this.#pack(indices, { ...head, palette }, filters, depth);
        });
      }),
    );
  }

  #pack(pixels: number, head: PngHead, filters: number, depth: number): Uint8Array {
    const pixelBytes = head.palette ? 1 : 3;
    const line = head.width * pixelBytes;
    return this.#arena.borrow(blocksRoom((line + 1) * head.height, head.height), (at) => {
      const data = at + 8;
      const length = this.#wasm.encodePicture(pixels, line, head.height, pixelBytes, filters, depth, data);
      return this.#writer.write(head, data, length);
    });
  }
}

/** Room for a stream packed in blocks with codes of their own, the smallest of which are 16 rows. */
function blocksRoom(size: number, height: number): number {
  return size + (size >> 3) + 400 * Math.ceil(height / 16) + 4096;
}

function unpackable(): never {
  throw new Error('A picture in full colour was not packed.');
}

function checkSides(width: number, height: number): void {
  if (width > MAX_SIDE || height > MAX_SIDE) {
    throw new PullquoteError('too-large', `Expected a picture of at most ${MAX_SIDE} pixels a side.`);
  }
}
