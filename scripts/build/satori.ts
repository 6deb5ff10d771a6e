import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';

const { resolve } = createRequire(import.meta.url);

/** WebAssembly of packages, copied to where the runtimes compile it from. */
const MODULES = [
  ['satori/layout.wasm', 'dist/wasm/layout.wasm'],
  ['@resvg/resvg-wasm/index_bg.wasm', 'dist/wasm/resvg.wasm'],
  ['@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', 'dist/wasm/mozjpeg_dec.wasm'],
  ['@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm', 'dist/wasm/mozjpeg_enc.wasm'],
  ['@jsquash/webp/codec/dec/webp_dec.wasm', 'dist/wasm/webp_dec.wasm'],
  ['@jsquash/webp/codec/enc/webp_enc_simd.wasm', 'dist/wasm/webp_enc_simd.wasm'],
] as const;

export async function build(): Promise<void> {
  for (const [specifier, target] of MODULES) {
    const source = resolve(specifier);
    if (await isNewer(target, source)) continue;
    await mkdir(dirname(target), { recursive: true });
    await copyFile(source, target);
  }
}

async function isNewer(target: string, source: string): Promise<boolean> {
  const [made, given] = await Promise.all([stat(target).catch(() => null), stat(source)]);
  return made !== null && made.mtimeMs >= given.mtimeMs;
}

/** The HarfBuzz satori carries: WebAssembly as one string of base64. It is never run (see `src/layer/satori.ts`). */
const CARRIED_WASM = /"AGFzbQE[A-Za-z0-9+/=]{100000,}"/;

/** Leaves satori's HarfBuzz out of a bundle: half a megabyte of base64 that nothing uses. */
export const satoriWithoutHarfBuzz: Plugin = {
  name: 'satori-without-harfbuzz',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]satori[\\/]dist[\\/]standalone\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!CARRIED_WASM.test(source))
        throw new Error(`Expected HarfBuzz as base64 in ${path} but found none.`);
      return { contents: source.replace(CARRIED_WASM, '""'), loader: 'js' };
    });
  },
};
