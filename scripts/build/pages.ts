/** Copies the pages' own fonts into `dist/assets/pages/`. */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { PAGE_FONTS } from '../../src/pages/fonts.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL('dist/assets/pages/', root);

export async function build(): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { file, package: name, version, source } of PAGE_FONTS) {
    const target = new URL(file, folder);
    if (existsSync(target)) continue;
    const from = new URL(`node_modules/${name}/`, root);
    const installed: { version: string } = JSON.parse(await readFile(new URL('package.json', from), 'utf8'));
    if (installed.version !== version)
      throw new Error(`Expected ${name} ${version} for ${file} but found ${installed.version}.`);
    await copyFile(new URL(`files/${source}`, from), target);
  }
}
