/** Bundles the command line, and the server with it, into `dist/node/`, and the thread that draws. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build as bundle, type BuildOptions, type Plugin } from 'esbuild';
import { satoriWithoutHarfBuzz } from './satori.ts';
import { zodInEnglish } from './zod.ts';

const OUT = 'dist/node';

/** Packages with native or WebAssembly parts stay where npm put them; bundled, the others load several times faster. */
const EXTERNAL = ['@jsquash/*', '@resvg/resvg-js', 'harfbuzzjs', 'sharp'];

/**
 * Node's own modules as properties are read of them. An `import` of one asks at once for everything it has, also for what it
 * would have loaded late: with `node:http` comes all of fetch and WebSocket.
 */
const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    const names = builtinModules.map((name) => name.replace(/^node:/, '')).join('|');
    onResolve({ filter: new RegExp(`^(?:node:)?(?:${names})$`) }, ({ path, kind, importer }) =>
      // What says that Node is too old has to run on an old one.
      kind !== 'import-statement' || importer.endsWith('cli/index.ts')
        ? { path, external: true }
        : { path: path.replace(/^(?:node:)?/, 'node:'), namespace: 'builtin' },
    );
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/** Each thread holds what it runs as text for as long as it lives, so what is bundled is kept short; names stay, for stack traces. */
const OPTIONS = {
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // Else those with classes of Unicode would be made by `new RegExp` as the bundle is loaded, all of them, and not when they are used.
  supported: { 'regexp-unicode-property-escapes': true },
  external: EXTERNAL,
  plugins: [builtins, satoriWithoutHarfBuzz, zodInEnglish],
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
    [{ cli: 'src/cli/index.ts' }, { 'draw-thread': 'src/runtime/draw-start.ts' }].map(
      async (entryPoints) => (await bundle({ ...OPTIONS, entryPoints })).metafile.outputs,
    ),
  );
  const scripts = outputs.flatMap((each) => Object.keys(each)).filter((path) => path.endsWith('.js'));
  await Promise.all(scripts.map(escapeNonAscii));
  // Chunks of an earlier build have other names; what was compiled of them (`src/cli/index.ts`) goes with them.
  const made = new Set(outputs.flatMap((each) => Object.keys(each)));
  const kept = (await readdir(OUT)).map((name) => join(OUT, name));
  await Promise.all(kept.filter((path) => !made.has(path)).map((path) => rm(path, { recursive: true })));
}

/**
 * One character beyond ASCII makes a whole file two bytes a character in memory and several times slower to read. All that the
 * bundler leaves of them stands in regular expressions, where an escape means the same.
 */
async function escapeNonAscii(path: string): Promise<void> {
  const code = await readFile(path, 'utf8');
  await writeFile(path, code.replace(/[^\0-\x7f]/g, escaped));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
