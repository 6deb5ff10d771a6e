import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fsBlobs } from '../../src/blobs/fs.ts';
import { importEpisode } from '../../src/ingest/import.ts';
import { zipOf } from '../../src/pack/archive.ts';
import { packFiles } from '../../src/pack/finish.ts';
import { createPack } from '../../src/pack/jobs.ts';
import { packInput } from '../../src/pack/request.ts';
import { readMigrations, sqliteStore } from '../../src/store/sqlite.ts';
import { unzip } from './unzip.ts';

const KILLS = 50;
const QUOTES = 1500;
/** Longest time given to a process before it is killed, in milliseconds. */
const LONGEST = 250;

const migrations = resolve('migrations');
let folder = '';
let script = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-kill-'));
  script = join(folder, 'killed.mjs');
  await build({
    entryPoints: ['test/pack/killed.ts'],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    logLevel: 'error',
  });
});
afterAll(() => rm(folder, { recursive: true }));

/** Works on the packs until it is killed, `null` after how many milliseconds: never. */
async function work(killAfter: number | null): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, folder, migrations],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited]);
  if (killAfter !== null) {
    await Promise.race([new Promise((done) => setTimeout(done, killAfter)), exited]);
    child.kill('SIGKILL');
  }
  await exited;
}

async function drawn(): Promise<string[]> {
  const log = await readFile(join(folder, 'drawn.log'), 'utf8').catch(() => '');
  return log.split('\n').filter((key) => key.length === 32);
}

test(
  `killed at ${KILLS} moments, a pack is finished whole, and nothing recorded as done is drawn again`,
  { timeout: 120_000 },
  async () => {
    const open = async () => sqliteStore(join(folder, 'pullquote.db'), await readMigrations(migrations));
    const blobs = fsBlobs(join(folder, 'blobs'));
    let id = '';
    {
      using store = await open();
      const lines = Array.from({ length: QUOTES }, (_, n) => `Sentence number ${n} of a long evening.`);
      await importEpisode(
        { store, blobs },
        {
          metadata: { show: 'Night', title: 'Long', id: 'long', language: 'en' },
          transcript: {
            bytes: new TextEncoder().encode(`WEBVTT\n\n00:00.000 --> 59:00.000\n${lines.join(' ')}\n`),
            fileName: 'a.vtt',
          },
        },
      );
      const input = packInput.parse({
        episode: 'long',
        select: lines.map((_, n) => `s=${n}`),
        sizes: ['og'],
      });
      const workers = { start: async () => {} };
      const row = await createPack(
        { store, workers, now: () => new Date() },
        { input, idempotencyKey: null, webhook: null },
      );
      id = row.id;
    }
    let recorded = new Set<string | null>();
    for (let kill = 0; kill < KILLS; kill++) {
      const before = (await drawn()).length;
      await work(Math.random() * LONGEST);
      for (const key of (await drawn()).slice(before)) expect(recorded.has(key)).toBe(false);
      using store = await open();
      recorded = new Set((await store.packItems(id, 0, QUOTES)).map(({ key }) => key));
    }
    await work(null);
    using store = await open();
    const row = await store.pack(id);
    expect([row?.state, await store.packCounts(id)]).toEqual(['done', { done: row?.total, failed: 0 }]);
    expect(new Set(await drawn()).size).toBe(QUOTES);
    if (row === null) return;
    const archive: Uint8Array[] = [];
    for await (const bytes of zipOf(blobs, await packFiles(store, row)).read()) archive.push(bytes);
    const cards = (await unzip(Buffer.concat(archive))).filter(([name]) => name.startsWith('cards/'));
    expect(cards).toHaveLength(QUOTES);
  },
);
