/**
 * A pack of 1,000 cards (200 quotes of 40 words in five sizes) from the words in the store to the ZIP on disk, and one of
 * 10,000 for what it takes in memory; beside a plain loop of other engines over the same scenes.
 */
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fsBlobs } from '../src/blobs/fs.ts';
import { importEpisode } from '../src/ingest/import.ts';
import { SIZES } from '../src/layer/sizes.ts';
import { blobEntry, textEntry } from '../src/pack/archive.ts';
import { contentsOf, filesOf } from '../src/pack/contents.ts';
import { documentsOf } from '../src/pack/documents.ts';
import type { PackDeps } from '../src/pack/item.ts';
import { makePlan } from '../src/pack/plan.ts';
import { variantsOf } from '../src/pack/request.ts';
import { renderPack } from '../src/pack/run.ts';
import { selectQuotes } from '../src/pack/select.ts';
import { zip } from '../src/pack/zip.ts';
import { drawerPool } from '../src/runtime/pool.ts';
import { readMigrations, sqliteStore } from '../src/store/sqlite.ts';
import { openEngines, treeOf } from './render.ts';
import { openStage, quoteOf } from './stage.ts';

export interface Row {
  name: string;
  value: number;
  unit: string;
}

const ROOT = new URL('../', import.meta.url);
const CHOSEN = ['og', 'x', 'square', 'portrait', 'story'] as const;
const QUOTES = 200;
const MANY = 2000;
/** Quotes the other engines draw in every size; more would only take longer. */
const PEER_QUOTES = 10;

/** Every round starts with nothing kept; threads and their code are warm from the second on. */
export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const rows: Row[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push((await pack(QUOTES)).seconds);
  rows.push({
    name: `1,000 cards on ${availableParallelism()} threads, ZIP included`,
    value: median(times),
    unit: 's',
  });
  rows.push({ name: 'memory of the process at most, 1,000 cards', value: peak(), unit: 'MB' });
  const many = await pack(MANY);
  rows.push({ name: '10,000 cards, ZIP included', value: many.seconds, unit: 's' });
  rows.push({ name: 'memory of the process at most, 10,000 cards', value: peak(), unit: 'MB' });
  rows.push({ name: 'size of the ZIP of 10,000 cards', value: many.bytes / 1e6, unit: 'MB' });
  rows.push(...(await peers()));
  return { rows };
}

async function pack(quotes: number): Promise<{ seconds: number; bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const pool = await drawerPool(
    new URL('dist/node/draw-thread.js', ROOT),
    { folder },
    availableParallelism(),
  );
  const store = await sqliteStore(
    join(folder, 'bench.db'),
    await readMigrations(fileURLToPath(new URL('migrations', ROOT))),
  );
  try {
    const blobs = fsBlobs(join(folder, 'blobs'));
    const deps: PackDeps = {
      store,
      blobs,
      drawer: pool,
      config: { publicUrl: 'https://example.org', maxPixels: 8_300_000 },
      onError(error) {
        throw error;
      },
    };
    await importQuotes(deps, quotes);
    const episode = await store.episode('bench');
    if (episode === null) throw new Error('The episode was not kept.');
    const started = performance.now();
    const ranges = Array.from({ length: quotes }, (_, n) => `s=${n}`);
    const variants = variantsOf({ sizes: [...CHOSEN], formats: ['png'] });
    const plan = makePlan('bench', await selectQuotes(store, episode, ranges), variants);
    const { items } = await renderPack(deps, plan);
    const contents = contentsOf(
      { id: 'bench', title: 'Bench', show: 'Bench', url: null, publishedAt: null },
      plan,
      items,
    );
    const failed = items.find(({ error }) => error !== null);
    if (failed) throw new Error(failed.error?.message);
    const texts = Object.entries(documentsOf(contents)).map(([name, text]) => textEntry(name, text));
    const archive = zip([...texts, ...filesOf(contents).map((file) => blobEntry(blobs, file))]);
    const file = await open(join(folder, 'pack.zip'), 'w');
    for await (const bytes of archive.read()) await file.writeFile(bytes);
    await file.close();
    return { seconds: (performance.now() - started) / 1000, bytes: archive.size };
  } finally {
    await pool.close();
    store[Symbol.dispose]();
    await rm(folder, { recursive: true });
  }
}

async function importQuotes({ store, blobs }: PackDeps, count: number): Promise<void> {
  const cues = Array.from(
    { length: count },
    (_, n) => `${clock(n * 15)} --> ${clock(n * 15 + 14)}\n<v Mika>${quoteOf(n)}\n`,
  );
  await importEpisode(
    { store, blobs },
    {
      metadata: {
        show: 'The Long Way Round',
        title: 'Where the river bends',
        id: 'bench',
        language: 'en',
        publishedAt: '2026-03-14',
        participants: [{ name: 'Mika Haddad', role: 'Guest', photo: 'mika.png' }],
        speakers: { Mika: 'Mika Haddad' },
      },
      transcript: {
        bytes: new TextEncoder().encode(['WEBVTT\n', ...cues].join('\n')),
        fileName: 'bench.vtt',
      },
      files: { 'mika.png': new Uint8Array(await readFile(new URL('examples/mika-haddad.png', ROOT))) },
    },
  );
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 23);
}

/** What 1,000 cards would take the others, one after the other, from a hundred. */
async function peers(): Promise<Row[]> {
  const stage = await openStage();
  const engines = (await openEngines()).filter(({ name }) =>
    ['takumi-native', 'satori-resvg-js'].includes(name),
  );
  const rows: Row[] = [];
  for (const engine of engines) {
    const sizes = CHOSEN.map((name) => SIZES[name]);
    let spent = 0;
    for (let seed = 0; seed < PEER_QUOTES; seed++) {
      for (const size of sizes) {
        const tree = await treeOf(stage, 'classic', size, seed);
        const started = performance.now();
        await engine.draw(tree, size);
        // The first quote only warms.
        if (seed > 0) spent += performance.now() - started;
      }
    }
    const each = spent / ((PEER_QUOTES - 1) * sizes.length);
    rows.push({ name: `1,000 cards by a loop of ${engine.name}, no ZIP`, value: each, unit: 's' });
    await engine.close?.();
  }
  return rows;
}

/** Most memory the process took so far, in MB. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1e3;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
