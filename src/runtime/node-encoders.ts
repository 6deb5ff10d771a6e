/** Encoders on Node, each loaded at its first picture: most servers draw nothing but PNG for long. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Encode, Encoders, LossyFormat } from '../raster/encode/model.ts';

const { resolve } = createRequire(import.meta.url);

const compiled = async (specifier: string): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(resolve(specifier)));

async function portable(): Promise<Encoders> {
  const { jsquashEncoders } = await import('../raster/encode/jsquash.ts');
  const [jpeg, webp] = await Promise.all([
    compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
    compiled('@jsquash/webp/codec/enc/webp_enc_simd.wasm'),
  ]);
  return jsquashEncoders({ jpeg, webp });
}

async function native(): Promise<Encoders> {
  return (await import('../raster/encode/sharp-node.ts')).sharpEncoders;
}

function late(format: LossyFormat, load: () => Promise<Encoders>): Encode {
  return async (pixels, quality) => {
    const encode = (await load())[format];
    if (encode === undefined) throw new TypeError(`There is no encoder for ${format}.`);
    return encode(pixels, quality);
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const libvips = once(native);
const everywhere = once(portable);

/** JPEG as on every other runtime. */
export const portableJpeg = late('jpeg', everywhere);

/** JPEG and AVIF by libvips, WebP as everywhere: libvips is no faster at it. */
export const nodeEncoders: Encoders = {
  jpeg: late('jpeg', libvips),
  webp: late('webp', everywhere),
  avif: late('avif', libvips),
};
