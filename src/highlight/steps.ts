/** Work on a whole episode in steps of a few milliseconds, so that who does it may answer others in between. */

/** Values between two steps: each takes some tens of microseconds. */
const STEP = 100;

/** Work that yields between its steps and returns what it comes to. */
export type Steps<T> = Generator<void, T, void>;

/** `values.map(map)` in steps. */
export function* mapped<T, U>(values: readonly T[], map: (value: T, index: number) => U): Steps<U[]> {
  const out: U[] = [];
  for (const [index, value] of values.entries()) {
    out.push(map(value, index));
    if (index % STEP === STEP - 1) yield;
  }
  return out;
}

/** Does all of it now. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** How long others wait at most, in milliseconds. */
const SLICE = 10;

/** Does it piece by piece: after each stretch of time whatever else waits has its turn. */
export async function unhurried<T>(work: Steps<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await new Promise<void>((resolve) => {
      setTimeout(resolve);
    });
    since = performance.now();
  }
}
