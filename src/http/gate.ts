import { PullquoteError } from '../errors.ts';

/** Lets in so many at once. */
export type Gate = <T>(run: () => Promise<T>) => Promise<T>;

/**
 * Past `most` at once everything is refused at once: a queue would only make all wait longer.
 * @throws PullquoteError `busy`
 */
export function createGate(most: number): Gate {
  let inside = 0;
  return async (run) => {
    if (inside >= most) {
      throw new PullquoteError('busy', 'Too much is being done at once. Try again in a moment.');
    }
    inside++;
    try {
      return await run();
    } finally {
      inside--;
    }
  };
}
