/**
 * When cards are asked for: one a person looks at at once, all others one after another and only while nothing else is being drawn,
 * since what the service draws meanwhile is what the person would wait for.
 */

interface Waiter {
  name: string;
  begin: () => void;
}

/** In the order they came. Several may have one name: an order given up is at times asked for again before it has gone. */
const waiting = new Set<Waiter>();
let running = 0;

/** @param isLater false for what a person looks at. @throws whatever `signal` was aborted for while it waited */
export async function inTurn<T>(
  name: string,
  isLater: boolean,
  signal: AbortSignal,
  run: () => Promise<T>,
): Promise<T> {
  if (isLater) await turnOf(name, signal);
  else running++;
  try {
    return await run();
  } finally {
    running--;
    beginNext();
  }
}

/** Begins at once with what waits under a name, if it does: a person looks at it now. */
export function hurry(name: string): void {
  for (const waiter of waiting) if (waiter.name === name) begin(waiter);
}

function begin(waiter: Waiter): void {
  waiting.delete(waiter);
  running++;
  waiter.begin();
}

function turnOf(name: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const giveUp = (): void => {
    waiting.delete(waiter);
    reject(signal.reason);
  };
  const waiter: Waiter = {
    name,
    begin() {
      signal.removeEventListener('abort', giveUp);
      resolve();
    },
  };
  signal.addEventListener('abort', giveUp, { once: true });
  waiting.add(waiter);
  beginNext();
  return promise;
}

function beginNext(): void {
  const [next] = waiting;
  if (running === 0 && next !== undefined) begin(next);
}
