import { eq } from 'drizzle-orm';
import { first, type Database } from './driver.ts';
import type { Store } from './port.ts';
import { feedItems, feeds } from './schema.ts';

export function feedQueries(db: Database): Pick<Store, 'feed' | 'saveFeed' | 'feedItems' | 'saveFeedItem'> {
  return {
    async feed(url) {
      return first(await db.select().from(feeds).where(eq(feeds.url, url)));
    },
    async saveFeed({ url, ...rest }) {
      await db
        .insert(feeds)
        .values({ url, ...rest })
        .onConflictDoUpdate({ target: feeds.url, set: rest });
    },
    async feedItems(feedUrl) {
      return db.select().from(feedItems).where(eq(feedItems.feedUrl, feedUrl)).orderBy(feedItems.guid);
    },
    async saveFeedItem({ feedUrl, guid, ...rest }) {
      await db
        .insert(feedItems)
        .values({ feedUrl, guid, ...rest })
        .onConflictDoUpdate({ target: [feedItems.feedUrl, feedItems.guid], set: rest });
    },
  };
}
