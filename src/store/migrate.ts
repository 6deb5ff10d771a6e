import type { Driver } from './driver.ts';

/** One file of `migrations/`. Names sort in the order to apply. */
export interface Migration {
  name: string;
  sql: string;
}

/** The table `wrangler d1 migrations apply` keeps, so that a database may be migrated by either. */
const TABLE = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Applies, each as one transaction, the migrations a database does not have yet. */
export async function migrate(driver: Driver, migrations: readonly Migration[]): Promise<void> {
  await driver.batch([{ sql: TABLE, params: [] }]);
  const rows = await driver.all({ sql: 'SELECT name FROM d1_migrations', params: [] });
  const applied = new Set(rows.map(([name]) => name));
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const { name, sql } of missing.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    await driver.batch([
      ...statements(sql).map((statement) => ({ sql: statement, params: [] })),
      { sql: 'INSERT INTO d1_migrations (name) VALUES (?)', params: [name] },
    ]);
  }
}

/** Cuts a migration at the semicolons that end a line. */
function statements(sql: string): string[] {
  const bare = sql.replaceAll(/^\s*--.*$/gm, '');
  return bare
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
