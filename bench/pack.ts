/**
 * `pullquote pack`: 1,000 cards (200 quotes of 40 words in five sizes), from the start of the process to the ZIP on disk, and
 * 10,000: time and memory; beside a plain loop of other engines over the same scenes.
 */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fsBlobs } from '../src/blobs/fs.ts';
import { importEpisode } from '../src/ingest/import.ts';
import { SIZES } from '../src/layer/sizes.ts';
import { readMigrations, sqliteStore } from '../src/store/sqlite.ts';
import { runCommand } from './process.ts';
import { openEngines, treeOf } from './render.ts';
import { median, type Row } from './search.ts';
import { openStage, quoteOf } from './stage.ts';

const ROOT = new URL('../', import.meta.url);
const CHOSEN = ['og', 'x', 'square', 'portrait', 'story'] as const;
/** Cards of the two packs. */
const FEW = 1000;
const MANY = 10_000;
/** Quotes the other engines draw in every size, the first to warm: at up to half a second a card, 1,000 would take many minutes. */
const PEER_QUOTES = 4;

export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const small: Row[][] = [];
  for (let round = 0; round < rounds; round++) small.push(await pack(FEW));
  return { rows: [...medians(small), ...(await pack(MANY)), ...(await peers())] };
}

/** Runs the command as a person does, over a data folder where nothing is drawn yet. */
async function pack(cards: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  try {
    const ranges = await importQuotes(folder, cards / CHOSEN.length);
    const [zip, csv] = [join(folder, 'pack.zip'), join(folder, 'ranges.csv')];
    await writeFile(csv, ['range', ...ranges].join('\n'));
    const asked = ['-o', zip, '--select', csv, '--sizes', CHOSEN.join(), '--data', folder];
    const { ms, usage } = await runCommand(['pack', 'bench', ...asked]);
    const { userCPUTime, systemCPUTime, maxRSS } = usage;
    const what = `${cards.toLocaleString('en')} cards`;
    return [
      {
        name: `${what} on ${availableParallelism()} threads, start and ZIP included`,
        value: ms / 1000,
        unit: 's',
      },
      { name: `${what}, processor time`, value: (userCPUTime + systemCPUTime) / 1e6, unit: 's' },
      { name: `${what}, memory of the process at most`, value: maxRSS / 1e3, unit: 'MB' },
      { name: `${what}, size of the ZIP`, value: (await stat(zip)).size / 1e6, unit: 'MB' },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function medians(runs: readonly Row[][]): Row[] {
  const [first = []] = runs;
  return first.map((row, nth) => ({
    ...row,
    value: median(runs.map((rows) => rows[nth]?.value ?? Number.NaN)),
  }));
}

/** Makes an episode of so many sentences. @returns the range of each */
async function importQuotes(folder: string, count: number): Promise<string[]> {
  using store = await sqliteStore(
    join(folder, 'pullquote.db'),
    await readMigrations(fileURLToPath(new URL('migrations', ROOT))),
  );
  const data = { store, blobs: fsBlobs(join(folder, 'blobs')) };
  const cues = Array.from(
    { length: count },
    (_, n) => `${clock(n * 15)} --> ${clock(n * 15 + 14)}\n<v Mika>${quoteOf(n)}\n`,
  );
  await importEpisode(data, {
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
  });
  return Array.from({ length: count }, (_, n) => `s=${n}`);
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 23);
}

/** What 1,000 cards would take the others, one after the other, as a few let expect. */
async function peers(): Promise<Row[]> {
  const stage = await openStage();
  const engines = await openEngines(['takumi-native', 'satori-resvg-js']);
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
    const drawn = (PEER_QUOTES - 1) * sizes.length;
    // Milliseconds of one are seconds of a thousand.
    rows.push({
      name: `1,000 cards by a loop of ${engine.name}, no ZIP, scaled up from ${drawn}`,
      value: spent / drawn,
      unit: 's',
    });
    await engine.close?.();
  }
  return rows;
}
