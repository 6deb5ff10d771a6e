import { brandQueries } from './brands.ts';
import { clipQueries } from './clips.ts';
import { database, type Driver } from './driver.ts';
import { episodeQueries } from './episodes.ts';
import { feedQueries } from './feeds.ts';
import { hintQueries } from './hints.ts';
import { packQueries } from './packs.ts';
import type { Store } from './port.ts';
import { quoteQueries } from './quotes.ts';
import { recordingQueries } from './recordings.ts';
import { revisionQueries } from './revisions.ts';
import { searchQueries } from './search.ts';
import { showQueries } from './shows.ts';
import { tokenQueries } from './tokens.ts';

/** The store over a database that has the tables of `migrations/`. */
export function createStore(driver: Driver): Store {
  const db = database(driver);
  return {
    ...showQueries(db),
    ...episodeQueries(db),
    ...hintQueries(db),
    ...revisionQueries(db),
    ...quoteQueries(db),
    ...searchQueries(db),
    ...brandQueries(db),
    ...tokenQueries(db),
    ...feedQueries(db),
    ...packQueries(db),
    ...recordingQueries(db),
    ...clipQueries(db),
  };
}
