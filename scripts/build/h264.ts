import { mkdir, readdir, stat } from 'node:fs/promises';
import { main as compile } from 'assemblyscript/asc';

const SOURCE = 'src/clip/assembly';
const TARGET = 'dist/wasm/h264.wasm';

/** Most memory a module may take: 512 pages are 32 MB. */
const MAX_PAGES = 512;

/** Compiles the video encoder to `dist/wasm/h264.wasm` unless that is newer than all of its sources. */
export async function build(): Promise<void> {
  if (await upToDate()) return;
  await mkdir('dist/wasm', { recursive: true });
  const { error, stderr } = await compile([
    `${SOURCE}/index.ts`,
    `--outFile=${TARGET}`,
    '--runtime=stub',
    '--use=abort=',
    '--noAssert',
    '-O3',
    '--enable=simd',
    '--enable=bulk-memory',
    `--maximumMemory=${MAX_PAGES}`,
  ]);
  if (error) throw new Error(`The video encoder does not compile.\n${stderr.toString()}`, { cause: error });
}

async function upToDate(): Promise<boolean> {
  const built = await stat(TARGET).catch(() => null);
  if (!built) return false;
  const files = (await readdir(SOURCE)).map((name) => `${SOURCE}/${name}`);
  const times = await Promise.all(
    [...files, import.meta.filename].map(async (file) => (await stat(file)).mtimeMs),
  );
  return times.every((time) => time <= built.mtimeMs);
}
