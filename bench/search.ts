/**
 * Search and import at scale: 1,000 made-up episodes of 10,000 words in SQLite, and one of three hours. The words are drawn
 * by rank as in speech (Zipf), so that the commonest are in most sentences and most are rare.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryBlobs } from '../src/blobs/memory.ts';
import { importEpisode } from '../src/ingest/import.ts';
import { readMigrations, sqliteStore } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/port.ts';

export interface Row {
  name: string;
  /** Of several rounds the median. */
  value: number;
  unit: string;
  slowest?: number;
}

const EPISODES = 1000;
const WORDS = 10_000;
const THREE_HOURS = 30_000;
const VOCABULARY = 20_000;
const SENTENCE = 14;

/** Runs every query `rounds` times over the full store. */
export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const file = join(folder, 'bench.db');
  using store = await sqliteStore(
    file,
    await readMigrations(fileURLToPath(new URL('../migrations', import.meta.url))),
  );
  try {
    // First, so that the memory is that of this one import.
    const rows = await importLong(store);
    rows.push(...(await importAll(store)));
    rows.push({ name: 'database per episode', value: (await stat(file)).size / EPISODES / 1e6, unit: 'MB' });
    for (const [name, query] of Object.entries(queries()))
      rows.push(...(await searchAll(store, name, query, rounds)));
    return { rows };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What an import costs at the beginning, in the middle and at the end: it must not grow. */
async function importAll(store: Store): Promise<Row[]> {
  const deps = { store, blobs: memoryBlobs() };
  const costs: number[] = [];
  for (let i = 0; i < EPISODES; i++) {
    const bytes = transcript(WORDS, i + 1);
    const started = performance.now();
    await importEpisode(deps, {
      metadata: { show: 'Bench', title: `Episode ${i}`, id: `bench-${i}`, language: 'en' },
      transcript: { bytes, fileName: 'bench.vtt' },
    });
    costs.push(performance.now() - started);
  }
  const tenth = EPISODES / 10;
  return [0, 4, 9].map((nth) => ({
    name: `import of ${WORDS} words, episodes ${nth * tenth + 1} to ${(nth + 1) * tenth}`,
    value: median(costs.slice(nth * tenth, (nth + 1) * tenth)),
    unit: 'ms',
  }));
}

function queries(): Record<string, string> {
  return {
    'a rare word': word(15_000),
    'a common word': word(0),
    'three words': `${word(40)} ${word(400)} ${word(90)}`,
    'the commonest ten': Array.from({ length: 10 }, (_, nth) => word(nth)).join(' '),
    'a phrase': `"${word(1)} ${word(2)} ${word(3)}"`,
    'a common word with a rare one': `${word(0)} ${word(15_000)}`,
    'a word that is not there': 'absent',
  };
}

async function searchAll(store: Store, name: string, query: string, rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [scope, options] of [
    ['all', { limit: 20 }],
    ['one episode', { limit: 20, episodeId: 'bench-500' }],
  ] as const) {
    const costs: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const started = performance.now();
      await store.search(query, options);
      costs.push(performance.now() - started);
    }
    rows.push({
      name: `search ${scope}: ${name}`,
      value: median(costs),
      unit: 'ms',
      slowest: Math.max(...costs),
    });
  }
  return rows;
}

/** An episode of three hours: parsed, cut into sentences, addressed and indexed, and the most memory the process took. */
async function importLong(store: Store): Promise<Row[]> {
  const bytes = transcript(THREE_HOURS, 4242);
  const before = process.memoryUsage().rss;
  const started = performance.now();
  await importEpisode(
    { store, blobs: memoryBlobs() },
    {
      metadata: { show: 'Bench', title: 'Long', id: 'long', language: 'en' },
      transcript: { bytes, fileName: 'long.vtt' },
    },
  );
  const cost = performance.now() - started;
  const most = process.resourceUsage().maxRSS / 1e3;
  return [
    { name: `import of ${THREE_HOURS} words, the first of all`, value: cost, unit: 'ms' },
    { name: 'memory of the process at most', value: most, unit: 'MB' },
    { name: 'of that the import', value: most - before / 1e6, unit: 'MB' },
  ];
}

/** WebVTT of so many words, one sentence a cue, two speakers by turns. The same seed gives the same words. */
export function transcript(words: number, seed: number): Uint8Array {
  const random = randomFrom(seed);
  const cues = ['WEBVTT', ''];
  for (let at = 0; at < words; at += SENTENCE) {
    const sentence = Array.from({ length: SENTENCE }, () => word(rank(random()))).join(' ');
    const speaker = (at / SENTENCE) % 4 < 2 ? 'Ada' : 'Bo';
    cues.push(
      `${clock(at * 0.36)} --> ${clock((at + SENTENCE) * 0.36)}`,
      `<v ${speaker}>${sentence[0]?.toUpperCase()}${sentence.slice(1)}.`,
      '',
    );
  }
  return new TextEncoder().encode(cues.join('\n'));
}

/** A rank drawn by Zipf's law from a number between 0 and 1. */
function rank(drawn: number): number {
  return Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** drawn) - 1);
}

/** A made-up word for each rank, short where it is common. */
function word(nth: number): string {
  const syllables = [
    'ka',
    'lo',
    'mi',
    'ne',
    'ru',
    'sa',
    'te',
    'vo',
    'di',
    'pu',
    'ga',
    'shi',
    'ber',
    'nal',
    'tor',
    'wen',
  ];
  let made = '';
  for (let rest = nth + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    made += syllables[rest % syllables.length];
  return made;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

function clock(seconds: number): string {
  const ms = String(Math.floor((seconds % 1) * 1000)).padStart(3, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${ms}`;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
