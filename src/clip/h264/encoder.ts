import { cavlcTables } from './tables.ts';
import type { VideoFormat } from './parameters.ts';
import { type H264Exports, instantiate } from './wasm.ts';

/** A part of a picture in pixels; all four even. */
interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Planes of samples in whole macroblocks, as a decoder has them before cropping. */
interface Planes {
  stride: number;
  y: Uint8Array;
  u: Uint8Array;
  v: Uint8Array;
}

/** How coarsely a picture is coded, 14 to 29: its smooth parts, where coarse steps show as bands, and those with edges. */
export interface Quantisers {
  smooth: number;
  rough: number;
}

/**
 * An H.264 encoder for pictures that stand still but for parts: it codes the macroblocks that changed and skips the rest.
 * Units come as MP4 files hold them, with a length of four bytes.
 */
export interface H264Encoder {
  /**
   * Takes over pixels of an area.
   * @param rgb 24-bit rows of the whole picture, `width * 3` bytes apart
   */
  put(rgb: Uint8Array, area: Area): void;
  /** Codes a key picture. */
  key(quantisers: Quantisers): Uint8Array<ArrayBuffer>;
  /** Codes what changed since the picture before. */
  changes(quantisers: Quantisers): Uint8Array<ArrayBuffer>;
  /** What a decoder shows of the last picture, bit by bit. */
  reconstruction(): Planes;
}

/** Most bytes of a coded macroblock: A.3.1 allows 400, and random pixels at the finest quantiser take about 350. */
const MACROBLOCK = 512;

/** Rows taken over at a time. */
const BAND = 64;

const PAGE = 65_536;

/** Makes encoders, one at a time: beginning one ends the one before, whose memory it takes over. */
export interface H264 {
  begin(format: VideoFormat): H264Encoder;
}

/** Encoders in a memory of their own, about 11 MB for 1080 by 1920. It is kept: engines are slow to free such memory. */
export async function createH264(module: WebAssembly.Module): Promise<H264> {
  const wasm = await instantiate(module);
  return { begin: ({ width, height }) => new Encoder(wasm, width, height) };
}

class Encoder implements H264Encoder {
  readonly #wasm: H264Exports;
  readonly #width: number;
  readonly #macroblocks: { across: number; down: number };
  readonly #staging: number;
  readonly #unit: number;
  #keys = 0;
  #sinceKey = 0;

  constructor(wasm: H264Exports, width: number, height: number) {
    if (width % 2 !== 0 || height % 2 !== 0 || width < 2 || height < 2) {
      throw new RangeError(`Expected even sides but received ${width}x${height}.`);
    }
    this.#wasm = wasm;
    this.#width = width;
    const [across, down] = [Math.ceil(width / 16), Math.ceil(height / 16)];
    this.#macroblocks = { across, down };
    const picture = aligned(wasm.heapBase());
    this.#staging = aligned(picture + wasm.roomFor(width, height));
    this.#unit = aligned(this.#staging + width * 3 * BAND);
    const end = this.#unit + across * down * MACROBLOCK + 1024;
    wasm.memory.grow(Math.max(0, Math.ceil((end - wasm.memory.buffer.byteLength) / PAGE)));
    new Uint8Array(wasm.memory.buffer).fill(0, picture, this.#staging);
    wasm.setUp(width, height, picture);
    this.#writeTables();
  }

  put(rgb: Uint8Array, { x, y, width, height }: Area): void {
    if (width <= 0 || height <= 0) return;
    const memory = new Uint8Array(this.#wasm.memory.buffer);
    const line = this.#width * 3;
    for (let top = y; top < y + height; top += BAND) {
      const rows = Math.min(BAND, y + height - top);
      for (let row = 0; row < rows; row++) {
        const from = (top + row) * line + x * 3;
        memory.set(rgb.subarray(from, from + width * 3), this.#staging + row * width * 3);
      }
      this.#wasm.putPixels(this.#staging, x, top, width, rows);
    }
  }

  key({ smooth, rough }: Quantisers): Uint8Array<ArrayBuffer> {
    this.#sinceKey = 0;
    return this.#copy(this.#wasm.codeKey(smooth, rough, this.#keys++, this.#unit));
  }

  changes({ smooth, rough }: Quantisers): Uint8Array<ArrayBuffer> {
    return this.#copy(this.#wasm.codeChanges(smooth, rough, ++this.#sinceKey, this.#unit));
  }

  reconstruction(): Planes {
    const { across, down } = this.#macroblocks;
    const luma = across * down * 256;
    const at = this.#wasm.reconstruction();
    const bytes = new Uint8Array(this.#wasm.memory.buffer).slice(at, at + luma * 1.5);
    return {
      stride: across * 16,
      y: bytes.subarray(0, luma),
      u: bytes.subarray(luma, luma * 1.25),
      v: bytes.subarray(luma * 1.25),
    };
  }

  #copy(length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#wasm.memory.buffer).slice(this.#unit, this.#unit + length);
  }

  #writeTables(): void {
    const words = new Uint32Array(this.#wasm.memory.buffer);
    let at = this.#wasm.tokenTable() / 4;
    for (const table of cavlcTables.tokens) {
      words.set(table, at);
      at += table.length;
    }
    words.set(cavlcTables.zeros, this.#wasm.zerosTable() / 4);
    words.set(cavlcTables.chromaZeros, this.#wasm.chromaZerosTable() / 4);
    words.set(cavlcTables.runs, this.#wasm.runTable() / 4);
  }
}

function aligned(address: number): number {
  return Math.ceil(address / 16) * 16;
}
