import type { Log } from '../http/context.ts';

/** One line of JSON on stderr an entry. */
export const logLine: Log = (entry) => {
  const { error, ...rest } = entry;
  const cause = error instanceof Error ? { error: error.message, stack: error.stack } : { error };
  console.error(
    JSON.stringify({ time: new Date().toISOString(), ...rest, ...(error === undefined ? {} : cause) }),
  );
};
