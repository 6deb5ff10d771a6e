import { and, desc, eq, getTableColumns, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PullquoteError } from '../errors.ts';
import { cursor, parseCursor, toListing } from './cursor.ts';
import { first, type Database } from './driver.ts';
import { jsonBatches } from './json.ts';
import type { KeptFile, NamedFile, PackState, PackStore, Reason, WebhookState } from './pack-port.ts';

const packs = sqliteTable('packs', {
  id: text().primaryKey(),
  idempotencyKey: text('idempotency_key').unique(),
  requestSha256: text('request_sha256').notNull(),
  episodeId: text('episode_id').notNull(),
  plan: text({ mode: 'json' }).$type<unknown>().notNull(),
  state: text().$type<PackState>().notNull(),
  error: text({ mode: 'json' }).$type<Reason>(),
  total: integer().notNull(),
  documents: text({ mode: 'json' }).$type<NamedFile[]>(),
  webhook: text({ mode: 'json' }).$type<WebhookState>(),
  createdAt: text('created_at').notNull(),
  finishedAt: text('finished_at'),
});

const items = sqliteTable(
  'pack_items',
  {
    packId: text('pack_id').notNull(),
    n: integer().notNull(),
    key: text(),
    files: text({ mode: 'json' }).$type<KeptFile[]>().notNull(),
    about: text({ mode: 'json' }).$type<unknown>(),
    error: text({ mode: 'json' }).$type<Reason>(),
  },
  (table) => [primaryKey({ columns: [table.packId, table.n] })],
);

const cards = sqliteTable('kept_cards', {
  key: text().primaryKey(),
  files: text({ mode: 'json' }).$type<KeptFile[]>().notNull(),
});

const { packId: _packId, ...item } = getTableColumns(items);
const { plan: _plan, documents: _documents, ...summary } = getTableColumns(packs);

export function packQueries(db: Database): PackStore {
  return {
    async pack(id) {
      return first(await db.select().from(packs).where(eq(packs.id, id)));
    },
    async packs({ limit, after, episodeId }) {
      const [createdAt, id] = after === undefined ? [] : parseCursor(after, /^[^~]+~[^~]+$/);
      const rows = await db
        .select({
          ...summary,
          done: sql<number>`(SELECT count(*) FROM pack_items WHERE pack_id = packs.id)`,
          failed: sql<number>`(SELECT count(pack_items.error) FROM pack_items WHERE pack_id = packs.id)`,
        })
        .from(packs)
        .where(
          and(
            createdAt === undefined
              ? undefined
              : sql`(${packs.createdAt}, ${packs.id}) < (${createdAt}, ${id})`,
            episodeId === undefined ? undefined : eq(packs.episodeId, episodeId),
          ),
        )
        .orderBy(desc(packs.createdAt), desc(packs.id))
        .limit(limit + 1);
      return toListing(rows, limit, (last) => cursor([last.createdAt, last.id]));
    },
    async packState(id) {
      const rows = await db.select({ state: packs.state }).from(packs).where(eq(packs.id, id));
      return first(rows)?.state ?? null;
    },
    async packByKey(idempotencyKey) {
      return first(await db.select().from(packs).where(eq(packs.idempotencyKey, idempotencyKey)));
    },
    async addPack(pack) {
      const added = await db.insert(packs).values(pack).onConflictDoNothing().returning({ id: packs.id });
      if (added.length === 0) throw new PullquoteError('conflict', 'There is a pack under this key already.');
    },
    async changePack(id, from, change) {
      const where = and(eq(packs.id, id), inArray(packs.state, [...from]));
      return (await db.update(packs).set(change).where(where).returning({ id: packs.id })).length > 0;
    },
    async openPacks() {
      const rows = await db
        .select({ id: packs.id })
        .from(packs)
        .where(sql`${packs.state} IN ('queued', 'running') OR ${packs.webhook} ->> 'nextAt' IS NOT NULL`)
        .orderBy(packs.createdAt, packs.id);
      return rows.map(({ id }) => id);
    },
    async packCounts(id) {
      const rows = await db
        .select({ done: sql<number>`count(*)`, failed: sql<number>`count(${items.error})` })
        .from(items)
        .where(eq(items.packId, id));
      return first(rows) ?? { done: 0, failed: 0 };
    },
    async packErrors(id, limit) {
      return db
        .select(item)
        .from(items)
        .where(and(eq(items.packId, id), isNotNull(items.error)))
        .orderBy(items.n)
        .limit(limit);
    },
    async packItems(id, from, to) {
      return db
        .select(item)
        .from(items)
        .where(and(eq(items.packId, id), gte(items.n, from), lt(items.n, to)))
        .orderBy(items.n);
    },
    async savePackItems(id, done) {
      const statements = jsonBatches(done).flatMap((json) => [
        db.run(sql`
          INSERT INTO pack_items (pack_id, n, key, files, about, error)
          SELECT ${id}, value ->> 'n', value ->> 'key', value -> 'files', nullif(value -> 'about', 'null'),
            nullif(value -> 'error', 'null')
          FROM json_each(${json}) WHERE true ON CONFLICT DO NOTHING`),
        keepCards(db, json),
      ]);
      const [one, ...more] = statements;
      if (one !== undefined) await db.batch([one, ...more]);
    },
    async keepCards(made) {
      for (const json of jsonBatches(made)) await keepCards(db, json);
    },
    async keptCards(keys) {
      const rows = await db
        .select()
        .from(cards)
        .where(sql`${cards.key} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`);
      return new Map(rows.map(({ key, files }) => [key, files]));
    },
  };
}

/** @param json rows with a key, its files and no error */
function keepCards(db: Database, json: string) {
  return db.run(sql`
    INSERT INTO kept_cards (key, files) SELECT value ->> 'key', value -> 'files' FROM json_each(${json})
    WHERE value ->> 'key' IS NOT NULL AND value ->> 'error' IS NULL
    ON CONFLICT DO UPDATE SET files = excluded.files`);
}
