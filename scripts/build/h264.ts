import { compileAssembly } from './assembly.ts';

/** Compiles the video encoder. 512 pages are 32 MB. */
export async function build(): Promise<void> {
  const module = { source: 'src/clip/assembly', target: 'dist/wasm/h264.wasm', maxPages: 512 };
  await compileAssembly(module, import.meta.filename);
}
