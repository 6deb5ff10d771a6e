/** Works on stored packs by the messages of a queue that may deliver any of them more than once, in any order. */
import { z } from 'zod';
import { PullquoteError } from '../errors.ts';
import { chunks, runChunk } from './chunk.ts';
import { finishPack } from './finish.ts';
import type { PackDeps } from './item.ts';
import { failPack, type PackWorkers } from './jobs.ts';
import { readPlan } from './plan.ts';
import { tell, type WebhookDeps } from './webhook.ts';

const packMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chunk'), pack: z.string(), from: z.int(), to: z.int() }),
  z.object({ kind: z.literal('finish'), pack: z.string() }),
  z.object({ kind: z.literal('tell'), pack: z.string() }),
]);

type PackMessage = z.output<typeof packMessage>;

/** The part of a Cloudflare queue that is used. */
export interface Queue {
  sendBatch(messages: Iterable<{ body: PackMessage; delaySeconds?: number }>): Promise<unknown>;
}

export interface QueueDeps extends PackDeps, Pick<WebhookDeps, 'post' | 'now'> {
  queue: Queue;
}

/** Messages a queue takes at once. */
const BATCH = 100;

/** Longest delay of a message, in seconds. */
const MAX_DELAY = 43_200;

/** Sends a message for every chunk; without a queue, nobody works on packs here. */
export function queueWorkers(queue: Queue | undefined): PackWorkers {
  return {
    async start({ id, plan }) {
      if (queue === undefined) {
        throw new PullquoteError(
          'bad-request',
          'This server has no queue for packs; the guide to deploying says how to add one.',
        );
      }
      const messages = chunks(readPlan(plan)).map(({ from, to }) => ({
        body: { kind: 'chunk' as const, pack: id, from, to },
      }));
      for (let at = 0; at < messages.length; at += BATCH)
        await queue.sendBatch(messages.slice(at, at + BATCH));
    },
  };
}

/**
 * Does what a message asks for. One that is delivered again changes nothing.
 * @throws where it must be delivered again
 */
export async function handleMessage(deps: QueueDeps, body: unknown): Promise<void> {
  const message = packMessage.parse(body);
  if (message.kind === 'tell') return tellSoon(deps, message.pack);
  const { store, queue } = deps;
  const row = await store.pack(message.pack);
  if (row === null) return;
  if (message.kind === 'chunk') {
    if (!(await store.changePack(row.id, ['queued', 'running'], { state: 'running' }))) return;
    await runChunk(deps, { id: row.id, plan: readPlan(row.plan) }, message);
    const { done } = await store.packCounts(row.id);
    if (done >= row.total) await queue.sendBatch([{ body: { kind: 'finish', pack: row.id } }]);
    return;
  }
  if (row.state === 'queued' || row.state === 'running') await finishPack(deps, row);
  // Also when another delivery of this message has ended the pack: it may not have come to here.
  if (row.webhook !== null) await queue.sendBatch([{ body: { kind: 'tell', pack: row.id } }]);
}

/** Ends the pack of a message that was given up. */
export async function handleDeadMessage(deps: QueueDeps, body: unknown): Promise<void> {
  const { kind, pack } = packMessage.parse(body);
  if (kind === 'tell') return;
  const message =
    'Some cards were tried several times and given up. What was finished stays; the same request with the same Idempotency-Key tries the others again.';
  await failPack(deps.store, pack, message, deps.now());
  await deps.queue.sendBatch([{ body: { kind: 'tell', pack } }]);
}

async function tellSoon(deps: QueueDeps, pack: string): Promise<void> {
  const next = await tell({ ...deps, publicUrl: deps.config.publicUrl }, pack);
  if (next === null) return;
  const seconds = Math.ceil((next.getTime() - deps.now().getTime()) / 1000);
  const delaySeconds = Math.min(MAX_DELAY, Math.max(1, seconds));
  await deps.queue.sendBatch([{ body: { kind: 'tell', pack }, delaySeconds }]);
}
