/** What the two databases have in common: SQL with positional parameters, rows as arrays, writes all or none. */
import { drizzle } from 'drizzle-orm/sqlite-proxy';

type Value = string | number | null;

export interface Statement {
  sql: string;
  params: Value[];
}

export interface Driver {
  /** Rows of one statement, values in the order of its columns. */
  all(statement: Statement): Promise<unknown[][]>;
  /** Runs the statements in order as one transaction. */
  batch(statements: readonly Statement[]): Promise<void>;
}

/** Queries are written once, over this. */
export type Database = ReturnType<typeof database>;

/**
 * A drizzle database whose statements go to `driver`. What every card asks for is prepared once: to write a statement's SQL
 * takes drizzle longer than it takes SQLite to answer. Its `batch` is for writes: it returns no rows. A query for one row is by
 * what only one has, and {@link first}, not drizzle's `.get()`, which expects another shape of answer. It has no `.limit(1)`:
 * SQLite plans by a limit, and drizzle sends it as a parameter, so that the statement would be prepared anew each time.
 */
export function database(driver: Driver) {
  return drizzle(
    async (sql, params) => ({ rows: await driver.all({ sql, params }) }),
    async (statements) => {
      await driver.batch(statements.map(({ sql, params }) => ({ sql, params })));
      return statements.map(() => ({ rows: [] }));
    },
  );
}

export function first<T>(rows: readonly T[]): T | null {
  return rows[0] ?? null;
}
