import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMigrations, sqliteStore } from '../../src/store/sqlite.ts';
import { makeImport } from '../contracts/episode.ts';
import { storeContract } from '../contracts/store.ts';

const migrations = await readMigrations('migrations');

storeContract('sqlite', async () => ({
  async fresh() {
    const store = await sqliteStore(':memory:', migrations);
    return { subject: store, close: async () => store[Symbol.dispose]() };
  },
  async close() {},
}));

test('a file keeps what was saved, and is not migrated twice', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pullquote-store-'));
  const file = join(dir, 'pullquote.db');
  {
    using store = await sqliteStore(file, migrations);
    await store.saveImport(makeImport(['Kept words.']));
  }
  using store = await sqliteStore(file, migrations);
  expect(await store.search('kept', { limit: 1 })).toHaveLength(1);
  await rm(dir, { recursive: true });
});

test('a migration that fails is not half applied', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pullquote-store-'));
  const file = join(dir, 'pullquote.db');
  const broken = {
    name: '9999_broken.sql',
    sql: 'CREATE TABLE half (id TEXT);\nCREATE TABLE shows (id TEXT);\n',
  };
  await expect(sqliteStore(file, [...migrations, broken])).rejects.toThrow(/already exists/);
  const fixed = { name: '9999_broken.sql', sql: '-- Now right;\nCREATE TABLE half (id TEXT);\n' };
  using store = await sqliteStore(file, [...migrations, fixed]);
  expect(await store.episodes({ limit: 1 })).toEqual({ items: [], next: null });
  await rm(dir, { recursive: true });
});
