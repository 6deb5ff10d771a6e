/**
 * A drawer over worker threads, each of which draws one thing at a time. What waits is bounded by who asks: HTTP lets in so many
 * cards and clips (`http/gate.ts`), a pack asks for so many at once.
 */
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { Fitted } from '../card/encode.ts';
import { PullquoteError } from '../errors.ts';
import type { CardFiles } from '../pack/card-files.ts';
import type { Drawer } from './drawing.ts';
import { createLanes, type Lane } from './pool-lanes.ts';
import {
  fromThreadError,
  type Drawing,
  type DrawTask,
  type ThreadData,
  type ThreadMessage,
} from './pool-protocol.ts';

export interface DrawerPool extends Drawer {
  /** The same for what nobody waits for: readers' cards go first. */
  readonly behind: Drawer;
  /** Draws and keeps what a pack asks for, behind readers' cards too. */
  readonly files: CardFiles;
  close(): Promise<void>;
}

interface Job {
  lane: Lane;
  task: DrawTask;
  drawn: PromiseWithResolvers<Drawing>;
}

interface Thread {
  worker: Worker;
  /** True once it can draw. */
  ready: boolean;
  job: Job | null;
  /** Ends the thread when its job takes too long. */
  deadline?: NodeJS.Timeout;
}

/** How long one job may take, in milliseconds: what takes longer holds a thread for nothing. */
const DEADLINES: Readonly<Record<Lane, number>> = { reader: 60_000, clip: 600_000, pack: 120_000 };

/** Before a thread that could not even start is started again, in milliseconds. */
const RESTART = 1000;

/**
 * Takes a thread from `launch` and resolves when it can draw; up to `size` of them, each once those before it all have something to
 * do. A thread that dies fails what it was drawing and is started anew.
 */
export async function drawerPool(
  launch: () => Worker,
  data: ThreadData,
  size: number,
  deadlines: Readonly<Record<Lane, number>> = DEADLINES,
): Promise<DrawerPool> {
  const threads = new Set<Thread>();
  // Clips hold a thread for seconds: where there are several, one is left for cards.
  const lanes = createLanes<Job>({ clip: Math.max(1, size - 1) });
  let closing = false;

  const start = (): Thread => {
    const thread: Thread = {
      worker: launch(),
      ready: false,
      job: null,
    };
    threads.add(thread);
    thread.worker.postMessage(data, []);
    thread.worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'ready') thread.ready = true;
      else if (message.kind === 'drawn') finish(thread)?.drawn.resolve(message);
      else finish(thread)?.drawn.reject(fromThreadError(message.error));
      dispatch();
    });
    // An error is always followed by `exit`.
    thread.worker.on('error', (error) => finish(thread)?.drawn.reject(error));
    thread.worker.on('exit', () => {
      threads.delete(thread);
      finish(thread)?.drawn.reject(new Error('A drawing thread ended.'));
      setTimeout(() => closing || start(), thread.ready ? 0 : RESTART);
    });
    return thread;
  };

  const finish = (thread: Thread): Job | null => {
    const { job } = thread;
    clearTimeout(thread.deadline);
    thread.job = null;
    if (job !== null) lanes.done(job.lane);
    return job;
  };

  const dispatch = (): void => {
    for (const thread of threads) {
      const job = thread.ready && thread.job === null ? lanes.next() : null;
      if (job === null) continue;
      thread.job = job;
      thread.worker.postMessage(job.task, []);
      thread.deadline = setTimeout(() => overdue(thread), deadlines[job.lane]).unref();
    }
  };

  const overdue = (thread: Thread): void => {
    thread.ready = false;
    finish(thread)?.drawn.reject(new PullquoteError('busy', 'This took too long to draw.'));
    void thread.worker.terminate();
  };

  let started = 1;
  const run = (lane: Lane, task: DrawTask): Promise<Drawing> => {
    // Not at once: a second thread that starts would take from the first card as much as drawing it does.
    if (started < size && ![...threads].some(({ ready, job }) => ready && job === null)) {
      started++;
      start();
    }
    const job = { lane, task, drawn: Promise.withResolvers<Drawing>() };
    lanes.add(lane, job);
    dispatch();
    return job.drawn.promise;
  };

  const { version, formats } = await whenReady(start()).catch((error) => {
    closing = true;
    throw error;
  });
  const drawer = (lane: Lane): Drawer => {
    const one = async (task: DrawTask): Promise<Fitted> => {
      const {
        pictures: [bytes],
        ...told
      } = await run(task.kind === 'clip' || task.kind === 'preview' ? 'clip' : lane, task);
      if (bytes === undefined) throw new Error('A drawing thread answered without a picture.');
      return { ...told, bytes };
    };
    return {
      version,
      formats,
      draw: async (order) => (await one({ kind: 'draw', order })).bytes,
      fit: (order, name) => one({ kind: 'fit', order, ...(name === undefined ? {} : { name }) }),
      alt: async (order) => (await run(lane, { kind: 'alt', order })).alt ?? '',
      slides: async (order) => (await run(lane, { kind: 'slides', order })).pictures,
      sheet: async (sheet) => (await one({ kind: 'sheet', sheet })).bytes,
      clip: async (order, audio) => (await one({ kind: 'clip', order, audio })).bytes,
      poster: async (order) => (await one({ kind: 'poster', order })).bytes,
      preview: async (order, format) => (await one({ kind: 'preview', order, format })).bytes,
    };
  };
  return {
    ...drawer('reader'),
    behind: drawer('pack'),
    files: async (order, isOne) => (await run('pack', { kind: 'files', order, isOne })).files ?? [],
    async close() {
      closing = true;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

async function whenReady({ worker }: Thread): Promise<Extract<ThreadMessage, { kind: 'ready' }>> {
  const [message]: ThreadMessage[] = await once(worker, 'message');
  if (message?.kind !== 'ready') throw new Error('A drawing thread answered before it was ready.');
  return message;
}
