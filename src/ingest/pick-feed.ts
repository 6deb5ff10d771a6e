/** A feed for a person to choose from, and the import of the item chosen. */
import { PullquoteError } from '../errors.ts';
import type { Feed } from './feed.ts';
import { pictureCache, type SaidOfItem } from './feed-item.ts';
import { readFeed, takeItem, type FeedDeps } from './import-feed.ts';
import type { ImportReport } from './report.ts';

/** @throws PullquoteError where the feed cannot be fetched or read */
export async function fetchFeed(deps: Pick<FeedDeps, 'fetch'>, url: string): Promise<Feed> {
  return readFeed((await deps.fetch(url)).bytes);
}

export interface PickedItem {
  report: ImportReport;
  /** Transcripts, pictures and chapters that could not be had. */
  messages: string[];
}

/**
 * Imports one item of a feed with the best of its transcripts that can be read. Where the item was imported before, the
 * new words correct the old ones.
 * @throws PullquoteError `not-found` where the feed has no such item, `bad-transcript` where it has no transcript, and what fetching
 * and importing throw, of the last transcript tried
 */
export async function importFeedItem(
  deps: FeedDeps,
  { url, guid }: { url: string; guid: string },
  said: SaidOfItem,
): Promise<PickedItem> {
  const feed = await fetchFeed(deps, url);
  const item = feed.items.find((each) => each.guid === guid);
  if (item === undefined)
    throw new PullquoteError('not-found', `The feed has no item with the guid \`${guid}\`.`);
  const messages: string[] = [];
  let failure: PullquoteError | null = null;
  const taken = { address: url, feed, item, pictures: pictureCache(deps.fetch), messages, said };
  for (const transcript of item.transcripts) {
    try {
      const fetched = await deps.fetch(transcript.url);
      return { report: await takeItem(deps, { ...taken, transcript, fetched }), messages };
    } catch (error) {
      if (!(error instanceof PullquoteError)) throw error;
      messages.push(error.message);
      failure = error;
    }
  }
  throw failure ?? new PullquoteError('bad-transcript', `The item \`${item.title}\` has no transcript.`);
}
