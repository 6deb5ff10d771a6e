import type { Log } from '../http/context.ts';

let waiting: string[] = [];

/** One line of JSON on stderr an entry; the lines of one turn of the event loop are written together. */
export const logLine: Log = (entry) => {
  const { error, ...rest } = entry;
  const cause = error instanceof Error ? { error: error.message, stack: error.stack } : { error };
  const time = new Date().toISOString();
  waiting.push(JSON.stringify({ time, ...rest, ...(error === undefined ? {} : cause) }));
  if (waiting.length === 1) setImmediate(write);
};

function write(): void {
  const lines = waiting;
  waiting = [];
  process.stderr.write(`${lines.join('\n')}\n`);
}
