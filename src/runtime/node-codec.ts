/** Codecs of pictures on Node: their WebAssembly from the packages as npm put them. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { jsquashCodec, type PictureCodec } from '../layer/codec.ts';

const { resolve } = createRequire(import.meta.url);

const read = (specifier: string) => async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(resolve(specifier)));

export const nodeCodec: PictureCodec = jsquashCodec({
  jpegDecoder: read('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
  jpegEncoder: read('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
  webpDecoder: read('@jsquash/webp/codec/dec/webp_dec.wasm'),
});
