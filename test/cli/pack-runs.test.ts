/** `pullquote pack` as people run it: stopped, on a full disk, for a feed, for a folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unzip } from '../pack/unzip.ts';
import { CLI, run, withFolder } from './run.ts';

/** Resolves once the program has said something like `pattern`; `said` is all it has. */
function follow(child: ChildProcess): { said: () => string; until: (pattern: RegExp) => Promise<void> } {
  let text = '';
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const look of looks) look();
    });
  }
  return {
    said: () => text,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(text)) resolve();
        };
        looks.add(look);
        child.once('exit', () => reject(new Error(`It ended before it said ${String(pattern)}: ${text}`)));
        look();
      }),
  };
}

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [...CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

/** How many of the files of a finished run were drawn in it. */
const drawnIn = (stdout: string): number => Number(/files, (\d+) of them drawn now/.exec(stdout)?.[1]);

test('Ctrl-C stops cleanly after the cards at work, and the next run goes on from there', () =>
  withFolder(async (folder) => {
    const data = ['--data', join(folder, 'data')];
    const out = join(folder, 'pack.zip');
    const pack = [
      'pack',
      'example',
      '-o',
      out,
      '--select',
      'highlights:24',
      '--sizes',
      'og,square,story',
      ...data,
    ];
    await run('import', '--example', ...data);
    const child = start(...pack);
    const exited = once(child, 'exit');
    const { said, until } = follow(child);
    await until(/\d+\/\d+ pictures/);
    child.kill('SIGINT');
    const [code] = await exited;
    const [, done, total] = /Stopped: (\d+) of (\d+) are done/.exec(said()) ?? [];
    expect([code, Number(done) > 0, Number(done) < Number(total)]).toEqual([1, true, true]);
    expect((await readdir(folder)).filter((name) => name.startsWith('pack.zip'))).toEqual([]);
    const again = await run(...pack);
    expect([again.code, drawnIn(again.stdout)]).toEqual([0, Number(total) - Number(done)]);
    expect((await unzip(await readFile(out))).filter(([name]) => name.endsWith('.png'))).toHaveLength(
      Number(total),
    );
  }));

test('a disk without room ends it with a sentence; what was finished stays, no half archive is left', () =>
  withFolder(async (folder) => {
    const data = ['--data', join(folder, 'data')];
    const out = join(folder, 'pack.zip');
    const pack = ['pack', 'example', '-o', out, '--select', 'highlights:20', '--sizes', 'og', ...data];
    await run('import', '--example', ...data);
    // No file may grow past 512 KiB here: cards do not, the archive would.
    const child = spawn('sh', ['-c', 'ulimit -f 1024; exec "$0" "$@"', process.execPath, ...CLI, ...pack], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { said } = follow(child);
    const [code] = await once(child, 'exit');
    expect([code, said()]).toEqual([
      1,
      expect.stringContaining('There is no room left on the disk. What was finished stays'),
    ]);
    expect(said()).not.toContain('at async');
    expect((await readdir(folder)).filter((name) => name.startsWith('pack.zip'))).toEqual([]);
    const again = await run(...pack);
    expect([again.code, drawnIn(again.stdout)]).toEqual([0, 0]);
  }));

test('after a correction only the cards it changes are drawn, and only their files written', () =>
  withFolder(async (folder) => {
    const [words, out] = [join(folder, 'words.vtt'), join(folder, 'out')];
    const data = ['--data', join(folder, 'data')];
    const vtt = await readFile('examples/example.vtt', 'utf8');
    const take = async (transcript: string): Promise<void> => {
      await writeFile(words, transcript);
      await run('import', words, '--show', 'Slow', '--title', 'Lifts', '--episode', 'lifts', ...data);
    };
    const pack = () =>
      run('pack', 'lifts', '-o', out, '--select', 's=1 s=3 s=5', '--sizes', 'og,square', ...data);
    await take(vtt);
    expect(drawnIn((await pack()).stdout)).toBe(7);
    const cards = await readdir(join(out, 'cards'));
    const times = () =>
      Promise.all(cards.map(async (name) => [name, (await stat(join(out, 'cards', name))).mtimeMs] as const));
    const before = new Map(await times());
    await take(vtt.replace('stairs', 'steps'));
    // Two cards of the corrected sentence, and the contact sheet that shows them all.
    expect(drawnIn((await pack()).stdout)).toBe(3);
    const written = (await times()).filter(([name, time]) => time !== before.get(name));
    expect(written.map(([name]) => name.slice(0, 3))).toEqual(['01_', '01_']);
  }));

test('every episode of a feed is packed into a folder of its own, and nothing twice; one without a quote is said', () =>
  withFolder(async (folder) => {
    const vtt = await readFile('examples/example.vtt');
    const server = createServer((request, response) => {
      if (request.url !== '/feed.xml') {
        response.setHeader('Content-Type', 'text/vtt');
        const said = request.url === '/0.vtt' ? 'WEBVTT\n\n00:00.000 --> 00:01.000\nMm.\n' : vtt;
        return response.end(said);
      }
      const item = (n: number): string =>
        `<item><title>Number ${n}</title><guid>number-${n}</guid><podcast:transcript url="http://${request.headers.host}/${n}.vtt" type="text/vtt"/></item>`;
      response.setHeader('Content-Type', 'application/rss+xml');
      return response.end(
        `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Slow</title><language>en</language>${item(0)}${item(1)}${item(2)}</channel></rss>`,
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const feed = typeof address === 'object' ? `http://127.0.0.1:${address?.port}/feed.xml` : '';
    try {
      const out = join(folder, 'out');
      const pack = [
        'pack',
        '--feed',
        feed,
        '-o',
        out,
        '--select',
        'highlights:2',
        '--sizes',
        'og',
        '--data',
        join(folder, 'data'),
      ];
      const refused = await run(...pack);
      expect([refused.code, refused.stderr]).toEqual([
        1,
        expect.stringContaining('not on the public internet'),
      ]);
      process.env['FETCH_PRIVATE'] = 'true';
      const first = await run(...pack);
      expect([first.code, first.stdout, first.stderr]).toEqual([
        0,
        expect.stringContaining('3 created'),
        expect.stringContaining('Expected at least one quote'),
      ]);
      const episodes = await readdir(out);
      expect(episodes).toHaveLength(2);
      for (const episode of episodes) expect(await readdir(join(out, episode, 'cards'))).toHaveLength(2);
      const again = await run(...pack);
      expect(again.stdout.match(/\d+ files, 0 of them drawn now/g)).toHaveLength(2);
    } finally {
      delete process.env['FETCH_PRIVATE'];
      server.close();
    }
  }));

test('a watched folder is packed as transcripts are laid into it, until it is stopped', () =>
  withFolder(async (folder) => {
    const [watched, out] = [join(folder, 'in'), join(folder, 'out')];
    await mkdir(watched);
    await copyFile('examples/example.vtt', join(watched, 'First one.vtt'));
    const child = start(
      'pack',
      '--watch',
      watched,
      '--show',
      'Slow',
      '-o',
      out,
      '--select',
      'highlights:1',
      '--sizes',
      'og',
      '--data',
      join(folder, 'data'),
    );
    const exited = once(child, 'exit');
    const { said, until } = follow(child);
    await until(/first-one: 2 files, 2 of them drawn now/);
    await writeFile(join(watched, 'broken.vtt'), 'WEBVTT\n\n');
    await until(/broken\.vtt: /);
    await copyFile('examples/example.vtt', join(watched, 'Second.vtt'));
    await until(/second: 2 files/);
    const lines = (await readFile('examples/example.vtt', 'utf8')).split('\n\n');
    for (const line of lines) await appendFile(join(watched, 'slowly.vtt'), `${line}\n\n`);
    await until(/slowly: 2 files/);
    expect(said()).not.toMatch(/slowly.vtt: /);
    await copyFile('examples/example.vtt', join(watched, '三つ目.vtt'));
    await until(/out\/[a-z0-9]{10}: 2 files/);
    child.kill('SIGINT');
    expect([(await exited)[0], said().match(/(?:first-one|slowly): /g)?.length]).toEqual([0, 2]);
    expect((await stat(join(out, 'second', 'index.html'))).isFile()).toBe(true);
  }));
