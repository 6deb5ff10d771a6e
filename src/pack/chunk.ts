import type { Store } from '../store/port.ts';
import { itemMaker, type DoneItem, type PackDeps } from './item.ts';
import { cardCount, firstClip, itemCount, type Plan } from './plan.ts';
import { isClip } from './request.ts';

/**
 * Items made together: few enough that little is lost when it stops, enough that reading and recording cost little. In a Worker
 * the messages taken at once stay with it well under 1,000 subrequests and 30 s of CPU.
 */
const CHUNK = 10;

/** Chunks at work at once, so that the drawing threads have always something to do. */
const AT_ONCE = 3;

export interface Chunk {
  from: number;
  to: number;
}

/**
 * Makes the items of a stored pack from `from` up to `to` that are not done, and records them together. Run twice, also at
 * once, it comes to the same.
 * @throws where something other than a card failed; what was recorded stays
 */
export async function runChunk(
  deps: PackDeps,
  pack: { id: string; plan: Plan },
  { from, to }: Chunk,
): Promise<void> {
  const done = new Set((await deps.store.packItems(pack.id, from, to)).map(({ n }) => n));
  const numbers = range(from, to).filter((n) => !done.has(n));
  if (numbers.length === 0) return;
  const make = itemMaker(deps, pack.plan);
  await keepMade(numbers.map(make), (made) => record(deps.store, pack.id, made));
}

/**
 * Waits for all of some items and keeps those that were made, also where others failed: what was finished stays, and nothing is
 * still at work when the pack ends.
 * @throws what the first that failed threw
 */
export async function keepMade(
  items: readonly Promise<DoneItem>[],
  keep: (made: readonly DoneItem[]) => Promise<void>,
): Promise<void> {
  const ended = await Promise.allSettled(items);
  const failed = ended.find((each) => each.status === 'rejected');
  const kept = keep(ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
  if (failed === undefined) return kept;
  // A disk without room has none for this either; the first reason is the one to tell.
  await kept.catch(() => undefined);
  throw failed.reason;
}

function record(store: Store, packId: string, made: readonly DoneItem[]): Promise<void> {
  return store.savePackItems(
    packId,
    made.map(({ n, key, files, about, error }) => ({ n, key, files, about, error })),
  );
}

/**
 * Stretches of a few cards; a clip, and a sheet, which shows many cards, is one by itself. Sheets come first: what one
 * takes of a drawing thread's memory, which never shrinks, is then there for the layers of the cards, and not on top of them.
 */
export function chunks(plan: Plan): Chunk[] {
  const clips = firstClip(plan);
  const sheets = cardCount(plan);
  const starts = range(0, Math.ceil(clips / CHUNK)).map((nth) => nth * CHUNK);
  return [
    ...range(sheets, itemCount(plan)).map(alone),
    ...starts.map((from) => ({ from, to: Math.min(from + CHUNK, clips) })),
    ...range(clips, sheets).map(alone),
  ];
}

function alone(n: number): Chunk {
  return { from: n, to: n + 1 };
}

/**
 * Runs a task for each chunk of a plan, several at once, until the signal is aborted; before them, one after the other, for the
 * items that have their layers drawn: where all threads come to a layer at once, each takes the time and the memory to draw it.
 * What was made first is in its chunk once more.
 */
export async function eachChunk(
  plan: Plan,
  signal: AbortSignal | undefined,
  task: (chunk: Chunk) => Promise<void>,
): Promise<void> {
  const looks = plan.variants.flatMap((variant, nth) => (isClip(variant) ? [] : [nth * plan.quotes.length]));
  await eachOf(until([cardCount(plan), ...looks].map(alone), signal), 1, task);
  await eachOf(until(chunks(plan), signal), AT_ONCE, task);
}

/** The values up to when the signal is aborted. */
function* until<T>(values: Iterable<T>, signal: AbortSignal | undefined): Generator<T, void, void> {
  for (const value of values) {
    if (signal?.aborted) return;
    yield value;
  }
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, nth) => from + nth);
}

/**
 * Runs a task for each value, `size` at a time, in order of their start. After the first failure none is started, and
 * those at work are waited for.
 */
async function eachOf<T>(
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
