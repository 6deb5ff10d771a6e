import { joined } from '../joined.ts';
import type { Arena } from './arena.ts';
import type { PngText } from './model.ts';
import type { RasterExports } from './wasm.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Pixels per metre at 96 dpi. */
const PIXELS_PER_METRE = 96 / 0.0254;

export interface PngHead {
  width: number;
  height: number;
  /** Three bytes a colour; null for RGB. */
  palette: Uint8Array | null;
  dpr: number;
  text: PngText;
}

/** Puts chunks around a zlib stream in the module's memory. */
export class PngWriter {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;

  constructor(wasm: RasterExports, arena: Arena) {
    this.#wasm = wasm;
    this.#arena = arena;
  }

  /** The file's bytes. `data` is where the zlib stream begins, with 8 bytes free before it and 4 after. */
  write(head: PngHead, data: number, length: number): Uint8Array {
    const chunks = [Uint8Array.from(SIGNATURE), this.#chunk('IHDR', header(head))];
    if (head.palette) chunks.push(this.#chunk('PLTE', head.palette));
    chunks.push(this.#chunk('pHYs', density(head.dpr)));
    for (const [keyword, value] of Object.entries(head.text)) {
      chunks.push(this.#chunk('iTXt', internationalText(keyword, value)));
    }
    const idat = this.#arena.bytes(data - 8, length + 12);
    const view = new DataView(idat.buffer, idat.byteOffset, idat.length);
    view.setUint32(0, length);
    idat.set(latin('IDAT'), 4);
    view.setUint32(length + 8, this.#wasm.crc32(data - 4, length + 4));
    return joined([...chunks, idat, this.#chunk('IEND', new Uint8Array())]);
  }

  #chunk(type: string, data: Uint8Array): Uint8Array {
    const chunk = new Uint8Array(data.length + 12);
    const view = new DataView(chunk.buffer);
    view.setUint32(0, data.length);
    chunk.set(latin(type), 4);
    chunk.set(data, 8);
    const checked = data.length + 4;
    const at = this.#arena.allocate(checked);
    this.#arena.bytes(at, checked).set(chunk.subarray(4, 8 + data.length));
    view.setUint32(8 + data.length, this.#wasm.crc32(at, checked));
    this.#arena.release(at);
    return chunk;
  }
}

function header({ width, height, palette }: PngHead): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Colour type 2 is RGB, 3 a palette (PNG 3rd edition, 11.2.1).
  data.set([8, palette ? 3 : 2], 8);
  return data;
}

function density(dpr: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(PIXELS_PER_METRE * dpr);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return data;
}

/** Uncompressed UTF-8 text without language or translated key word (PNG 3rd edition, 11.3.3.4). */
function internationalText(keyword: string, value: string): Uint8Array {
  if (!/^[!-~](?:[ -~]{0,77}[!-~])?$/.test(keyword)) {
    throw new RangeError(`Expected a PNG key word of 1 to 79 Latin characters but received ${keyword}.`);
  }
  return joined([latin(keyword), new Uint8Array(5), new TextEncoder().encode(value)]);
}

function latin(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
