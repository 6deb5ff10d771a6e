import { readFile } from 'node:fs/promises';
import { build } from '../../../scripts/build/h264.ts';

/** The encoder module, built first if its sources are newer. */
export async function h264Module(): Promise<WebAssembly.Module> {
  await build();
  return WebAssembly.compile(await readFile('dist/wasm/h264.wasm'));
}
