/** Recordings read through where they are published, so that clips have a waveform and find their sound. */
import { PullquoteError } from '../errors.ts';
import type { NodeConfig } from '../config.ts';
import { nodeTransport } from '../ingest/node-transport.ts';
import { guardedRanges } from '../ingest/ranges.ts';
import { isUnread, readRecording } from '../ingest/recording.ts';
import type { Episode } from '../quote/model.ts';
import { nodeMp3 } from '../runtime/node-drawer.ts';
import type { Data } from '../runtime/node.ts';

/** Reads an episode's recording, unless that was done or there is none. Clips can do without: what cannot be read is only said. */
export async function readPublished(
  episode: Episode,
  { store, blobs }: Data,
  { fetchPrivate: allowPrivate }: NodeConfig,
): Promise<void> {
  const { id, mediaUrl } = episode;
  if (mediaUrl === null || !(await isUnread(store, episode))) return;
  const recording = guardedRanges({ transport: nodeTransport({ allowPrivate }), allowPrivate });
  try {
    await readRecording({ store, blobs, mp3: await nodeMp3(), recording }, id, mediaUrl);
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    console.error(`The recording of ${id} was not read: ${error.message}`);
  }
}

/**
 * Reads the recordings of all episodes a feed gave that were not read yet, one after the other, and says on stderr how far it is.
 * A run that is stopped goes on where it was.
 * @param feed its address, as episodes are kept by
 */
export async function readFeedRecordings(feed: string, data: Data, config: NodeConfig): Promise<void> {
  const unread: Episode[] = [];
  const known = (await data.store.feedItems(feed)).map(({ episodeId }) => episodeId);
  // Two items of a feed may be of one episode.
  for (const episodeId of new Set(known)) {
    const episode = await data.store.episode(episodeId);
    if (episode !== null && (await isUnread(data.store, episode))) unread.push(episode);
  }
  for (const [i, episode] of unread.entries()) {
    console.error(`recording ${i + 1}/${unread.length}: ${episode.title}`);
    await readPublished(episode, data, config);
  }
}
