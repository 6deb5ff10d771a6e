import { PullquoteError } from '../errors.ts';

/** Lets in so many at once. */
export interface Gate {
  <T>(run: () => Promise<T>): Promise<T>;
  /** True where the next would be refused. */
  isFull(): boolean;
}

/**
 * Past `most` at once everything is refused at once: a queue would only make all wait longer.
 * @throws PullquoteError `busy`
 */
export function createGate(most: number): Gate {
  let inside = 0;
  const isFull = (): boolean => inside >= most;
  const gate = async <T>(run: () => Promise<T>): Promise<T> => {
    if (isFull()) throw busy();
    inside++;
    try {
      return await run();
    } finally {
      inside--;
    }
  };
  return Object.assign(gate, { isFull });
}

/**
 * Before a gate: lets in so many at once to find out whether they have to pass it. Resolves with how to leave, once or more often.
 * @throws PullquoteError `busy` as soon as one would have to wait for a gate that is full
 */
export type Lobby = (gate: Gate) => Promise<() => void>;

export function createLobby(most: number): Lobby {
  let inside = 0;
  let waiting: { gate: Gate; entering: PromiseWithResolvers<void> }[] = [];

  /** Whoever waits longest takes the place that became free; nobody waits for what is full. */
  const leave = (): void => {
    inside--;
    const [late, able] = [
      waiting.filter(({ gate }) => gate.isFull()),
      waiting.filter(({ gate }) => !gate.isFull()),
    ];
    for (const { entering } of late) entering.reject(busy());
    const [next, ...others] = able;
    waiting = others;
    if (next === undefined) return;
    inside++;
    next.entering.resolve();
  };

  return async (gate) => {
    if (inside < most) {
      inside++;
    } else {
      if (gate.isFull()) throw busy();
      const entering = Promise.withResolvers<void>();
      waiting.push({ gate, entering });
      await entering.promise;
    }
    let isInside = true;
    return () => {
      if (isInside) leave();
      isInside = false;
    };
  };
}

function busy(): PullquoteError {
  return new PullquoteError('busy', 'Too much is being done at once. Try again in a moment.');
}
