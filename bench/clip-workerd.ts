/** Clips in a real workerd: processor time and memory of its process. */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { createToken } from '../src/http/auth.ts';
import { d1Driver, d1Store } from '../src/store/d1.ts';
import { migrate } from '../src/store/migrate.ts';
import { readMigrations } from '../src/store/sqlite.ts';
import { processorTime, residentBytes, workerds } from './process.ts';
import { median, type Row } from './search.ts';

const MEGABYTE = 1e6;

/** Of the example, each about as long as it says; those over 20 s are drawn by the queue. */
const CLIPS = {
  '20 s with m4a': { sound: 'example.m4a', range: '0:24-0:43' },
  '60 s with m4a': { sound: 'example.m4a', range: '0:24-1:23' },
  '60 s with mp3': { sound: 'example.mp3', range: '0:24-1:23' },
} as const;

/** The built Worker. @param more of Miniflare's options */
export async function openWorker(more: { resourcePersistencePath?: string; inspectorPort?: number } = {}) {
  const names = (await readdir('dist/worker')).filter((name) => name !== 'index.js');
  const options = convertV4MiniflareOptions({
    modules: [
      { type: 'ESModule' as const, path: 'dist/worker/index.js' },
      ...names.map((name) => ({ type: 'CompiledWasm' as const, path: `dist/worker/${name}` })),
    ],
    modulesRoot: 'dist/worker',
    compatibilityDate: '2026-10-01',
    bindings: { PUBLIC_URL: 'https://quotes.example', LOG: 'errors' },
    d1Databases: ['DB'],
    r2Buckets: ['BLOBS'],
    queueProducers: { CLIPS: { queueName: 'pullquote-clips' } },
    queueConsumers: { 'pullquote-clips': { maxBatchSize: 1, maxBatchTimeout: 0 } },
    assets: {
      directory: 'dist/assets',
      binding: 'ASSETS',
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
    },
    cf: false,
  });
  return new Miniflare({ ...options, ...more });
}

/** Takes the example in. @returns a token that may change its recording */
export async function prepare(runtime: Miniflare): Promise<string> {
  const db = await runtime.getD1Database('DB');
  await migrate(d1Driver(db), await readMigrations('migrations'));
  const { secret, token } = await createToken('import', 'bench');
  await d1Store(db).saveToken(token);
  await importExample((await runtime.ready).origin, secret);
  return secret;
}

/** The built Worker, asked for clips of the example. */
export async function inWorkerd(rounds: number): Promise<Row[]> {
  const runtime = await openWorker();
  try {
    const secret = await prepare(runtime);
    const { origin } = await runtime.ready;
    const [pid] = await workerds();
    const rows: Row[] = [
      {
        name: 'workerd, memory before the first clip',
        value: (await residentBytes(pid)) / MEGABYTE,
        unit: 'MB',
      },
    ];
    for (const [name, { sound, range }] of Object.entries(CLIPS)) {
      await putSound(origin, secret, sound);
      const cpus: number[] = [];
      for (let i = 0; i <= rounds; i++) {
        // An address of its own each time, so that none is kept.
        const before = await processorTime(pid);
        await whole(`${origin}/e/example/${range}.mp4?lang=en-x-${sound.slice(-3)}${i}&wait=25`);
        await sleep(50);
        if (i > 0) cpus.push(1000 * ((await processorTime(pid)) - before));
      }
      rows.push({ name: `workerd, ${name}, processor`, value: median(cpus), unit: 'ms' });
    }
    const ten = Array.from({ length: 10 }, (_, i) =>
      whole(`${origin}/e/example/0:24-0:43.mp4?lang=en-x-ten${i}`),
    );
    await Promise.all(ten);
    rows.push({
      name: 'workerd, most memory of the process, 10 of 20 s at once among all',
      value: (await residentBytes(pid, 'HWM')) / MEGABYTE,
      unit: 'MB',
    });
    return rows;
  } finally {
    await runtime.dispose();
  }
}

async function importExample(origin: string, secret: string): Promise<void> {
  const { show, episode } = JSON.parse(await readFile('examples/example.json', 'utf8'));
  const form = new FormData();
  form.set('metadata', JSON.stringify({ show, ...episode }));
  form.set('transcript', new Blob([await readFile('examples/example.vtt')]), 'example.vtt');
  for (const name of (await readdir('examples')).filter((file) => file.endsWith('.png')))
    form.append('pictures', new Blob([await readFile(`examples/${name}`)]), name);
  const headers = { Authorization: `Bearer ${secret}` };
  const response = await fetch(`${origin}/v1/episodes`, { method: 'POST', body: form, headers });
  if (!response.ok) throw new Error(await response.text());
}

/** Asks until the clip is there. */
export async function whole(address: string): Promise<void> {
  for (;;) {
    const response = await fetch(address);
    const body = await response.arrayBuffer();
    if (response.status === 200) return;
    if (response.status !== 202) throw new Error(new TextDecoder().decode(body));
  }
}

export async function putSound(origin: string, secret: string, name: string): Promise<void> {
  const headers = { Authorization: `Bearer ${secret}` };
  const body = await readFile(`examples/${name}`);
  const response = await fetch(`${origin}/v1/episodes/example/audio`, { method: 'PUT', body, headers });
  if (!response.ok) throw new Error(await response.text());
}
