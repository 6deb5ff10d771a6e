import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

test('a build that is up to date loads nothing after `npm prune`, which writes package-lock.json anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-build-'));
  try {
    // Alone in its folder it could build nothing.
    const script = join(folder, 'scripts', 'build.ts');
    await mkdir(join(folder, 'scripts'));
    await mkdir(join(folder, 'dist'));
    await copyFile('scripts/build.ts', script);
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    for (const [name, seconds] of [
      ['dist/.node', 60],
      ['package-lock.json', 120],
    ] as const) {
      const later = new Date(Date.now() + seconds * 1000);
      await writeFile(join(folder, name), '');
      await utimes(join(folder, name), later, later);
    }
    expect((await run(process.execPath, [script, 'node'])).stdout).toBe('');
  } finally {
    await rm(folder, { recursive: true });
  }
});
