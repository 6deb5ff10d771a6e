/** Bundles `bench/main.ts` beside its sources, since templates are JSX, and runs it with the arguments given. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const outfile = fileURLToPath(new URL('../bench/bundle.js', import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL('../bench/main.ts', import.meta.url))],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  logLevel: 'warning',
});
const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
const { status } = spawnSync(process.execPath, [...flags, outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
