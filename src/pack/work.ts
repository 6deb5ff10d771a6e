/** Works on stored packs in one process: one after the other, each by several chunks at once. */
import { eachChunk, runChunk } from './chunk.ts';
import { finishPack } from './finish.ts';
import type { PackDeps } from './item.ts';
import { failPack, type PackWorkers } from './jobs.ts';
import { readPlan } from './plan.ts';
import { isNoRoom, NO_ROOM } from './room.ts';
import { tell, type WebhookDeps } from './webhook.ts';
import type { Post } from '../ingest/fetch.ts';

export interface LocalWorkers extends PackWorkers {
  /** Goes on with the packs and webhooks that were left when the process ended. */
  resume(): Promise<void>;
  /** Starts no more cards and resolves when those at work are recorded. */
  close(): Promise<void>;
}

export interface LocalDeps extends PackDeps {
  post: Post;
  now: () => Date;
  /** Calls back later, but does not keep the process alive for it. @returns what calls it off */
  later: (ms: number, run: () => void) => () => void;
}

export function localWorkers(deps: LocalDeps): LocalWorkers {
  const { store, onError } = deps;
  const told: WebhookDeps = { store, post: deps.post, now: deps.now, publicUrl: deps.config.publicUrl };
  const stop = new AbortController();
  const waiting = new Set<string>();
  const alarms = new Set<() => void>();
  let working: Promise<void> | null = null;

  /** Never rejects: what goes wrong is the pack's, or is logged. */
  async function work(): Promise<void> {
    for (const id of waiting) {
      waiting.delete(id);
      if (stop.signal.aborted) return;
      try {
        await workOn(id);
      } catch (error) {
        onError(error);
        await failPack(store, id, reasonFor(error), deps.now()).catch(onError);
      }
      await callBack(id).catch(onError);
    }
  }

  async function workOn(id: string): Promise<void> {
    const row = await store.pack(id);
    if (row === null || !(await store.changePack(id, ['queued', 'running'], { state: 'running' }))) return;
    const plan = readPlan(row.plan);
    let isOpen = true;
    await eachChunk(plan, stop.signal, async (chunk) => {
      isOpen &&= (await store.packState(id)) === 'running';
      if (isOpen) await runChunk(deps, { id, plan }, chunk);
    });
    if (isOpen && !stop.signal.aborted) await finishPack(deps, row);
  }

  async function callBack(id: string): Promise<void> {
    const next = await tell(told, id);
    if (next === null || stop.signal.aborted) return;
    const cancel = deps.later(Math.max(0, next.getTime() - deps.now().getTime()), () => {
      alarms.delete(cancel);
      callBack(id).catch(onError);
    });
    alarms.add(cancel);
  }

  function add(id: string): void {
    if (stop.signal.aborted) return;
    waiting.add(id);
    working ??= work().finally(() => {
      working = null;
      if (waiting.size > 0) add([...waiting][0] ?? id);
    });
  }

  return {
    async start({ id }) {
      add(id);
    },
    async resume() {
      for (const id of await store.openPacks()) add(id);
    },
    async close() {
      stop.abort();
      for (const cancel of alarms) cancel();
      await working;
    },
  };
}

function reasonFor(error: unknown): string {
  const why = isNoRoom(error) ? NO_ROOM : 'Something went wrong that is in the log.';
  return `${why} What was finished stays; the same request with the same Idempotency-Key goes on from there.`;
}
