/** The store in a SQLite file, for Node. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Driver, Statement } from './driver.ts';
import { migrate, type Migration } from './migrate.ts';
import type { Store } from './port.ts';
import { createStore } from './store.ts';

const PREPARED = 100;

const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 5000;
  PRAGMA foreign_keys = ON;
`;

/**
 * Opens (or makes) the store in the file `path`, `:memory:` for one that is not kept, and applies the migrations it lacks.
 */
export async function sqliteStore(
  path: string,
  migrations: readonly Migration[],
): Promise<Store & Disposable> {
  const db = new DatabaseSync(path);
  try {
    db.exec(PRAGMAS);
    const driver = sqliteDriver(db);
    await migrate(driver, migrations);
    return { ...createStore(driver), [Symbol.dispose]: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The numbered `.sql` files of a folder. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name), 'utf8') })));
}

function sqliteDriver(db: DatabaseSync): Driver {
  const prepared = new Map<string, StatementSync>();

  function prepare(sql: string): StatementSync {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    // Statements with a list of values in them differ by its length: the oldest make room.
    const [oldest] = prepared.keys();
    if (oldest !== undefined && prepared.size >= PREPARED) prepared.delete(oldest);
    prepared.set(sql, statement);
    return statement;
  }

  // `all` also runs statements that return nothing. Rows are arrays already; their type does not know it.
  const all = ({ sql, params }: Statement): unknown[][] =>
    prepare(sql)
      .all(...params)
      .map(Object.values);

  return {
    async all(statement) {
      return all(statement);
    },
    async batch(statements) {
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const statement of statements) all(statement);
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
