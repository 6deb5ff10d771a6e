import { PullquoteError } from '../errors.ts';
import type { Store } from '../store/port.ts';
import type { PackContents } from './contents.ts';

/** What a pack says of its episode. @throws PullquoteError `not-found` */
export async function findShown(store: Store, id: string): Promise<PackContents['episode']> {
  const episode = await store.episode(id);
  if (episode === null) throw new PullquoteError('not-found', `There is no episode \`${id}\`.`);
  const { title, url, publishedAt, showId } = episode;
  return { id, title, url, publishedAt, show: (await store.show(showId))?.title ?? showId };
}
