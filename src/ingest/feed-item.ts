/** One item of a feed as what `importEpisode` takes. */
import { PullquoteError } from '../errors.ts';
import { inspectPicture } from '../layer/picture.ts';
import { parseChapters } from './chapters.ts';
import type { Feed, FeedItem, FeedTranscript } from './feed.ts';
import type { Fetch, Fetched } from './fetch.ts';
import type { ImportInput } from './import.ts';

interface Described {
  fetch: Fetch;
  feed: Feed;
  item: FeedItem;
  transcript: FeedTranscript;
  fetched: Fetched;
  pictures: Pictures;
  /** What was left out is added here. */
  messages: string[];
  said?: SaidOfItem | undefined;
}

/** What a person says of an item besides the feed. */
export interface SaidOfItem {
  /** Report what is found and keep nothing. */
  dryRun?: boolean | undefined;
  /** In place of the feed's. */
  title?: string | undefined;
  /** Label of the transcript -> name of who it is. Those who are no participants become some. */
  speakers?: Readonly<Record<string, string>> | undefined;
}

/** What an import takes. Pictures and chapters that cannot be had are left out as before, and said. */
export async function describeItem({
  fetch,
  feed,
  item,
  transcript,
  fetched,
  pictures,
  messages,
  said = {},
}: Described): Promise<ImportInput> {
  const files: Record<string, Uint8Array> = {};
  const picture = async (url: string | null): Promise<string | undefined> => {
    if (url === null) return undefined;
    const bytes = await optional(pictures(url), messages);
    if (bytes) files[url] = bytes;
    return bytes ? url : undefined;
  };
  const cover = await picture(item.imageUrl);
  const participants: { name: string; role?: string | null; photo?: string | undefined }[] = [];
  for (const { name, role, imageUrl } of item.people)
    participants.push({ name, role, photo: await picture(imageUrl) });
  const chapters =
    item.chaptersUrl === null ? undefined : await optional(readChapters(fetch, item.chaptersUrl), messages);
  const { speakers = {} } = said;
  for (const name of unnamed(speakers, participants)) participants.push({ name });
  const { guid, url, mediaUrl, publishedAt, durationMs, soundbites, notes } = item;
  const language = transcript.language ?? undefined;
  const show = { title: feed.title, url: feed.url, language: feed.language ?? undefined };
  const metadata = {
    show,
    title: said.title ?? item.title,
    guid,
    url,
    mediaUrl,
    publishedAt,
    durationMs,
    // A feed that names nobody does not take back who was named before.
    participants: participants.length === 0 ? undefined : participants,
    chapters,
    cover,
    language,
    ...(Object.keys(speakers).length === 0 ? {} : { speakers }),
    notes: notes ?? undefined,
    soundbites: soundbites.map((bite) => ({ ...bite, title: bite.title?.slice(0, 500) })),
  };
  const contentType = transcript.type || fetched.contentType;
  const fileName = new URL(fetched.url).pathname.split('/').at(-1) ?? '';
  return {
    metadata,
    transcript: { bytes: fetched.bytes, fileName, ...(contentType !== null && { contentType }) },
    files,
    dryRun: said.dryRun ?? false,
  };
}

/** Names that no participant has, each once. */
function unnamed(speakers: Readonly<Record<string, string>>, people: readonly { name: string }[]): string[] {
  const known = new Set(people.map(({ name }) => name.toLowerCase()));
  return Object.values(speakers).filter((name) => {
    const isNew = !known.has(name.toLowerCase());
    known.add(name.toLowerCase());
    return isNew;
  });
}

async function readChapters(fetch: Fetch, url: string) {
  const chapters = parseChapters((await fetch(url)).bytes);
  if (chapters) return chapters;
  throw new PullquoteError(
    'bad-request',
    `Expected chapters as JSON at \`${url}\` but found something else.`,
  );
}

/** Pictures by address. */
export type Pictures = (url: string) => Promise<Uint8Array>;

/** Fetches each picture once a run: most items share the channel's. */
export function pictureCache(fetch: Fetch): Pictures {
  const known = new Map<string, Promise<Uint8Array>>();
  const read: Pictures = async (url) => {
    const { bytes } = await fetch(url);
    inspectPicture(bytes);
    return bytes;
  };
  return (url) => {
    const reading = known.get(url) ?? read(url);
    known.set(url, reading);
    return reading;
  };
}

/** What can be done without: `undefined`, and a message, where it cannot be had. */
async function optional<T>(wanted: Promise<T>, messages: string[]): Promise<T | undefined> {
  try {
    return await wanted;
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    messages.push(error.message);
    return undefined;
  }
}
