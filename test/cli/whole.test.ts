import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../src/cli/whole.ts';

test('a file asked for in a folder that is not there is written with its folder', () =>
  inFolder(async (folder) => {
    await writeWhole(join(folder, 'new', 'card.png'), (draft) => writeFile(draft, 'whole'));
    expect(await readFile(join(folder, 'new', 'card.png'), 'utf8')).toBe('whole');
  }));

test('what breaks off leaves the file that was there, and nothing beside it', () =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'clip.mp4'), 'before');
    const written = writeWhole(join(folder, 'clip.mp4'), async (draft) => {
      await writeFile(draft, 'half');
      throw new Error('The disk is full.');
    });
    await expect(written).rejects.toThrow('The disk is full.');
    expect([await readdir(folder), await readFile(join(folder, 'clip.mp4'), 'utf8')]).toEqual([
      ['clip.mp4'],
      'before',
    ]);
  }));

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-whole-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
