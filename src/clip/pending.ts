/** Clips that take longer than a request may: a queue draws them, and whoever asks meanwhile is told to come again. */
import type { Blobs } from '../blobs/port.ts';
import type { CardAddress } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import type { ClipStore } from '../store/clip-port.ts';

/** A clip to be drawn: what was asked for, and the key it had then. */
export interface ClipJob {
  key: string;
  address: CardAddress;
  /** The request's query, as in its address. */
  query: string;
}

/** Where clips are drawn. */
export interface ClipWork {
  /** The longest clip drawn while its request waits, in milliseconds. */
  longestMs: number;
  /** Sends a longer one to where it is drawn. @throws PullquoteError `not-implemented` where that is nowhere */
  send(job: ClipJob): Promise<void>;
}

/** All clips are drawn while their requests wait. */
export const drawnAtOnce: ClipWork = {
  longestMs: Infinity,
  send: async () => {
    throw new TypeError('Every clip is drawn while its request waits.');
  },
};

/** How long a message may lie in its queue, and a clip be drawn, before another is sent. */
const QUEUED_MS = 15 * 60_000;
export const DRAWING_MS = 3 * 60_000;

/** Between two looks for a clip that is waited for. */
const LOOK_MS = 500;

/** Seconds after which to ask again. */
export const RETRY_SECONDS = 5;

/**
 * Sees to it that a clip is drawn by the queue, once however many ask, and waits for it.
 * @param name the clip's in blobs
 * @returns `null` where it is not there yet
 * @throws PullquoteError what drawing it failed with a moment ago
 */
export async function fromQueue(
  { store, blobs, work }: { store: ClipStore; blobs: Blobs; work: ClipWork },
  job: ClipJob,
  name: string,
  waitMs: number,
): Promise<Uint8Array | null> {
  for (let left = waitMs; ; left -= LOOK_MS) {
    await requireUnfailed(store, job.key);
    if (await store.queueClip(job.key, later(0), later(QUEUED_MS))) await sent(store, work, job);
    if (left <= 0) return null;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const kept = await blobs.get(name);
    if (kept !== null) return kept;
  }
}

/** An instant so many milliseconds from now. */
export function later(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

async function requireUnfailed(store: ClipStore, key: string): Promise<void> {
  const render = await store.clipRender(key);
  if (render === null || render.error === null || render.until < later(0)) return;
  throw new PullquoteError(render.error.code, render.error.message);
}

async function sent(store: ClipStore, work: ClipWork, job: ClipJob): Promise<void> {
  try {
    await work.send(job);
  } catch (error) {
    await store.endClip(job.key);
    throw error;
  }
}
