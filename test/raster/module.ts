import { readFile } from 'node:fs/promises';
import { build } from '../../scripts/build/raster.ts';

/** The raster module, built first if its sources are newer. */
export async function rasterModule(): Promise<WebAssembly.Module> {
  await build();
  return WebAssembly.compile(await readFile('dist/wasm/raster.wasm'));
}
