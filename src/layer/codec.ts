import { startOptions } from '../emscripten.ts';
import createJpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import createJpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { defaultOptions } from '@jsquash/jpeg/meta.js';
import createWebPDecoder from '@jsquash/webp/codec/dec/webp_dec.js';
import { PullquoteError } from '../errors.ts';
import type { Pixels } from './pixels.ts';

/** Takes pictures apart and makes JPEGs, where their bytes cannot be kept as they came. */
export interface PictureCodec {
  /** The pixels as the file has them, whatever its EXIF says. @throws PullquoteError `bad-image` */
  decode(bytes: Uint8Array, type: 'image/jpeg' | 'image/webp'): Promise<Pixels>;
  /** @param pixels opaque */
  jpeg(pixels: Pixels): Promise<Uint8Array>;
}

/** The codecs' WebAssembly, compiled when it is first needed. */
export interface CodecModules {
  /** `@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm` */
  jpegDecoder: () => Promise<WebAssembly.Module>;
  /** `@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm` */
  jpegEncoder: () => Promise<WebAssembly.Module>;
  /** `@jsquash/webp/codec/dec/webp_dec.wasm` */
  webpDecoder: () => Promise<WebAssembly.Module>;
}

const QUALITY = 90;

/** What Emscripten's modules return; their packages declare them with types they do not declare. */
interface Decoder {
  decode(bytes: Uint8Array, applyOrientation?: boolean): Decoded | null;
}

interface Encoder {
  encode(rgba: Uint8Array, width: number, height: number, options: object): Uint8Array | null;
}

interface Decoded {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/**
 * JPEG by MozJPEG and WebP by libwebp, the same bytes on every runtime. Each picture has an instance of its own, whose
 * memory goes with it: a Workers isolate has little.
 */
export function jsquashCodec(modules: CodecModules): PictureCodec {
  const jpeg = async (bytes: Uint8Array): Promise<Decoded> => {
    const decoder: Decoder = await createJpegDecoder(startOptions(await modules.jpegDecoder()));
    return whole(() => decoder.decode(bytes, false));
  };
  const webp = async (bytes: Uint8Array): Promise<Decoded> => {
    const decoder: Decoder = await createWebPDecoder(startOptions(await modules.webpDecoder()));
    return whole(() => decoder.decode(bytes));
  };
  return {
    async decode(bytes, type) {
      const { data, width, height } = await (type === 'image/jpeg' ? jpeg(bytes) : webp(bytes));
      return { width, height, pixels: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
    },
    async jpeg({ pixels, width, height }) {
      const encoder: Encoder = await createJpegEncoder(startOptions(await modules.jpegEncoder()));
      const bytes = encoder.encode(pixels, width, height, { ...defaultOptions, quality: QUALITY });
      if (bytes === null) throw new Error('The encoder ran out of memory.');
      return new Uint8Array(bytes);
    },
  };
}

function whole(decode: () => Decoded | null): Decoded {
  try {
    const image = decode();
    if (image !== null) return image;
  } catch {
    // The codec says no more than that it failed.
  }
  throw new PullquoteError('bad-image', 'Expected a whole picture but this one cannot be decoded.');
}
