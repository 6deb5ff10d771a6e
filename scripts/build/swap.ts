import { mkdir, rename, rm } from 'node:fs/promises';

/**
 * Builds a folder aside and puts it in place when it is whole, so that a build that is stopped, or another at the same
 * time, leaves no half of one.
 */
export async function buildFolder(folder: URL, fill: (aside: URL) => Promise<void>): Promise<void> {
  const aside = new URL(`${folder.href.replace(/\/$/, '')}.${process.pid}/`);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  await fill(aside);
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
}
