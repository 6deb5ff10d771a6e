/** Imports the episodes of a podcast feed: those that have a transcript, and of these only what has changed. */
import { PullquoteError } from '../errors.ts';
import type { FeedItemState } from '../store/port.ts';
import { canonicalJson } from '../canonical-json.ts';
import { sha256 } from '../sha256.ts';
import { parseFeed, type Feed, type FeedItem, type FeedTranscript } from './feed.ts';
import { describeItem, pictureCache, type Pictures, type SaidOfItem } from './feed-item.ts';
import type { Fetch, Fetched } from './fetch.ts';
import { importEpisode, type IngestDeps } from './import.ts';
import type { ImportReport } from './report.ts';

export interface FeedDeps extends IngestDeps {
  fetch: Fetch;
}

/** Where a feed is: an address, or a file's bytes under a name that stays the same from run to run. */
export type FeedSource = { url: string } | { name: string; bytes: Uint8Array };

/** What became of one item. `skipped`: neither it nor its transcript changed since the last run. */
export interface FeedProgress {
  /** Items with a transcript that are done, of how many. */
  done: number;
  total: number;
  guid: string;
  title: string;
  status: ImportReport['status'] | 'skipped' | 'failed';
  episodeId: string | null;
  /** What was left out, or why it failed. */
  messages: string[];
}

export interface FeedReport {
  /** False where the server said that the feed has not changed, and nothing else was asked. */
  changed: boolean;
  title: string | null;
  items: FeedProgress[];
  /** Items of the feed that have no transcript. */
  withoutTranscript: number;
}

/**
 * Each episode is kept as it is done, so a run that was stopped goes on where it was when it is started again. An item
 * that fails is reported and tried again next time; it does not stop the others.
 * @throws PullquoteError where the feed itself cannot be fetched or read; the signal's reason once it is aborted
 */
export async function importFeed(
  deps: FeedDeps,
  source: FeedSource,
  onProgress: (progress: FeedProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<FeedReport> {
  const { store } = deps;
  const address = 'url' in source ? source.url : `file:${source.name}`;
  const fetched =
    'url' in source ? await deps.fetch(source.url, (await store.feed(address)) ?? undefined) : null;
  if (fetched?.notModified) return { changed: false, title: null, items: [], withoutTranscript: 0 };
  const feed = readFeed(fetched?.bytes ?? ('bytes' in source ? source.bytes : new Uint8Array()));
  const states = new Map((await store.feedItems(address)).map((state) => [state.guid, state]));
  const todo = feed.items.filter(({ transcripts }) => transcripts.length > 0);
  const pictures = pictureCache(deps.fetch);
  const items: FeedProgress[] = [];
  for (const item of todo) {
    signal?.throwIfAborted();
    const known = states.get(item.guid) ?? null;
    const outcome = await importItem(deps, { address, feed, item, known, pictures });
    const progress = {
      done: items.length + 1,
      total: todo.length,
      guid: item.guid,
      title: item.title,
      ...outcome,
    };
    items.push(progress);
    onProgress(progress);
  }
  if (fetched && items.every(({ status }) => status !== 'failed')) {
    const { etag, lastModified } = fetched;
    const checkedAt = (deps.now?.() ?? new Date()).toISOString();
    await store.saveFeed({ url: address, etag, lastModified, checkedAt });
  }
  return { changed: true, title: feed.title, items, withoutTranscript: feed.items.length - todo.length };
}

interface ItemInput {
  address: string;
  feed: Feed;
  item: FeedItem;
  known: FeedItemState | null;
  pictures: Pictures;
}

type Outcome = Pick<FeedProgress, 'status' | 'episodeId' | 'messages'>;

async function importItem(deps: FeedDeps, input: ItemInput): Promise<Outcome> {
  const { item, known } = input;
  const itemSha256 = await digestOf(input);
  const same = known?.itemSha256 === itemSha256 ? known : null;
  // Nothing to ask the server with: the item says it is the one imported.
  if (same && same.etag === null && same.lastModified === null) return skipped(same);
  const messages: string[] = [];
  for (const transcript of item.transcripts) {
    try {
      const validators = same?.transcriptUrl === transcript.url ? same : undefined;
      const fetched = await deps.fetch(transcript.url, validators);
      if (fetched.notModified && same) return skipped(same);
      const said = { speakers: await saidBefore(deps, known) };
      const { status, episode } = await takeItem(deps, { ...input, transcript, fetched, messages, said });
      return { status, episodeId: episode.id, messages };
    } catch (error) {
      if (!(error instanceof PullquoteError)) throw error;
      messages.push(error.message);
    }
  }
  return { status: 'failed', episodeId: known?.episodeId ?? null, messages };
}

/** Who the voices of an item are, as a person said when it was imported: a feed does not know. */
async function saidBefore({ store }: FeedDeps, known: FeedItemState | null): Promise<Record<string, string>> {
  if (known === null) return {};
  const [episode, revision] = [
    await store.episode(known.episodeId),
    await store.currentRevision(known.episodeId),
  ];
  const said = Object.entries(revision?.settings?.speakers ?? {}).flatMap(([label, id]) => {
    const participant = episode?.participants.find((each) => each.id === id);
    return participant === undefined ? [] : [[label, participant.name] as const];
  });
  return Object.fromEntries(said);
}

interface TakenItem extends Omit<ItemInput, 'known'> {
  transcript: FeedTranscript;
  fetched: Fetched;
  /** What was left out is added here. */
  messages: string[];
  said: SaidOfItem;
}

/** Imports an item with the transcript given and, unless it is a dry run, keeps where the feed stands. */
export async function takeItem(deps: FeedDeps, taken: TakenItem): Promise<ImportReport> {
  const { address, item, transcript, fetched, messages } = taken;
  const report = await importEpisode(deps, await describeItem({ ...taken, fetch: deps.fetch }));
  if (report.dryRun) return report;
  await deps.store.saveFeedItem({
    feedUrl: address,
    guid: item.guid,
    episodeId: report.episode.id,
    // What was left out is asked for again next time.
    itemSha256: messages.length === 0 ? await digestOf(taken) : '',
    transcriptUrl: transcript.url,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
  });
  return report;
}

/** Of all that an item says of its episode. */
function digestOf({ feed, item }: Pick<ItemInput, 'feed' | 'item'>): Promise<string> {
  return sha256(canonicalJson([feed.title, feed.url, feed.language, item]));
}

function skipped({ episodeId }: FeedItemState): Outcome {
  return { status: 'skipped', episodeId, messages: [] };
}

/** @throws PullquoteError `bad-request` where it is no RSS feed in a known encoding */
export function readFeed(bytes: Uint8Array): Feed {
  return parseFeed(decode(bytes));
}

function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const stated = /encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(stated).decode(bytes);
  } catch (error) {
    throw new PullquoteError(
      'bad-request',
      `Expected a feed in a known encoding but it says \`${stated}\`.`,
      {},
      { cause: error },
    );
  }
}
