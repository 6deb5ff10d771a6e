/**
 * What the service adds to a bare Hono route that sends the same: for a card that was drawn, and for a 304. Each is a process of its
 * own behind the same adapter, the service as `serve` starts it, asked over connections that each wait for their answer. Counted is
 * the processor time of the process a request (Linux), since the one who asks shares the machine's processors.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTime, startService, stop } from './process.ts';
import { median, type Row } from './search.ts';

const PORTS = { service: 18_787, bare: 18_788 } as const;
const CONNECTIONS = 16;
/** How long is measured, and before that warmed up, in milliseconds. */
const MEASURED = 1500;
const WARM = 500;

export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const service = await startService(folder, PORTS.service);
  const bare = await startBare(folder);
  try {
    await idle(service);
    return { rows: await measure(rounds, { service, bare }) };
  } finally {
    await Promise.all([service, bare].map(stop));
    await rm(folder, { recursive: true });
  }
}

async function measure(rounds: number, processes: Record<keyof typeof PORTS, ChildProcess>): Promise<Row[]> {
  const path = await somePath();
  const tag = (await fetch(`http://127.0.0.1:${PORTS.service}${path}`)).headers.get('ETag') ?? '';
  const rows: Row[] = [];
  for (const [name, headers] of [
    ['a cached card', {}],
    ['a 304', { 'If-None-Match': tag }],
  ] as const) {
    const measured: Record<keyof typeof PORTS, number[]> = { service: [], bare: [] };
    for (let round = 0; round < rounds; round++) {
      for (const of of ['bare', 'service'] as const)
        measured[of].push(await perSecond(processes[of], PORTS[of], path, headers));
    }
    const ours = median(measured.service);
    const theirs = median(measured.bare);
    rows.push(
      { name: `${name}: the service`, value: ours, unit: 'requests a second of processor time' },
      { name: `${name}: a bare route`, value: theirs, unit: 'requests a second of processor time' },
      { name: `${name}: of the bare route`, value: (100 * ours) / theirs, unit: '%' },
    );
  }
  return rows;
}

/** A first start takes the example in and reads its recording through after it has begun to answer. */
async function idle({ pid }: ChildProcess): Promise<void> {
  for (;;) {
    const before = await processorTime(pid);
    await new Promise((resolve) => setTimeout(resolve, WARM));
    if ((await processorTime(pid)) - before <= 0.02) return;
  }
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

/** Requests answered in a second of the process's time. */
async function perSecond(
  { pid }: ChildProcess,
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  await ask(port, path, headers, WARM);
  const before = await processorTime(pid);
  const answered = await ask(port, path, headers, MEASURED);
  return answered / ((await processorTime(pid)) - before);
}

/** @returns how many requests were answered in so many milliseconds */
function ask(port: number, path: string, headers: Record<string, string>, ms: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + ms;
  let answered = 0;
  let open = CONNECTIONS;
  return new Promise((resolve, reject) => {
    function next(): void {
      get({ port, host: '127.0.0.1', path, headers, agent }, (response) => {
        response.resume().once('end', () => {
          answered++;
          if (performance.now() < until) return next();
          if (--open > 0) return;
          agent.destroy();
          resolve(answered);
        });
      }).on('error', reject);
    }
    for (let i = 0; i < CONNECTIONS; i++) next();
  });
}
