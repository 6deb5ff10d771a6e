/** Weighs the Worker's bundle as Cloudflare does: compressed. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const OUT = 'dist/worker';

/** The free plan takes 3 MB; the rest is room to grow. */
const LIMIT = 2_500_000;

/**
 * Prints the size of each file.
 * @throws Error when all of them are larger than the limit
 */
export async function weigh(): Promise<void> {
  let total = 0;
  for (const name of (await readdir(OUT)).toSorted()) {
    const size = gzipSync(await readFile(join(OUT, name)), { level: 9 }).length;
    total += size;
    console.log(`  ${name.padEnd(20)} ${kilobytes(size)} gzip`);
  }
  console.log(`  ${'all'.padEnd(20)} ${kilobytes(total)} gzip of ${kilobytes(LIMIT)}`);
  if (total > LIMIT)
    throw new Error(`The Worker is ${kilobytes(total)} compressed; expected at most ${kilobytes(LIMIT)}.`);
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`.padStart(8);
}
