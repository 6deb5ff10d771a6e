/** Bundles the Worker into `dist/worker/`. */
import { mkdir, rm } from 'node:fs/promises';
import { build as bundle } from 'esbuild';
import { satoriWithoutHarfBuzz } from './satori.ts';
import { wasmModules } from './wasm.ts';

const OUT = 'dist/worker';

export async function build(): Promise<void> {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  await bundle({
    entryPoints: { index: 'src/runtime/worker.ts' },
    outdir: OUT,
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    external: ['cloudflare:*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    logLevel: 'warning',
    plugins: [satoriWithoutHarfBuzz, wasmModules(OUT)],
  });
}
