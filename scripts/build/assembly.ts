import { mkdir, readdir, stat } from 'node:fs/promises';
import { main as compile } from 'assemblyscript/asc';

/** An AssemblyScript module: where its `index.ts` lies, what it becomes in `dist/wasm/`, and the most memory it may take. */
export interface AssemblyModule {
  source: string;
  target: string;
  /** Pages of 64 KB. */
  maxPages: number;
}

/** Compiles a module, with SIMD, unless what was built is newer than all of its sources and `step`, the file that asks for it. */
export async function compileAssembly(module: AssemblyModule, step: string): Promise<void> {
  if (await upToDate(module, step)) return;
  await mkdir('dist/wasm', { recursive: true });
  const { error, stderr } = await compile([
    `${module.source}/index.ts`,
    `--outFile=${module.target}`,
    '--runtime=stub',
    '--use=abort=',
    '--noAssert',
    '-O3',
    '--enable=simd',
    '--enable=bulk-memory',
    `--maximumMemory=${module.maxPages}`,
  ]);
  if (error) throw new Error(`${module.source} does not compile.\n${stderr.toString()}`, { cause: error });
}

async function upToDate({ source, target }: AssemblyModule, step: string): Promise<boolean> {
  const built = await stat(target).catch(() => null);
  if (!built) return false;
  const files = (await readdir(source)).map((name) => `${source}/${name}`);
  const times = await Promise.all(
    [...files, step, import.meta.filename].map(async (file) => (await stat(file)).mtimeMs),
  );
  return times.every((time) => time <= built.mtimeMs);
}
