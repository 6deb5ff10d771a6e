import { startOptions } from '../../emscripten.ts';
import createMozJpeg from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { defaultOptions as jpegDefaults } from '@jsquash/jpeg/meta.js';
import createWebP from '@jsquash/webp/codec/enc/webp_enc_simd.js';
import { defaultOptions as webpDefaults } from '@jsquash/webp/meta.js';
import type { Encode, Encoders } from './model.ts';

/** The codecs' WebAssembly, compiled: workerd compiles none at run time. */
export interface EncoderModules {
  /** `@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm` */
  jpeg: WebAssembly.Module;
  /** `@jsquash/webp/codec/enc/webp_enc_simd.wasm` */
  webp: WebAssembly.Module;
}

/** A codec as Emscripten makes it; its package declares it with a type it does not declare. */
interface Codec {
  /** Straight RGBA in; null when memory ran out. */
  encode(rgba: Uint8Array, width: number, height: number, options: object): Uint8Array | null;
}

/** JPEG by MozJPEG and WebP by libwebp, on every runtime. A codec starts at its first picture. */
export function jsquashEncoders(modules: EncoderModules): Encoders & { jpeg: Encode } {
  const mozJpeg = once<Codec>(() => createMozJpeg(startOptions(modules.jpeg)));
  const webP = once<Codec>(() => createWebP(startOptions(modules.webp)));
  return {
    async jpeg({ width, height, rgba }, quality) {
      const codec = await mozJpeg();
      // Letters keep their edges only if colour is not halved.
      // Scans in one pass take half the time of progressive ones, for an eighth more bytes.
      const options = {
        ...jpegDefaults,
        quality,
        progressive: false,
        auto_subsample: false,
        chroma_subsample: 1,
      };
      return taken(codec.encode(rgba, width, height, options));
    },
    async webp({ width, height, rgba }, quality) {
      const codec = await webP();
      // Method 2 of 6: a third less time than 4, for a thirtieth more bytes.
      const options = { ...webpDefaults, quality, method: 2, use_sharp_yuv: 1 };
      return taken(codec.encode(rgba, width, height, options));
    },
  };
}

function taken(bytes: Uint8Array | null): Uint8Array {
  if (bytes === null) throw new Error('The encoder ran out of memory.');
  return bytes;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
