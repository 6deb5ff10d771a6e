/**
 * What the service adds to a bare Hono route that sends the same: for a card that was drawn, and for a 304. Each is a process of its
 * own behind the same adapter, the service as `serve` starts it, asked over connections that each wait for their answer.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, type Row } from './search.ts';

const PORTS = { service: 18_787, bare: 18_788 } as const;
const CONNECTIONS = 16;
/** How long is measured, and before that warmed up, in milliseconds. */
const MEASURED = 1500;
const WARM = 500;

export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const service = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'dist/node/cli.js',
      'serve',
      '--data',
      folder,
      '--port',
      `${PORTS.service}`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await once(service.stdout, 'data');
  const bare = await startBare(folder);
  try {
    return { rows: await measure(rounds) };
  } finally {
    await Promise.all([service, bare].map(stop));
    await rm(folder, { recursive: true });
  }
}

async function measure(rounds: number): Promise<Row[]> {
  const path = await somePath();
  const tag = (await fetch(`http://127.0.0.1:${PORTS.service}${path}`)).headers.get('ETag') ?? '';
  const rows: Row[] = [];
  for (const [name, headers] of [
    ['a cached card', {}],
    ['a 304', { 'If-None-Match': tag }],
  ] as const) {
    const measured: Record<keyof typeof PORTS, number[]> = { service: [], bare: [] };
    for (let round = 0; round < rounds; round++) {
      measured.bare.push(await perSecond(PORTS.bare, path, headers));
      measured.service.push(await perSecond(PORTS.service, path, headers));
    }
    const ours = median(measured.service);
    const theirs = median(measured.bare);
    rows.push(
      { name: `${name}: the service`, value: ours, unit: 'requests/s' },
      { name: `${name}: a bare route`, value: theirs, unit: 'requests/s' },
      { name: `${name}: of the bare route`, value: (100 * ours) / theirs, unit: '%' },
    );
  }
  return rows;
}

async function somePath(): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${PORTS.service}/v1/episodes/example/quotes?limit=1`);
  const { items }: { items: { id: string }[] } = await response.json();
  return `/q/${items[0]?.id}.png`;
}

/** A route that sends the card's bytes with the card's headers, and 304 where its tag is known. */
async function startBare(folder: string): Promise<ChildProcess> {
  const response = await fetch(`http://127.0.0.1:${PORTS.service}${await somePath()}`);
  const file = join(folder, 'card.png');
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  const own = /^(?:date|connection|keep-alive|server-timing|x-request-id)$/;
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !own.test(name)));
  const child = spawn(process.execPath, ['--input-type=module', '-e', BARE], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CARD: file, CARD_HEADERS: JSON.stringify(headers), PORT: `${PORTS.bare}` },
  });
  await once(child.stdout, 'data');
  return child;
}

const BARE = `
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
const bytes = new Uint8Array(readFileSync(process.env.CARD));
const headers = JSON.parse(process.env.CARD_HEADERS);
const { 'content-length': _length, 'content-type': _type, ...unchanged } = headers;
const app = new Hono().get('/q/:file', (c) =>
  c.req.header('If-None-Match') === headers.etag ? c.body(null, 304, unchanged) : c.body(bytes, 200, headers),
);
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () => console.log('ready'));
`;

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

function perSecond(port: number, path: string, headers: Record<string, string>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const from = performance.now() + WARM;
  const until = from + MEASURED;
  let answered = 0;
  return new Promise((resolve, reject) => {
    function ask(): void {
      get({ port, host: '127.0.0.1', path, headers, agent }, (response) => {
        response.resume().once('end', () => {
          const now = performance.now();
          if (now > from) answered++;
          if (now < until) return ask();
          agent.destroy();
          resolve((answered * 1000) / (now - from));
        });
      }).on('error', (error) => {
        // Connections are closed under those still waiting at the end.
        if (performance.now() < until) reject(error);
      });
    }
    for (let i = 0; i < CONNECTIONS; i++) ask();
  });
}
