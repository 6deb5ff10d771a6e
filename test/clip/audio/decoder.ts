import { readFile } from 'node:fs/promises';
import { mp3Decoder } from '../../../src/clip/audio/mp3-decoder.ts';

/** As the build takes it from its package. */
export const mp3 = mp3Decoder(await WebAssembly.compile(await readFile('dist/wasm/mpg123.wasm')));
