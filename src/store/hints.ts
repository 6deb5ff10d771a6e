import { eq, getTableColumns } from 'drizzle-orm';
import type { Hints } from '../quote/model.ts';
import { first, type Database } from './driver.ts';
import type { Store } from './port.ts';
import { episodeHints } from './schema.ts';

const { episodeId: _episodeId, ...columns } = getTableColumns(episodeHints);

/** In a table of their own: lists of episodes do not read them. */
export function hintQueries(db: Database): Pick<Store, 'hints' | 'saveHints'> {
  return {
    async hints(episodeId) {
      const ofEpisode = eq(episodeHints.episodeId, episodeId);
      return first(await db.select(columns).from(episodeHints).where(ofEpisode));
    },
    async saveHints(episodeId, hints) {
      await upsertHints(db, episodeId, hints);
    },
  };
}

export function upsertHints(db: Database, episodeId: string, hints: Hints) {
  return db
    .insert(episodeHints)
    .values({ episodeId, ...hints })
    .onConflictDoUpdate({ target: episodeHints.episodeId, set: hints });
}
