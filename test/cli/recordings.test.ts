import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, serve } from '../ingest/server.ts';
import { run, withFolder } from './run.ts';

let server: LocalServer;

beforeAll(async () => {
  process.env['FETCH_PRIVATE'] = 'true';
  const [vtt, mp3] = await Promise.all([readFile('examples/example.vtt'), readFile('examples/example.mp3')]);
  server = await serve((request, response) => {
    const { host, range } = request.headers;
    if (request.url?.endsWith('.vtt')) return response.setHeader('Content-Type', 'text/vtt').end(vtt);
    if (request.url === '/1.mp3') {
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
      const [begin, end] = [Number(from), Math.min(mp3.length, Number(to) + 1)];
      const said = { ETag: '"one"', 'Content-Range': `bytes ${begin}-${end - 1}/${mp3.length}` };
      return response.writeHead(206, said).end(mp3.subarray(begin, end));
    }
    if (request.url === '/2.mp3') return response.writeHead(404).end();
    const item = (n: number): string =>
      `<item><title>Number ${n}</title><guid>number-${n}</guid><enclosure url="http://${host}/${n}.mp3" type="audio/mpeg"/><podcast:transcript url="http://${host}/${n}.vtt" type="text/vtt"/></item>`;
    return response
      .setHeader('Content-Type', 'application/rss+xml')
      .end(
        `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Slow</title><language>en</language>${item(1)}${item(2)}</channel></rss>`,
      );
  });
});
afterAll(async () => {
  delete process.env['FETCH_PRIVATE'];
  await server[Symbol.asyncDispose]();
});

const requests = (path: string): number => server.asked.filter((asked) => asked.endsWith(path)).length;

test('import --feed reads recordings through, once, and says of one that cannot be read', () =>
  withFolder(async (folder) => {
    const take = ['import', '--feed', `${server.origin}/feed.xml`, '--data', join(folder, 'data')];
    const left = await run(...take, '--no-recordings');
    expect([left.code, requests('.mp3')]).toEqual([0, 0]);
    const read = await run(...take);
    expect(read.code).toBe(0);
    expect(read.stderr).toContain('recording 1/2: Number 1');
    expect(read.stderr).toMatch(/The recording of \S+ was not read: /);
    const before = requests('/1.mp3');
    expect(before).toBeGreaterThan(0);
    expect((await run(...take)).stderr).toContain('recording 1/1: Number 2');
    expect(requests('/1.mp3')).toBe(before);
  }));
