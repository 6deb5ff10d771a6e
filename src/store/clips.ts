import { and, eq, lt, or } from 'drizzle-orm';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClipFailure, ClipRender, ClipStore } from './clip-port.ts';
import { first, type Database } from './driver.ts';

const renders = sqliteTable('clip_renders', {
  key: text().primaryKey(),
  state: text().$type<ClipRender['state']>().notNull(),
  until: text().notNull(),
  error: text({ mode: 'json' }).$type<ClipFailure>(),
});

export function clipQueries(db: Database): ClipStore {
  return {
    async clipRender(key) {
      return first(await db.select().from(renders).where(eq(renders.key, key)));
    },
    async queueClip(key, now, until) {
      const set = { state: 'queued', until, error: null } as const;
      const queued = await db
        .insert(renders)
        .values({ key, ...set })
        .onConflictDoUpdate({ target: renders.key, set, setWhere: lt(renders.until, now) })
        .returning({ key: renders.key });
      return queued.length > 0;
    },
    async beginClip(key, now, until) {
      const isFree = or(eq(renders.state, 'queued'), lt(renders.until, now));
      const begun = await db
        .update(renders)
        .set({ state: 'drawing', until })
        .where(and(eq(renders.key, key), isFree))
        .returning({ key: renders.key });
      return begun.length > 0;
    },
    async failClip(key, error, until) {
      await db.update(renders).set({ state: 'failed', error, until }).where(eq(renders.key, key));
    },
    async endClip(key) {
      await db.delete(renders).where(eq(renders.key, key));
    },
  };
}
