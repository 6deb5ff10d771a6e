import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { progress } from '../../src/cli/progress.ts';
import { unzip } from '../pack/unzip.ts';
import { run, withFolder } from './run.ts';

test('pack writes a folder, draws nothing twice, and takes away what is no longer part of it', () =>
  withFolder(async (folder) => {
    const data = ['--data', join(folder, 'data')];
    const out = join(folder, 'out');
    await run('import', '--example', ...data);
    const first = await run(
      'pack',
      'example',
      '-o',
      out,
      '--select',
      'highlights:3',
      '--sizes',
      'og,square',
      ...data,
    );
    expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('7 files, 7 of them drawn now')]);
    expect(first.stderr).toContain('7/7 pictures');
    const card = join(
      out,
      JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')).quotes[0].cards[0].files[0].name,
    );
    const before = await stat(card);
    await writeFile(join(out, 'mine.txt'), 'not of the pack');
    const again = await run(
      'pack',
      'example',
      '-o',
      out,
      '--select',
      'highlights:3',
      '--sizes',
      'og',
      ...data,
    );
    expect(again.stdout).toContain('4 files, 0 of them drawn now');
    expect((await stat(card)).mtimeMs).toBe(before.mtimeMs);
    await expect(stat(card.replace('_og', '_square'))).rejects.toThrow('ENOENT');
    expect(await readFile(join(out, 'mine.txt'), 'utf8')).toBe('not of the pack');
    await rm(card);
    const zip = join(folder, 'pack.zip');
    await writeFile(join(folder, 'chosen.csv'), 'range,why\n0:24,good\n"99:00",gone\n');
    const chosen = await run(
      'pack',
      'example',
      '-o',
      zip,
      '--select',
      join(folder, 'chosen.csv'),
      '--sizes',
      'og',
      ...data,
    );
    expect(chosen.stderr).toContain('2 (99:00): Expected a time within the episode');
    const names = (await unzip(await readFile(zip))).map(([name]) => name);
    expect(names.filter((name) => name.startsWith('cards/'))).toHaveLength(1);
    const wrong = await run('pack', 'example', '-o', out, '--templates', 'baroque', ...data);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('`templates')]);
  }));

test('progress is a bar with rate and time left in a terminal, and a line now and then elsewhere', () => {
  let now = 0;
  const written: string[] = [];
  let columns = 80;
  const out = (isTTY: boolean) => ({
    isTTY,
    columns,
    write: (text: string | Uint8Array) => written.push(String(text)) > 0,
  });
  const bar = progress(10, 'cards', out(true), () => now);
  now = 1000;
  bar.step();
  expect(written.at(-1)).toMatch(/█{3}░{27} 1\/10 cards, 1\.0\/s, 0:09 left$/);
  for (columns of [60, 40, 30, 12, 0]) {
    now += 1000;
    progress(10_000, 'cards', out(true), () => now).end();
    expect(written.at(-2)?.replace('\r\u001B[K', '').length).toBeLessThan(Math.max(columns, 1));
  }
  written.length = 0;
  const lines = progress(1000, 'cards', out(false), () => now);
  for (let n = 0; n < 1000; n++) lines.step();
  lines.end();
  expect(written).toHaveLength(10);
  expect(written.at(-1)).toMatch(/^1000\/1000 cards.*\n$/);
});
