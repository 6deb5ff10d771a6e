import { compileAssembly } from './assembly.ts';

/** Compiles the raster module. 1,536 pages are 96 MB, within a Worker's 128 MB. */
export async function build(): Promise<void> {
  const module = { source: 'src/raster/assembly', target: 'dist/wasm/raster.wasm', maxPages: 1536 };
  await compileAssembly(module, import.meta.filename);
}
