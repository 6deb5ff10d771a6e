import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Episode } from '../quote/model.ts';
import { cursor, parseCursor, toListing } from './cursor.ts';
import { first, type Database } from './driver.ts';
import type { Store } from './port.ts';
import { episodes, shows } from './schema.ts';

const { seq: _seq, revisionId: _revisionId, ...columns } = getTableColumns(episodes);

/** Those an `Episode` is made of. */
export const episodeColumns = columns;

/** As in the index of the table: episodes without a date come last. */
const date = sql`coalesce(${episodes.publishedAt}, '')`;

export function episodeQueries(
  db: Database,
): Pick<Store, 'episodes' | 'episode' | 'episodeByGuid' | 'saveEpisode'> {
  const byId = db
    .select(columns)
    .from(episodes)
    .where(eq(episodes.id, sql.placeholder('id')))
    .prepare();
  return {
    async episodes({ limit, after, visibility }) {
      const [day, id] = after === undefined ? [] : parseCursor(after, /^[^~]*~[^~]+$/);
      const rows = await db
        .select(columns)
        .from(episodes)
        .innerJoin(shows, eq(shows.id, episodes.showId))
        .where(
          and(
            day === undefined
              ? undefined
              : sql`(${date} < ${day} OR (${date} = ${day} AND ${episodes.id} > ${id}))`,
            visibility === undefined ? undefined : eq(shows.visibility, visibility),
          ),
        )
        .orderBy(sql`${date} DESC`, episodes.id)
        .limit(limit + 1);
      return toListing(rows, limit, (last) => cursor([last.publishedAt ?? '', last.id]));
    },
    async episode(id) {
      return first(await byId.all({ id }));
    },
    async episodeByGuid(showId, guid) {
      const ofShow = and(eq(episodes.showId, showId), eq(episodes.guid, guid));
      return first(await db.select(columns).from(episodes).where(ofShow));
    },
    async saveEpisode(episode) {
      await upsertEpisode(db, episode);
    },
  };
}

/** Writes an episode; `revisionId`, where given, becomes its current revision. */
export function upsertEpisode(db: Database, episode: Episode, revisionId?: string) {
  const { id, ...rest } = episode;
  const set = { ...rest, ...(revisionId !== undefined && { revisionId }) };
  return db
    .insert(episodes)
    .values({ id, ...set })
    .onConflictDoUpdate({ target: episodes.id, set });
}
