/** Bundles the command line, and the server with it, into `dist/node/`, and the thread that draws. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';

const OUT = 'dist/node';

/** Packages with native or WebAssembly parts stay where npm put them; bundled, the others load several times faster. */
const EXTERNAL = ['@jsquash/*', '@resvg/resvg-js', 'harfbuzzjs', 'satori', 'satori/*', 'sharp'];

export async function build(): Promise<void> {
  const { metafile } = await bundle({
    entryPoints: { cli: 'src/cli/index.ts', 'draw-thread': 'src/runtime/draw-thread.ts' },
    outdir: OUT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: EXTERNAL,
    jsx: 'automatic',
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'warning',
    banner: { js: '#!/usr/bin/env node' },
  });
  // Chunks of an earlier build have other names; what was compiled of them (`src/cli/index.ts`) goes with them.
  const made = new Set(Object.keys(metafile.outputs));
  const kept = (await readdir(OUT)).map((name) => join(OUT, name));
  await Promise.all(kept.filter((path) => !made.has(path)).map((path) => rm(path, { recursive: true })));
}
