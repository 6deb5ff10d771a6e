/**
 * A vertical clip with sound, in this process and in workerd: time, processor time, bytes, memory, and how close its pictures
 * are to what was composed. Beside it, the same pictures piped into ffmpeg where that is installed, and drawn whole by satori.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { cutAudio } from '../src/clip/audio/cut.ts';
import { mp3Decoder } from '../src/clip/audio/mp3-decoder.ts';
import { heldAudio } from '../src/clip/audio/source.ts';
import { createClipDrawer } from '../src/clip/draw.ts';
import { filmOf } from '../src/clip/film.ts';
import { createH264 } from '../src/clip/h264/encoder.ts';
import type { ClipOrder, ClipWord } from '../src/clip/model.ts';
import { nodeEncoders } from '../src/runtime/node-encoders.ts';
import type { ClipTemplateName } from '../templates/clip-names.ts';
import { anIsolate } from './clip-isolate.ts';
import { tenAtOnce } from './clip-memory.ts';
import { inWorkerd } from './clip-workerd.ts';
import { openEngines, treeOf } from './render.ts';
import { median, type Row } from './search.ts';
import { BRAND, cardOf, openStage, quoteOf } from './stage.ts';

const SIZE = { width: 1080, height: 1920 };
const SECONDS = 20;

export async function run({ rounds }: { rounds: number }): Promise<{ rows: readonly Row[] }> {
  return {
    rows: [
      ...(await here(rounds)),
      ...(await inWorkerd(rounds)),
      ...(await anIsolate()),
      ...(await tenAtOnce()),
    ],
  };
}

/** A loudness like that of speech. */
const PEAKS = Array.from({ length: 400 }, (_, i) => 40 + ((i * 7919) % 211));

/** An order of 20 s with as many words as are spoken in that time. */
function orderOf(template: ClipTemplateName): ClipOrder {
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
    look: { template, brand: BRAND, size: SIZE, style: 'karaoke', missing: 'refuse' },
    script: { cuts: [{ startMs: 60_000, endMs: 60_000 + SECONDS * 1000 }], words, timed: 'words' },
    peaks: PEAKS,
  };
}

async function here(rounds: number): Promise<Row[]> {
  const stage = await openStage();
  const parts = { ...stage, h264: await createH264(await compiled('h264')) };
  const drawer = createClipDrawer(parts, nodeEncoders, mp3Decoder(await compiled('mpg123')));
  const recording = heldAudio(new Uint8Array(await readFile('examples/example.m4a')));
  const order = orderOf('classic');
  const walls: number[] = [];
  const cpus: number[] = [];
  let bytes = 0;
  for (let i = 0; i <= rounds; i++) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    bytes = (await drawer.clip(order, await cutAudio(recording, order.script.cuts, null))).length;
    const { user, system } = process.cpuUsage(used);
    // The first round fills caches.
    if (i === 0) continue;
    walls.push(performance.now() - started);
    cpus.push((user + system) / 1000);
  }
  const photo = orderOf('artwork');
  const photoBytes = (await drawer.clip(photo, await cutAudio(recording, photo.script.cuts, null))).length;
  return [
    { name: 'Node, 20 s with m4a', value: median(walls), unit: 'ms', slowest: Math.max(...walls) },
    { name: 'Node, 20 s with m4a, processor', value: median(cpus), unit: 'ms' },
    { name: 'its size', value: bytes / 1e6, unit: 'MB' },
    { name: 'its pictures, PSNR of luma', value: await closeness(parts, order), unit: 'dB' },
    { name: 'on a layer with a picture, size', value: photoBytes / 1e6, unit: 'MB' },
    { name: 'its pictures, PSNR of luma', value: await closeness(parts, photo), unit: 'dB' },
    ...(await throughFfmpeg(parts, order)),
    ...(await throughSatori(stage)),
  ];
}

async function compiled(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(`dist/wasm/${name}.wasm`));
}

/** A picture drawn whole by satori and resvg, as a renderer of frames does it, times the pictures of the clip. */
async function throughSatori(stage: Awaited<ReturnType<typeof openStage>>): Promise<Row[]> {
  const engines = await openEngines();
  const satori = engines.find(({ name }) => name === 'satori-resvg-js');
  if (satori === undefined) return [];
  const tree = await treeOf(stage, 'classic', SIZE, 1);
  await satori.draw(tree, SIZE);
  const walls: number[] = [];
  for (let i = 0; i < PICTURES_OF_SATORI; i++) {
    const started = performance.now();
    await satori.draw(tree, SIZE);
    walls.push(performance.now() - started);
  }
  for (const engine of engines) await engine.close?.();
  return [
    {
      name: 'satori and resvg for each of its 600 pictures (by 5 of them)',
      value: 600 * median(walls),
      unit: 'ms',
    },
  ];
}

const PICTURES_OF_SATORI = 5;

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
