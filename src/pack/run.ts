import { eachChunk, keepMade, range } from './chunk.ts';
import { itemMaker, type DoneItem, type PackDeps } from './item.ts';
import { itemCount, type Plan } from './plan.ts';

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
  const begun = new Set<number>();
  await eachChunk(plan, signal, async ({ from, to }) => {
    const make = itemMaker(deps, plan);
    const numbers = range(from, to).filter((n) => !begun.has(n));
    for (const n of numbers) begun.add(n);
    const making = numbers.map(async (n) => {
      const item = await make(n);
      onItem?.(item);
      return item;
    });
    await keepMade(making, async (made) => {
      await deps.store.keepCards(made.flatMap(({ key, files }) => (key === null ? [] : [{ key, files }])));
      items.push(...made);
    });
  });
  items.sort((a, b) => a.n - b.n);
  return { items, finished: items.length === itemCount(plan) };
}
