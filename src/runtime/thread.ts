/** Starts drawing threads. It loads nothing else, so that the first can be started before all that the service is made of. */
import { Worker } from 'node:worker_threads';

/** Young objects of a thread, in MB: what outlives a card is little, so a small space costs no time and saves much. */
const LIMITS = { maxYoungGenerationSizeMb: 6 };

/** Two folders down, as a source and as a bundle alike. */
const ENTRY = new URL('../../dist/node/draw-thread.js', import.meta.url);

let ahead: Worker | null = null;

/** A thread that loads what it runs, and then waits to be told what over (`ThreadData`). */
export function startThread(): Worker {
  return new Worker(ENTRY, { resourceLimits: LIMITS });
}

/** Starts the first thread before it is asked for; it holds up no process that comes to its end without it. */
export function startAhead(): void {
  ahead = startThread();
  ahead.unref();
}

/** The thread that was started ahead, where there is one, else a new one. */
export function takeThread(): Worker {
  const thread = ahead ?? startThread();
  ahead = null;
  thread.ref();
  return thread;
}
