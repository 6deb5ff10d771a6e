import { eq, sql } from 'drizzle-orm';
import type { Show } from '../quote/model.ts';
import { first, type Database } from './driver.ts';
import type { Store } from './port.ts';
import { shows } from './schema.ts';

export function showQueries(db: Database): Pick<Store, 'show' | 'saveShow'> {
  const byId = db
    .select()
    .from(shows)
    .where(eq(shows.id, sql.placeholder('id')))
    .prepare();
  return {
    async show(id) {
      return first(await byId.all({ id }));
    },
    async saveShow(show) {
      await upsertShow(db, show);
    },
  };
}

export function upsertShow(db: Database, show: Show) {
  const { id, ...rest } = show;
  return db
    .insert(shows)
    .values({ id, ...rest })
    .onConflictDoUpdate({ target: shows.id, set: rest });
}
