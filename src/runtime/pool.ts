/** A drawer over worker threads: each card goes to the thread with the fewest waiting. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CardDrawer } from '../card/draw.ts';
import type { Fitted } from '../card/encode.ts';
import {
  fromThreadError,
  type Drawing,
  type DrawTask,
  type ThreadData,
  type ThreadMessage,
} from './pool-protocol.ts';

export interface DrawerPool extends CardDrawer {
  close(): Promise<void>;
}

interface Thread {
  worker: Worker;
  waiting: Map<number, PromiseWithResolvers<Drawing>>;
}

/**
 * Starts `size` threads of the module at `entry` and resolves when the first can draw. A thread that dies fails the
 * cards it was drawing and is started anew.
 */
export async function drawerPool(entry: URL, data: ThreadData, size: number): Promise<DrawerPool> {
  const threads = new Set<Thread>();
  let closing = false;
  let nextId = 0;

  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(entry, { workerData: data }), waiting: new Map() };
    threads.add(thread);
    thread.worker.on('message', (message: ThreadMessage) => settle(thread, message));
    // An error is always followed by `exit`.
    thread.worker.on('error', (error) => fail(thread, error));
    thread.worker.on('exit', () => {
      threads.delete(thread);
      fail(thread, new Error('A drawing thread ended.'));
      if (!closing) start();
    });
    return thread;
  };

  const { version, formats } = await firstReady(Array.from({ length: size }, start));
  const run = (task: DrawTask): Promise<Drawing> => {
    const thread = [...threads].reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
    const id = nextId++;
    const drawn = Promise.withResolvers<Drawing>();
    thread.waiting.set(id, drawn);
    thread.worker.postMessage({ id, task }, []);
    return drawn.promise;
  };
  const one = async (task: DrawTask): Promise<Fitted> => {
    const {
      pictures: [bytes],
      how,
    } = await run(task);
    if (bytes === undefined) throw new Error('A drawing thread answered without a picture.');
    return { bytes, how };
  };
  return {
    version,
    formats,
    draw: async (order) => (await one({ kind: 'draw', order })).bytes,
    fit: (order) => one({ kind: 'fit', order }),
    slides: async (order) => (await run({ kind: 'slides', order })).pictures,
    sheet: async (cells) => (await one({ kind: 'sheet', cells })).bytes,
    async close() {
      closing = true;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

async function firstReady(threads: readonly Thread[]): Promise<Extract<ThreadMessage, { kind: 'ready' }>> {
  const ready = threads.map(async ({ worker }) => {
    const [message]: ThreadMessage[] = await once(worker, 'message');
    if (message?.kind !== 'ready') throw new Error('A drawing thread answered before it was ready.');
    return message;
  });
  return Promise.any(ready);
}

function settle({ waiting }: Thread, message: ThreadMessage): void {
  if (message.kind === 'ready') return;
  const drawn = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.kind === 'drawn') drawn?.resolve(message);
  else drawn?.reject(fromThreadError(message.error));
}

function fail({ waiting }: Thread, error: Error): void {
  for (const drawn of waiting.values()) drawn.reject(error);
  waiting.clear();
}
