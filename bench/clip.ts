/**
 * A vertical clip with sound, in this process and in workerd: time, processor time, bytes, and how close its pictures are to
 * what was composed. Beside it, the same pictures piped into ffmpeg, where that is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { cutAudio } from '../src/clip/audio/cut.ts';
import { heldAudio } from '../src/clip/audio/source.ts';
import { createClipDrawer } from '../src/clip/draw.ts';
import { createH264 } from '../src/clip/h264/encoder.ts';
import { filmOf } from '../src/clip/film.ts';
import type { ClipOrder, ClipWord } from '../src/clip/model.ts';
import { createToken } from '../src/http/auth.ts';
import { d1Driver, d1Store } from '../src/store/d1.ts';
import { migrate } from '../src/store/migrate.ts';
import { readMigrations } from '../src/store/sqlite.ts';
import { median, type Row } from './search.ts';
import { BRAND, cardOf, openStage, quoteOf } from './stage.ts';

const SIZE = { width: 1080, height: 1920 };
const SECONDS = 20;

/** Of the example, each about as long as it says. */
const RANGES = { '20 s': '0:24-0:44', '60 s': '0:24-1:23' } as const;

export async function run({ rounds }: { rounds: number }): Promise<{ rows: readonly Row[] }> {
  return { rows: [...(await here(rounds)), ...(await inWorkerd(rounds))] };
}

/** A loudness like that of speech. */
const PEAKS = Array.from({ length: 400 }, (_, i) => 40 + ((i * 7919) % 211));

/** An order of 20 s with as many words as are spoken in that time. */
function orderOf(): ClipOrder {
  const text = quoteOf(1, 50);
  const list = text.split(' ');
  const each = (SECONDS * 1000 - 750) / list.length;
  const words = list.map((word, i): ClipWord => ({
    text: word,
    glued: false,
    startMs: 250 + i * each,
    endMs: 250 + (i + 0.9) * each,
    ends: /[.!?]$/.test(word) ? 'sentence' : word.endsWith(',') ? 'clause' : null,
  }));
  return {
    card: cardOf(1, text),
    look: { template: 'classic', brand: BRAND, size: SIZE, style: 'karaoke', missing: 'refuse' },
    script: { cuts: [{ startMs: 60_000, endMs: 60_000 + SECONDS * 1000 }], words, timed: 'words' },
    peaks: PEAKS,
  };
}

async function here(rounds: number): Promise<Row[]> {
  const module = await WebAssembly.compile(await readFile('dist/wasm/h264.wasm'));
  const h264 = await createH264(module);
  const parts = { ...(await openStage()), h264 };
  const recording = heldAudio(new Uint8Array(await readFile('examples/example.m4a')));
  const order = orderOf();
  const walls: number[] = [];
  const cpus: number[] = [];
  let bytes = 0;
  for (let i = 0; i <= rounds; i++) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    const audio = await cutAudio(recording, order.script.cuts, null);
    bytes = (await createClipDrawer(parts).clip(order, audio)).length;
    const { user, system } = process.cpuUsage(used);
    // The first round fills caches.
    if (i === 0) continue;
    walls.push(performance.now() - started);
    cpus.push((user + system) / 1000);
  }
  return [
    { name: 'Node, 20 s with m4a', value: median(walls), unit: 'ms', slowest: Math.max(...walls) },
    { name: 'Node, 20 s with m4a, processor', value: median(cpus), unit: 'ms' },
    { name: 'its size', value: bytes / 1e6, unit: 'MB' },
    { name: 'its pictures, PSNR of luma', value: await closeness(parts, order), unit: 'dB' },
    ...(await throughFfmpeg(parts, order)),
  ];
}

type Parts = Parameters<typeof filmOf>[0];

/** Every tenth picture against its composed pixels. */
async function closeness(parts: Parts, order: ClipOrder): Promise<number> {
  let error = 0;
  let count = 0;
  let picture = 0;
  await filmOf(parts, order, (rgb, encoder) => {
    if (picture++ % 10 !== 0) return;
    const { y, stride } = encoder.reconstruction();
    for (let row = 0; row < SIZE.height; row++) {
      for (let column = 0; column < SIZE.width; column++) {
        const at = (row * SIZE.width + column) * 3;
        const light = 0.2126 * (rgb[at] ?? 0) + 0.7152 * (rgb[at + 1] ?? 0) + 0.0722 * (rgb[at + 2] ?? 0);
        error += (16 + (219 / 255) * light - (y[row * stride + column] ?? 0)) ** 2;
        count++;
      }
    }
  });
  return 10 * Math.log10(255 ** 2 / (error / count));
}

