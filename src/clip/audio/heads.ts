import { HEAD_BYTES, type ReadRange } from './source.ts';

type Head = Awaited<ReturnType<ReadRange>>;

/** How long a file is taken to be the same, in milliseconds: a player asks for a clip in many parts. */
const FRESH_MS = 60_000;

/** Heads remembered, of 64 kB each. */
const MOST = 16;

/** Remembers for a while how files begin, which also says whether they were replaced. */
export function withHeads(readRange: ReadRange, now: () => number = Date.now): ReadRange {
  const heads = new Map<string, { head: Head; at: number }>();
  return async (url, from, to) => {
    if (from !== 0 || to !== HEAD_BYTES) return readRange(url, from, to);
    const known = heads.get(url);
    if (known !== undefined && now() - known.at < FRESH_MS) return known.head;
    const head = await readRange(url, from, to);
    heads.delete(url);
    heads.set(url, { head, at: now() });
    if (heads.size > MOST) heads.delete(heads.keys().next().value ?? url);
    return head;
  };
}
