/** `pullquote import --feed URL|FILE` */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NodeConfig } from '../config.ts';
import { PullquoteError } from '../errors.ts';
import { guardedFetch } from '../ingest/fetch.ts';
import { type FeedProgress, type FeedReport, importFeed } from '../ingest/import-feed.ts';
import { nodeTransport } from '../ingest/node-transport.ts';
import { nodeCodec } from '../runtime/node-codec.ts';
import type { Data } from '../runtime/node.ts';

/** Imports what is new in a feed and says on stderr how far it is. A run that is stopped goes on where it was. */
export async function importFeedFrom(
  source: string,
  { store, blobs }: Data,
  { maxTranscriptBytes: maxBytes, fetchPrivate: allowPrivate }: NodeConfig,
): Promise<FeedReport> {
  const fetch = guardedFetch({ transport: nodeTransport({ allowPrivate }), allowPrivate, maxBytes });
  const feed = isAddress(source)
    ? { url: source }
    : { name: basename(source), bytes: new Uint8Array(await readFile(source)) };
  return importFeed({ store, blobs, codec: nodeCodec, maxBytes, fetch }, feed, (progress) =>
    console.error(progressLine(progress)),
  );
}

/** The name a feed's episodes are kept by. */
export function feedName(source: string): string {
  return isAddress(source) ? source : `file:${basename(source)}`;
}

function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

function progressLine({ done, total, status, title, messages }: FeedProgress): string {
  return [`${done}/${total} ${status}: ${title}`, ...messages.map((message) => `    ${message}`)].join('\n');
}

/**
 * Says what a run did.
 * @throws PullquoteError `fetch-failed` where items failed, so that the command ends with 1
 */
export function printFeedReport({ changed, items, withoutTranscript }: FeedReport): void {
  const count = (status: FeedProgress['status']): number =>
    items.filter((item) => item.status === status).length;
  if (!changed) {
    console.log('The feed has not changed.');
    return;
  }
  console.log(
    `${count('created')} created, ${count('revised')} revised, ${count('updated')} updated, ` +
      `${count('unchanged') + count('skipped')} unchanged, ${count('failed')} failed, ${withoutTranscript} without transcript`,
  );
  if (count('failed') > 0) {
    throw new PullquoteError(
      'fetch-failed',
      `${count('failed')} of ${items.length} episodes failed; run it again to try those again.`,
    );
  }
}
