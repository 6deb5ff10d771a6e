import { useMutation, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { packView } from '../../http/packs.ts';
import { getJson, request } from '../api/request.ts';
import { download } from '../make/share.ts';
import { Problem } from '../ui/notice.tsx';

/** A pack made from this browser. */
interface PastPack {
  id: string;
  episode: string;
  cards: number;
}

const KEY = 'pullquote.packs';
const CHANGED = 'pullquote:packs';
/** Remembered; the service forgets none. */
const MOST = 20;

export function rememberPack(pack: PastPack): void {
  localStorage.setItem(KEY, JSON.stringify([pack, ...parsed(localStorage.getItem(KEY))].slice(0, MOST)));
  dispatchEvent(new Event(CHANGED));
}

export function PastPacks() {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY));
  const packs = parsed(kept);
  if (packs.length === 0) return null;
  return (
    <section>
      <h2 className="text-lg font-semibold tracking-tight">Packs made</h2>
      <ul className="mt-2">
        {packs.map((pack) => (
          <Past key={pack.id} {...pack} />
        ))}
      </ul>
    </section>
  );
}

function Past({ id, episode, cards }: PastPack) {
  const { data, error, refetch } = useQuery({
    queryKey: ['pack', id],
    queryFn: ({ signal }) => getJson<z.output<typeof packView>>(`/v1/packs/${id}`, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'queued' || state.data?.state === 'running' ? 400 : false,
  });
  const fetchZip = useMutation({
    mutationFn: async () => {
      const blob = await (await request(`/v1/packs/${id}.zip`)).blob();
      download(new File([blob], `${id}.zip`, { type: 'application/zip' }));
    },
  });
  return (
    <li className="border-t border-rule py-3">
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0">
          <p className="truncate font-medium">{episode}</p>
          <p className="text-[0.8125rem] text-soft">
            {data === undefined ? `${cards} cards` : progressOf(data)}
          </p>
        </div>
        {data?.state === 'done' && (
          <button
            type="button"
            className="btn"
            disabled={fetchZip.isPending}
            onClick={() => fetchZip.mutate()}
          >
            {fetchZip.isPending ? 'Fetching…' : 'Download ZIP'}
          </button>
        )}
      </div>
      {(data?.state === 'queued' || data?.state === 'running') && (
        <progress
          className="mt-2 h-1.5 w-full accent-[var(--mark)]"
          value={data.done}
          max={data.total}
          aria-label="Cards made"
        />
      )}
      {data?.errors.map(({ quote, size, message }) => (
        <p key={`${quote} ${size}`} className="mt-1 text-[0.875rem] text-alarm">
          {size}: {message}
        </p>
      ))}
      {(error ?? fetchZip.error) !== null && (
        <Problem error={error ?? fetchZip.error} retry={() => void refetch()} />
      )}
    </li>
  );
}

function progressOf({ state, done, total, failed, error }: z.output<typeof packView>): string {
  if (error !== null) return error.message;
  if (state === 'cancelled') return 'Cancelled';
  if (state === 'done')
    return failed === 0 ? `${total} pictures` : `${total - failed} pictures, ${failed} could not be made`;
  return `${done} of ${total}`;
}

function parsed(kept: string | null): PastPack[] {
  try {
    const value: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  addEventListener('storage', listener);
  return () => {
    removeEventListener(CHANGED, listener);
    removeEventListener('storage', listener);
  };
}
