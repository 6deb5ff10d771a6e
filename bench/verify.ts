/**
 * Verifying posted words against 1,000 made-up episodes of 10,000 words in SQLite: what was said word for word, what was
 * cut, changed, and what nobody said.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryBlobs } from '../src/blobs/memory.ts';
import { progress } from '../src/cli/progress.ts';
import { importEpisode } from '../src/ingest/import.ts';
import { verify, type VerifyDeps, type VerifyResult } from '../src/quote/verify.ts';
import type { Store } from '../src/store/port.ts';
import { readMigrations, sqliteStore } from '../src/store/sqlite.ts';
import { median, randomFrom, transcript, type Row } from './search.ts';

const EPISODES = 1000;
const WORDS = 10_000;
const POSTED = 30;

/** Verifies every kind of posted words `rounds` times, each time from another episode. */
export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  using store = await sqliteStore(
    join(folder, 'bench.db'),
    await readMigrations(fileURLToPath(new URL('../migrations', import.meta.url))),
  );
  try {
    await fill(store);
    const rows: Row[] = [];
    for (const [name, verdict, change] of KINDS)
      rows.push(await measure(store, rounds, name, verdict, change));
    return { rows };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Two to four minutes, of which it says how far it is. */
async function fill(store: Store): Promise<void> {
  const deps = { store, blobs: memoryBlobs() };
  const bar = progress(EPISODES, 'episodes', process.stderr);
  for (let i = 0; i < EPISODES; i++) {
    await importEpisode(deps, {
      metadata: { show: 'Bench', title: `Episode ${i}`, id: `bench-${i}`, language: 'en' },
      transcript: { bytes: transcript(WORDS, i + 1), fileName: 'bench.vtt' },
    });
    bar.step();
  }
  bar.end();
}

type Change = (words: string[]) => string;

const KINDS: readonly (readonly [name: string, verdict: VerifyResult['verdict'], change: Change])[] = [
  ['word for word', 'verbatim', (words) => words.join(' ')],
  [
    'six words cut and marked',
    'elided',
    (words) => [...words.slice(0, 12), '[…]', ...words.slice(18)].join(' '),
  ],
  [
    'two words changed',
    'altered',
    (words) => words.map((word, i) => (i === 8 || i === 20 ? 'altered' : word)).join(' '),
  ],
  ['the same words in another order', 'not-found', (words) => words.toReversed().join(' ')],
];

async function measure(
  store: Store,
  rounds: number,
  name: string,
  verdict: VerifyResult['verdict'],
  change: Change,
): Promise<Row> {
  const random = randomFrom(7);
  const deps = depsOf(store);
  const costs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const current = await store.current(`bench-${Math.floor(random() * EPISODES)}`);
    if (current === null) throw new Error('The episode is not there.');
    const at = Math.floor(random() * (WORDS - POSTED));
    const posted = change(current.text.words.slice(at, at + POSTED).map(({ text }) => text));
    const started = performance.now();
    const result = await verify(posted, {}, deps);
    costs.push(performance.now() - started);
    if (result.verdict !== verdict) {
      throw new Error(`Expected ${verdict} for ${name} but received ${result.verdict}: ${posted}`);
    }
  }
  return {
    name: `verify ${POSTED} words: ${name}`,
    value: median(costs),
    unit: 'ms',
    slowest: Math.max(...costs),
  };
}

function depsOf(store: Store): VerifyDeps {
  return {
    search: (query, options) => store.search(query, options),
    load: async (episodeId) => {
      const current = await store.current(episodeId);
      if (current === null) return null;
      return { revisionId: current.revision.id, text: current.text, language: 'en', participants: [] };
    },
  };
}
