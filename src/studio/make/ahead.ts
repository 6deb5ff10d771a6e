/** Draws the card in the other sizes once nothing else is asked for: the first card of a look and size takes longer than all after it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { previewQuery, type Order } from './preview.ts';
import { SIZE_NAMES } from './templates.ts';

/** Milliseconds without a change after which a person is taken to be reading. */
const WAITS = 1500;

/** Looks that were drawn ahead on this visit: the service keeps what they share. */
const drawn = new Set<string>();

export function useDrawAhead(order: Order | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (order === null) return undefined;
    const { episodeId, look } = order;
    const name = `${episodeId} ${look.template} ${look.brand}`;
    if (drawn.has(name)) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      for (const size of Object.keys(SIZE_NAMES)) {
        if (stop.signal.aborted) return;
        await queries.prefetchQuery(previewQuery({ ...order, look: { ...look, size, slide: 1 } }, true));
      }
      drawn.add(name);
    }, WAITS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [order, queries]);
}
