import type { Log } from '../http/context.ts';

let waiting: string[] = [];

/** One line of JSON on stderr an entry; the lines of one turn of the event loop are written together. */
export const logLine: Log = (entry) => {
  const { error, ...rest } = entry;
  const time = new Date().toISOString();
  waiting.push(JSON.stringify({ time, ...rest, ...(error === undefined ? {} : told(error)) }));
  if (waiting.length === 1) setImmediate(write);
};

/** What is known of an error. Of a query that failed only its cause says why: that the disk is full, for instance. */
function told(error: unknown): object {
  if (!(error instanceof Error)) return { error };
  const { message, stack, cause } = error;
  return { error: message, ...(cause instanceof Error ? { cause: cause.message } : {}), stack };
}

function write(): void {
  const lines = waiting;
  waiting = [];
  process.stderr.write(`${lines.join('\n')}\n`);
}
