/** Packs of many episodes: those of a feed, and those of transcripts laid into a folder. */
import { watch, type Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { NodeConfig } from '../config.ts';
import { PullquoteError } from '../errors.ts';
import { importEpisode } from '../ingest/import.ts';
import { slugOf } from '../ingest/slug.ts';
import type { Data } from '../runtime/node.ts';
import { feedName, importFeedFrom, printFeedReport } from './import-feed.ts';

export interface Many {
  data: Data;
  config: NodeConfig;
  signal: AbortSignal;
  /** Packs one episode into its own folder. */
  pack: (episodeId: string) => Promise<void>;
}

/** Imports what is new in a feed and packs every episode of it; what is packed already costs next to nothing. */
export async function packFeed(feed: string, { data, config, signal, pack }: Many): Promise<void> {
  const report = await importFeedFrom(feed, data, config);
  const known = (await data.store.feedItems(feedName(feed))).map(({ episodeId }) => episodeId);
  for (const episodeId of new Set(known)) {
    if (signal.aborted) break;
    await reported(episodeId, () => pack(episodeId));
  }
  printFeedReport(report);
}

/** What cannot be packed is said, and keeps nothing else from being packed. */
async function reported(what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    console.error(`${what}: ${error.message}`);
  }
}

/**
 * Imports and packs every transcript in a folder, then each that is laid there or changes, until `signal` is aborted. Its
 * name is the episode's ID and title.
 */
export async function packFolder(folder: string, show: string | undefined, many: Many): Promise<void> {
  if (show === undefined) throw new PullquoteError('bad-parameter', 'Expected --show with --watch.');
  const done = new Map<string, string>();
  // Begun before the first look, so that nothing falls between the two.
  const changes = changesOf(folder, many.signal);
  try {
    for (;;) {
      for (const name of (await readdir(folder)).toSorted()) {
        if (many.signal.aborted) return;
        await packFile(join(folder, name), show, many, done);
      }
      await changes.next();
      if (many.signal.aborted) return;
    }
  } finally {
    changes.close();
  }
}

/** One that cannot be read is reported and tried again when it changes. */
async function packFile(path: string, show: string, many: Many, done: Map<string, string>): Promise<void> {
  if (basename(path).startsWith('.')) return;
  const found = await settled(path, many.signal);
  if (found?.isFile() !== true) return;
  const version = `${found.mtimeMs} ${found.size}`;
  if (done.get(path) === version) return;
  done.set(path, version);
  const title = basename(path, extname(path));
  await reported(path, async () => {
    const { episode } = await importEpisode(
      { store: many.data.store, blobs: many.data.blobs, maxBytes: many.config.maxTranscriptBytes },
      {
        metadata: { show, title, id: await slugOf(title) },
        transcript: { bytes: new Uint8Array(await readFile(path)), fileName: basename(path) },
      },
    );
    await many.pack(episode.id);
  });
}

/** How long a file must not have changed to be taken for whole, in milliseconds. */
const SETTLED = 500;

/** What is known of a file once it is no longer being written; `null` where there is none, or it is not waited for any more. */
async function settled(path: string, signal: AbortSignal): Promise<Stats | null> {
  for (;;) {
    const found = await stat(path).catch(() => null);
    if (found === null || Date.now() - found.mtimeMs >= SETTLED) return found;
    await setTimeout(SETTLED, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return null;
    const again = await stat(path).catch(() => null);
    if (again?.mtimeMs === found.mtimeMs && again.size === found.size) return again;
  }
}

/** Resolves `next` when something in the folder changed since the last one, or the signal is aborted. */
function changesOf(folder: string, signal: AbortSignal): { next: () => Promise<void>; close: () => void } {
  let change = Promise.withResolvers<void>();
  const notice = (): void => change.resolve();
  const watcher = watch(folder, notice);
  signal.addEventListener('abort', notice, { once: true });
  return {
    async next() {
      await change.promise;
      change = Promise.withResolvers();
    },
    close: () => watcher.close(),
  };
}
