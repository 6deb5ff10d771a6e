/**
 * When cards are asked for: one a person looks at at once, all others one after another and only while nothing else is being drawn,
 * since what the service draws meanwhile is what the person would wait for.
 */

/** What waits, by its name, in the order it came. */
const waiting = new Map<string, () => void>();
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
  const begin = waiting.get(name);
  if (begin === undefined) return;
  waiting.delete(name);
  running++;
  begin();
}

function turnOf(name: string, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  waiting.set(name, resolve);
  signal.addEventListener('abort', () => {
    waiting.delete(name);
    reject(signal.reason);
  });
  beginNext();
  return promise;
}

function beginNext(): void {
  const [name] = waiting.keys();
  if (running === 0 && name !== undefined) hurry(name);
}
