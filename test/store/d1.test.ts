import { d1Driver, d1Store } from '../../src/store/d1.ts';
import { migrate } from '../../src/store/migrate.ts';
import { readMigrations } from '../../src/store/sqlite.ts';
import { storeContract } from '../contracts/store.ts';
import { workerd } from '../contracts/workerd.ts';

const migrations = await readMigrations('migrations');
const TABLES = [
  'clip_renders',
  'recordings',
  'episode_hints',
  'quote_search',
  'texts',
  'quote_aliases',
  'quotes',
  'revisions',
  'episodes',
  'shows',
  'tokens',
  'brands',
  'feeds',
  'feed_items',
];

storeContract('d1', async () => {
  const runtime = workerd();
  const db = await runtime.getD1Database('DB');
  await migrate(d1Driver(db), migrations);
  return {
    async fresh() {
      await db.batch(TABLES.map((table) => db.prepare(`DELETE FROM ${table}`)));
      return { subject: d1Store(db), close: async () => {} };
    },
    close: () => runtime.dispose(),
  };
});
