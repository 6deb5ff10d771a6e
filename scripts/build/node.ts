/** Bundles the command line, and the server with it, into `dist/node/`, and the thread that draws. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';

const OUT = 'dist/node';

/** Packages with native or WebAssembly parts stay where npm put them; bundled, the others load several times faster. */
const EXTERNAL = ['@jsquash/*', '@resvg/resvg-js', 'harfbuzzjs', 'satori', 'satori/*', 'sharp'];

export async function build(): Promise<void> {
  const { metafile } = await bundle({
    entryPoints: { cli: 'src/cli/index.ts', 'draw-thread': 'src/runtime/draw-start.ts' },
    outdir: OUT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: EXTERNAL,
    jsx: 'automatic',
    // Less to read at every start, in every thread.
    minifyWhitespace: true,
    lineLimit: 200,
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'warning',
    plugins: [builtins],
    banner: { js: '#!/usr/bin/env node' },
  });
  // Chunks of an earlier build have other names; what was compiled of them (`src/cli/index.ts`) goes with them.
  const made = new Set(Object.keys(metafile.outputs));
  await Promise.all([...made].filter((path) => path.endsWith('.js')).map(escapeNonAscii));
  const kept = (await readdir(OUT)).map((name) => join(OUT, name));
  await Promise.all(kept.filter((path) => !made.has(path)).map((path) => rm(path, { recursive: true })));
}

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