/** The composed pictures, whole, into libx264 at its fastest. */
async function throughFfmpeg(parts: Parts, order: ClipOrder): Promise<Row[]> {
  if (spawnSync('ffmpeg', ['-version']).status !== 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const [pipe, out] = [join(folder, 'pictures'), join(folder, 'out.mp4')];
  spawnSync('mkfifo', [pipe]);
  const size = `${SIZE.width}x${SIZE.height}`;
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', size, '-r', '30', '-i', pipe];
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-pix_fmt', 'yuv420p', '-g', '60'];
  const child = spawn('ffmpeg', ['-v', 'error', '-y', ...input, ...coding, out], { stdio: 'inherit' });
  const started = performance.now();
  const to = openSync(pipe, 'w');
  await filmOf(parts, order, (rgb) => writeAll(to, rgb));
  closeSync(to);
  await once(child, 'close');
  const wall = performance.now() - started;
  const bytes = (await stat(out)).size;
  await rm(folder, { recursive: true });
  return [
    { name: 'the same pictures into ffmpeg (x264 ultrafast, crf 18)', value: wall, unit: 'ms' },
    { name: 'its size', value: bytes / 1e6, unit: 'MB' },
  ];
}

function writeAll(to: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(to, bytes, at);
}

/** The built Worker, asked for clips of the example. */
async function inWorkerd(rounds: number): Promise<Row[]> {
  const names = (await readdir('dist/worker')).filter((name) => name !== 'index.js');
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: [
        { type: 'ESModule' as const, path: 'dist/worker/index.js' },
        ...names.map((name) => ({ type: 'CompiledWasm' as const, path: `dist/worker/${name}` })),
      ],
      modulesRoot: 'dist/worker',
      compatibilityDate: '2026-10-01',
      bindings: { PUBLIC_URL: 'https://quotes.example', LOG: 'errors' },
      d1Databases: ['DB'],
      r2Buckets: ['BLOBS'],
      assets: {
        directory: 'dist/assets',
        binding: 'ASSETS',
        routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
      },
      cf: false,
    }),
  );
  try {
    const db = await runtime.getD1Database('DB');
    await migrate(d1Driver(db), await readMigrations('migrations'));
    const { secret, token } = await createToken('import', 'bench');
    await d1Store(db).saveToken(token);
    const { origin } = await runtime.ready;
    await importExample(origin, secret);
    const bucket = await runtime.getR2Bucket('BLOBS');
    await bucket.put('recordings/example', await readFile('examples/example.m4a'));
    const rows: Row[] = [];
    for (const [length, range] of Object.entries(RANGES)) {
      const cpus: number[] = [];
      for (let i = 0; i <= rounds; i++) {
        // An address of its own each time, so that none is kept.
        const before = await workerdMs();
        const response = await fetch(`${origin}/e/example/${range}.mp4?lang=en-x-round${i}`);
        const body = await response.arrayBuffer();
        if (!response.ok) throw new Error(new TextDecoder().decode(body));
        await sleep(50);
        if (i > 0) cpus.push((await workerdMs()) - before);
      }
      rows.push({ name: `workerd, ${length} with m4a, processor`, value: median(cpus), unit: 'ms' });
    }
    rows.push({ name: 'workerd, most memory of the process', value: await workerdPeakMb(), unit: 'MB' });
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

/** Files of Linux about the workerd that this process started. */
async function workerd(file: string): Promise<string> {
  const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  for (const pid of children.split(' ').filter(Boolean)) {
    const command = await readFile(`/proc/${pid}/comm`, 'utf8');
    if (command.startsWith('workerd')) return readFile(`/proc/${pid}/${file}`, 'utf8');
  }
  throw new Error('No workerd runs.');
}

/** Processor time it used, in steps of 10 ms. */
async function workerdMs(): Promise<number> {
  const fields = (await workerd('stat')).replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function workerdPeakMb(): Promise<number> {
  return Number(/^VmHWM:\s*(\d+)/m.exec(await workerd('status'))?.[1]) / 1000;
}
