import type { Store } from '../store/port.ts';
import { itemMaker, type DoneItem, type PackDeps } from './item.ts';
import { cardCount, firstClip, type Plan } from './plan.ts';

/**
 * Makes the items of a stored pack from `from` up to `to` that are not done, and records them together. Run twice, also at
 * once, it comes to the same.
 * @throws where something other than a card failed; what was recorded stays
 */
export async function runChunk(
  deps: PackDeps,
  pack: { id: string; plan: Plan },
  { from, to }: { from: number; to: number },
): Promise<void> {
  const done = new Set((await deps.store.packItems(pack.id, from, to)).map(({ n }) => n));
  const numbers = range(from, to).filter((n) => !done.has(n));
  if (numbers.length === 0) return;
  const make = itemMaker(deps, pack.plan);
  const made = await Promise.all(numbers.map(make));
  await record(deps.store, pack.id, made);
}

function record(store: Store, packId: string, made: readonly DoneItem[]): Promise<void> {
  return store.savePackItems(
    packId,
    made.map(({ n, key, files, about, error }) => ({ n, key, files, about, error })),
  );
}

/**
 * Stretches of at most `size` cards; a clip, and a sheet, which shows many cards, is one by itself. Sheets come first: what one
 * takes of a drawing thread's memory, which never shrinks, is then there for the layers of the cards, and not on top of them.
 */
export function chunks(plan: Plan, items: number, size: number): { from: number; to: number }[] {
  const clips = firstClip(plan);
  const sheets = cardCount(plan);
  const starts = range(0, Math.ceil(clips / size)).map((nth) => nth * size);
  return [
    ...range(sheets, items).map(alone),
    ...starts.map((from) => ({ from, to: Math.min(from + size, clips) })),
    ...range(clips, sheets).map(alone),
  ];
}

function alone(n: number): { from: number; to: number } {
  return { from: n, to: n + 1 };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, nth) => from + nth);
}

/**
 * Runs a task for each value, `size` at a time, in order of their start. After the first failure none is started, and
 * those at work are waited for.
 */
export async function eachOf<T>(
  values: Iterable<T>,
  size: number,
  task: (value: T) => Promise<void>,
): Promise<void> {
  const rest = values[Symbol.iterator]();
  let failed = false;
  const work = async (): Promise<void> => {
    for (let next = rest.next(); !next.done && !failed; next = rest.next()) {
      try {
        await task(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: size }, work));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}
