import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Shelf } from './shelf.ts';

/** What was left under an ID; `undefined` until it is known, `null` where there is nothing. */
export function useUnsaved<T>(shelf: Shelf<T>, id: string): T | null | undefined {
  const { data } = useQuery({
    queryKey: ['unsaved', shelf.kind, id],
    queryFn: () => shelf.read(id),
    // Read anew whenever a view opens: it is written without a word to this cache.
    gcTime: 0,
    staleTime: Infinity,
  });
  return data;
}

/** All that is left of a kind, newest first. */
export function useUnsavedList<T>(shelf: Shelf<T>): Awaited<ReturnType<Shelf<T>['list']>> {
  const { data } = useQuery({
    queryKey: ['unsaved-list', shelf.kind],
    queryFn: () => shelf.list(),
    gcTime: 0,
    staleTime: 0,
  });
  return data ?? [];
}

/**
 * Writes work down with each change, as whoever leaves may leave at once. @param value `null` where it is what the service has
 * @returns forgets it, once the service has it or nobody wants it
 */
export function useKeepUnsaved<T>(shelf: Shelf<T>, id: string, value: T | null): () => Promise<void> {
  const { drop } = useShelf(shelf);
  const isDone = useRef(false);
  const last = useRef(value);
  useEffect(() => {
    // What the view opened with is written down already, or is nothing to write.
    if (last.current === value || isDone.current) return;
    last.current = value;
    void (value === null ? shelf.drop(id) : shelf.keep(id, value));
  }, [shelf, id, value]);
  return useCallback(async () => {
    isDone.current = true;
    await drop(id);
  }, [drop, id]);
}

interface Changes<T> {
  keep(id: string, value: T): Promise<void>;
  drop(id: string): Promise<void>;
}

/** Changes what is left of a kind where it is listed. */
export function useShelf<T>(shelf: Shelf<T>): Changes<T> {
  const queries = useQueryClient();
  return useMemo(() => {
    const listed = (): Promise<void> => queries.invalidateQueries({ queryKey: ['unsaved-list', shelf.kind] });
    return {
      async keep(id, value) {
        await shelf.keep(id, value);
        await listed();
      },
      async drop(id) {
        await shelf.drop(id);
        await listed();
      },
    };
  }, [queries, shelf]);
}
