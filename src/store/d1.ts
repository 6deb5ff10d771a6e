/** The store in a Cloudflare D1 database. Migrations are applied by `wrangler d1 migrations apply`, or by `migrate`. */
import type { D1Database } from '@cloudflare/workers-types';
import type { Driver, Statement } from './driver.ts';
import type { Store } from './port.ts';
import { createStore } from './store.ts';

export function d1Store(db: D1Database): Store {
  return createStore(d1Driver(db));
}

export function d1Driver(db: D1Database): Driver {
  const prepare = ({ sql, params }: Statement) => db.prepare(sql).bind(...params);
  return {
    async all(statement) {
      return prepare(statement).raw();
    },
    async batch(statements) {
      if (statements.length > 0) await db.batch(statements.map(prepare));
    },
  };
}
