import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sessionView } from '../../src/http/session.ts';
import { episodeList } from '../../src/http/schemas.ts';
import { freePort } from '../http/servers.ts';
import { run, serve, withFolder } from './run.ts';

test('the first start imports the example, makes an admin token and prints links that answer', async () => {
  await withFolder(async (folder) => {
    const port = await freePort();
    const server = await serve('--port', String(port), '--data', folder);
    try {
      const links = Array.from(server.greeting.matchAll(/ (http:\S+)\n/g), ([, link]) => link ?? '');
      expect(links).toHaveLength(6);
      for (const link of links) expect([link, (await fetch(link)).status]).toEqual([link, 200]);
      const file = join(folder, 'admin-token');
      expect(server.greeting).toContain(file);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const headers = { Authorization: `Bearer ${(await readFile(file, 'utf8')).trim()}` };
      expect(
        (await fetch(`http://localhost:${port}/v1/quotes`, { method: 'POST', headers, body: '{}' })).status,
      ).toBe(400);
    } finally {
      expect(await server.stop()).toBe(0);
    }
  });
});

test('the link to the Studio signs in once', async () => {
  await withFolder(async (folder) => {
    const port = await freePort();
    const server = await serve('--port', String(port), '--data', folder);
    try {
      const code = /\/studio#code=(\w+)\n/.exec(server.greeting)?.[1];
      const origin = `http://localhost:${port}`;
      const exchange = () =>
        fetch(`${origin}/v1/session`, { method: 'POST', body: JSON.stringify({ code }) });
      const { token } = sessionView.parse(await (await exchange()).json());
      const headers = { Authorization: `Bearer ${token}` };
      expect((await fetch(`${origin}/v1/brands`, { headers })).status).toBe(200);
      expect((await exchange()).status).toBe(401);
    } finally {
      await server.stop();
    }
  });
});

test('a second start keeps what is there and imports nothing twice', async () => {
  await withFolder(async (folder) => {
    const port = await freePort();
    const episodes = async (): Promise<unknown> =>
      episodeList.parse(await (await fetch(`http://localhost:${port}/v1/episodes`)).json());
    const first = await serve('--port', String(port), '--data', folder);
    const before = await episodes();
    await first.stop();
    const second = await serve('--port', String(port), '--data', folder);
    try {
      expect(await episodes()).toEqual(before);
      expect(second.greeting).not.toContain('admin token');
    } finally {
      await second.stop();
    }
  });
});

test('a port that is taken is named in a sentence', async () => {
  await withFolder(async (folder) => {
    const port = await freePort();
    const server = await serve('--port', String(port), '--data', join(folder, 'one'));
    const { code, stderr } = await run('serve', '--port', String(port), '--data', join(folder, 'two'));
    await server.stop();
    expect([code, stderr]).toEqual([1, `Port ${port} is taken; choose another with --port.\n`]);
  });
});

test('a setting that is wrong is named in a sentence', async () => {
  const { code, stderr } = await run('serve', '--port', 'eighty');
  expect([code, stderr]).toEqual([
    1,
    'Expected a whole number from 1 to 65535 for PORT but received `eighty`.\n',
  ]);
});
