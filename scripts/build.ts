/**
 * `node scripts/build.ts [node|worker|all] [--quiet]`: makes `dist/` from what is newer than it. Where all is up to date
 * nothing is loaded, so that an installation without the development packages starts as well.
 */
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

process.chdir(new URL('..', import.meta.url).pathname);

// Versions are exact in package.json; package-lock.json is written anew by `npm prune` though nothing in it changes.
const INPUTS = ['src', 'templates', 'fonts', 'scripts', 'migrations', 'package.json', 'tsconfig.json'];
const TARGETS = ['node', 'worker'] as const;
type Target = (typeof TARGETS)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: 'boolean', default: false } },
});
const asked = positionals[0] ?? 'all';
const targets = TARGETS.filter((target) => asked === 'all' || asked === target);
if (targets.length === 0) {
  console.error(`Expected node, worker or all but received ${asked}.`);
  process.exit(1);
}

const newest = Math.max(...(await Promise.all(INPUTS.map(newestUnder))));
for (const target of targets) await make(target);
if (asked === 'worker' && !values.quiet) await (await import('./build/size.ts')).weigh();

async function make(target: Target): Promise<void> {
  const stamp = join('dist', `.${target}`);
  if ((await modified(stamp)) > newest) return;
  const begun = new Date();
  const { steps } = await import('./build/steps.ts');
  for (const { name, build } of steps[target]) {
    if (!values.quiet) console.log(`build ${target}: ${name}`);
    await build();
  }
  await mkdir('dist', { recursive: true });
  // What changed while it was built is newer than the build.
  await writeFile(stamp, '');
  await utimes(stamp, begun, begun);
  if (!values.quiet)
    console.log(`build ${target}: done in ${((Date.now() - begun.getTime()) / 1000).toFixed(1)} s`);
}

async function newestUnder(path: string): Promise<number> {
  const own = await modified(path);
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return Math.max(
    own,
    ...(await Promise.all(files.map((entry) => modified(join(entry.parentPath, entry.name))))),
  );
}

async function modified(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.mtimeMs ?? 0;
}
