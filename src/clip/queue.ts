/** Draws clips by the messages of a queue that may deliver any of them more than once, and at once. */
import { z } from 'zod';
import { PullquoteError } from '../errors.ts';
import { type ClipDeps, createClip } from './create.ts';
import { type ClipJob, type ClipWork, DRAWING_MS, drawnAtOnce, later } from './pending.ts';

const clipMessage = z.object({
  key: z.string(),
  query: z.string(),
  address: z.union([
    z.object({ quoteId: z.string() }),
    z.object({ episodeId: z.string(), range: z.string() }),
  ]),
});

/** The part of a Cloudflare queue that is used. */
export interface ClipQueue {
  send(job: ClipJob): Promise<unknown>;
}

/** Longest clip that is drawn while its request waits, in milliseconds. */
const AT_ONCE_MS = 20_000;

/** How long a reason for failing holds: what was wrong may have been put right. */
const FAILED_MS = 60_000;

/** Clips in a Worker: short ones at once, others by a queue; none on a plan without the processor time for them. */
export function queuedWork(plan: 'free' | 'paid', queue: ClipQueue | undefined): ClipWork {
  return {
    longestMs: plan === 'free' ? 0 : AT_ONCE_MS,
    async send(job) {
      if (plan === 'free') {
        throw new PullquoteError(
          'not-implemented',
          'This server draws no clips: it runs on a plan without the processor time they take. Its captions are at the same address ending in .vtt or .srt.',
        );
      }
      if (queue === undefined) {
        throw new PullquoteError(
          'not-implemented',
          `This server has no queue for clips of more than ${AT_ONCE_MS / 1000} s; the guide to deploying says how to add one.`,
        );
      }
      await queue.send(job);
    },
  };
}

/**
 * Draws the clip of a message and keeps it. One that is delivered again, or while another delivery draws, does nothing.
 * @throws where it must be delivered again
 */
export async function drawQueued(deps: ClipDeps, body: unknown): Promise<void> {
  const { key, address, query } = clipMessage.parse(body);
  const { store } = deps;
  if (!(await store.beginClip(key, later(0), later(DRAWING_MS)))) return;
  try {
    await createClip({ ...deps, work: drawnAtOnce }, address, 'mp4', new URLSearchParams(query), null);
    await store.endClip(key);
  } catch (error) {
    if (error instanceof PullquoteError) {
      await store.failClip(key, { code: error.code, message: error.message }, later(FAILED_MS));
      return;
    }
    // What was begun is over: the next delivery may begin.
    await store.endClip(key);
    await store.queueClip(key, later(0), later(DRAWING_MS));
    throw error;
  }
}

/** Notes that a clip was given up. */
export async function giveUp({ store }: Pick<ClipDeps, 'store'>, body: unknown): Promise<void> {
  const { key } = clipMessage.parse(body);
  const message = 'This clip was tried several times and could not be drawn. Try again in a few minutes.';
  await store.failClip(key, { code: 'busy', message }, later(FAILED_MS));
}
