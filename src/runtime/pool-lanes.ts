/** Who goes next of those who wait for a drawing thread. */

/** A reader waits for a card; a clip takes seconds; nobody looks while a pack is drawn. In order of who goes first. */
export type Lane = 'reader' | 'clip' | 'pack';

const ORDER: readonly Lane[] = ['reader', 'clip', 'pack'];

/** Jobs that may go before one that waits, so that a stream of cards cannot hold up a pack for ever. */
const PATIENCE = 16;

export interface Lanes<T> {
  add(lane: Lane, job: T): void;
  /** What to start now, `null` where nothing waits that may. */
  next(): T | null;
  /** One that was started has ended. */
  done(lane: Lane): void;
}

/** @param most of a lane that may be at work at once */
export function createLanes<T>(most: Partial<Record<Lane, number>>): Lanes<T> {
  const lanes = ORDER.map((name) => ({ name, waiting: Array<T>(), working: 0, passed: 0 }));
  return {
    add(name, job) {
      lanes.find((lane) => lane.name === name)?.waiting.push(job);
    },
    next() {
      const able = lanes.filter(
        ({ name, waiting, working }) => waiting.length > 0 && working < (most[name] ?? Infinity),
      );
      const lane = able.find(({ passed }) => passed >= PATIENCE) ?? able[0];
      const job = lane?.waiting.shift();
      if (lane === undefined || job === undefined) return null;
      for (const other of able) other.passed++;
      lane.passed = 0;
      lane.working++;
      return job;
    },
    done(name) {
      const lane = lanes.find((known) => known.name === name);
      if (lane !== undefined) lane.working--;
    },
  };
}
