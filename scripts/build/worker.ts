/** Bundles the Worker into `dist/worker/`. */
import { mkdir, rm } from 'node:fs/promises';
import { build as bundle, type Plugin } from 'esbuild';
import { satoriWithoutHarfBuzz } from './satori.ts';
import { wasmModules } from './wasm.ts';
import { zodInEnglish } from './zod.ts';

const OUT = 'dist/worker';

/** Mediabunny reads files where it runs on Node: a Worker has none. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup(bundling) {
    bundling.onResolve({ filter: /^node:fs\/promises$/ }, () => ({ path: 'fs', namespace: 'without-node' }));
    bundling.onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({ contents: 'export {};' }));
  },
};

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
    // What workerd has of Node, asked for by `import()` where it is needed.
    external: ['cloudflare:*', 'node:zlib'],
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    logLevel: 'warning',
    plugins: [satoriWithoutHarfBuzz, zodInEnglish, withoutNode, wasmModules(OUT)],
  });
}
