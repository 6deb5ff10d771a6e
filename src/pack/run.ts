import { chunks, eachOf } from './chunk.ts';
import { itemMaker, type DoneItem, type PackDeps } from './item.ts';
import { itemCount, type Plan } from './plan.ts';

/** Items made together: few enough that little is lost when it stops, enough that reading and recording cost little. */
const CHUNK = 10;

/** Chunks at work at once, so that the drawing threads have always something to do. */
export const AT_ONCE = 3;

/** What came of a run. */
export interface Rendered {
  /** In order. Without those that were not made where it was stopped. */
  items: DoneItem[];
  /** False where it was stopped before the end. */
  finished: boolean;
}

/**
 * Makes a whole pack here and now, without a job. Cards made before are not made again; what is made is noted as soon as
 * it is kept, so a run that ends in whatever way is gone on with by running it again.
 * @param signal stops it: what is at work is finished and kept
 */
export async function renderPack(
  deps: PackDeps,
  plan: Plan,
  { onItem, signal }: { onItem?: (item: DoneItem) => void; signal?: AbortSignal } = {},
): Promise<Rendered> {
  const items: DoneItem[] = [];
  await eachOf(until(chunks(plan, itemCount(plan), CHUNK), signal), AT_ONCE, async ({ from, to }) => {
    const make = itemMaker(deps, plan);
    const made = await Promise.all(
      Array.from({ length: to - from }, async (_, nth) => {
        const item = await make(from + nth);
        onItem?.(item);
        return item;
      }),
    );
    await deps.store.keepCards(made.flatMap(({ key, files }) => (key === null ? [] : [{ key, files }])));
    items.push(...made);
  });
  items.sort((a, b) => a.n - b.n);
  return { items, finished: items.length === itemCount(plan) };
}

/** The values up to when the signal is aborted. */
export function* until<T>(values: Iterable<T>, signal: AbortSignal | undefined): Generator<T, void, void> {
  for (const value of values) {
    if (signal?.aborted) return;
    yield value;
  }
}
