import { PullquoteError } from '../errors.ts';
import { type ClipDeps, createClip } from './create.ts';
import { drawnAtOnce } from './pending.ts';

/** A clip that was made, and its key. */
interface MadeClip {
  key: string;
  bytes: Uint8Array;
}

/** Makes a quote's clip, or takes the kept one. `query` is as in its address. */
export type ClipMaker = (quoteId: string, query: URLSearchParams) => Promise<MadeClip>;

/**
 * A maker for those who wait however long it takes.
 * @returns a maker that throws as `createClip` does, `not-implemented` where no clips are drawn at all
 */
export function clipMaker(deps: ClipDeps): ClipMaker {
  const work = deps.work.longestMs === 0 ? deps.work : drawnAtOnce;
  return async (quoteId, query) => {
    const made = await createClip({ ...deps, work }, { quoteId }, 'mp4', query, null);
    if (made.status !== 'ok')
      throw new PullquoteError('conflict', 'This quote was just replaced; ask again.');
    return { key: (made.headers['ETag'] ?? '').replaceAll('"', ''), bytes: made.bytes };
  };
}
