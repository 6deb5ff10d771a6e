/** Bundles the command line, and the server with it, into `dist/node/`. Packages stay where npm put them. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';

const OUT = 'dist/node';

export async function build(): Promise<void> {
  const { metafile } = await bundle({
    entryPoints: { cli: 'src/cli/index.ts' },
    outdir: OUT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'warning',
    banner: { js: '#!/usr/bin/env node' },
  });
  // Chunks of an earlier build have other names.
  const made = new Set(Object.keys(metafile.outputs));
  const kept = (await readdir(OUT)).map((name) => join(OUT, name));
  await Promise.all(kept.filter((path) => !made.has(path)).map((path) => rm(path)));
}
