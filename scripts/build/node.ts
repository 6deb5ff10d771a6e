/** Bundles the command line, and the server with it, into `dist/node/`, and the thread that draws. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle, type BuildOptions } from 'esbuild';
import { satoriWithoutHarfBuzz } from './satori.ts';
import { zodInEnglish } from './zod.ts';

const OUT = 'dist/node';

/** Packages with native or WebAssembly parts stay where npm put them; bundled, the others load several times faster. */
const EXTERNAL = ['@jsquash/*', '@resvg/resvg-js', 'harfbuzzjs', 'sharp'];

/** Each thread holds what it runs as text for as long as it lives, so what is bundled is kept short; names stay, for stack traces. */
const OPTIONS = {
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  external: EXTERNAL,
  plugins: [satoriWithoutHarfBuzz, zodInEnglish],
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 200,
  jsx: 'automatic',
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'warning',
  banner: { js: '#!/usr/bin/env node' },
} satisfies BuildOptions;

export async function build(): Promise<void> {
  // Apart: chunks in common would bring each what only the other uses.
  const outputs = await Promise.all(
    [{ cli: 'src/cli/index.ts' }, { 'draw-thread': 'src/runtime/draw-thread.ts' }].map(
      async (entryPoints) => (await bundle({ ...OPTIONS, entryPoints })).metafile.outputs,
    ),
  );
  const scripts = outputs.flatMap((each) => Object.keys(each)).filter((path) => path.endsWith('.js'));
  await Promise.all(scripts.map(toAscii));
  // Chunks of an earlier build have other names; what was compiled of them (`src/cli/index.ts`) goes with them.
  const made = new Set(outputs.flatMap((each) => Object.keys(each)));
  const kept = (await readdir(OUT)).map((name) => join(OUT, name));
  await Promise.all(kept.filter((path) => !made.has(path)).map((path) => rm(path, { recursive: true })));
}

/** Escapes what esbuild leaves in regular expressions: V8 holds a text with one such character in two bytes a character. */
async function toAscii(path: string): Promise<void> {
  const script = await readFile(path, 'utf8');
  await writeFile(path, script.replaceAll(/[^\0-\x7f]/g, escaped));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
