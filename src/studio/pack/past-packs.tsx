import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { z } from 'zod';
import type { packList, packView } from '../../http/packs.ts';
import { getJson, request } from '../api/request.ts';
import { useSignedIn } from '../api/token.ts';
import { download } from '../make/share.ts';
import { Problem } from '../ui/notice.tsx';
import { withEmoji } from '../ui/with-emoji.tsx';

type Packs = z.output<typeof packList>;
type Pack = Packs['items'][number];

/** Between two looks at packs that are being made, in milliseconds. */
const LOOK = 500;

const isUnderWay = ({ state }: Pack): boolean => state === 'queued' || state === 'running';

export const packsQuery = infiniteQueryOptions({
  queryKey: ['packs'],
  queryFn: ({ pageParam, signal }) =>
    getJson<Packs>(
      `/v1/packs?limit=20${pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`}`,
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? LOOK : false,
});

const PACKS_MADE = 'packs-made';

/** Brings what is under way before the eyes: on small screens it stands below the button that began it. */
export function showNewestPack(): void {
  const newest = document.querySelector(`#${PACKS_MADE} li`);
  newest?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

/** The packs the service has, newest first: how far they are, and their archives. */
export function PastPacks() {
  const isSignedIn = useSignedIn();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...packsQuery,
    enabled: isSignedIn,
  });
  const packs = data?.pages.flatMap(({ items }) => items) ?? [];
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (packs.length === 0) return null;
  return (
    <section id={PACKS_MADE}>
      <h2 className="text-lg font-semibold tracking-tight">Packs made</h2>
      <ul className="mt-2 border-b border-rule">
        {packs.map((pack) => (
          <Past key={pack.id} pack={pack} />
        ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          className="btn mt-3"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Older packs
        </button>
      )}
    </section>
  );
}

function Past({ pack }: { pack: Pack }) {
  const queries = useQueryClient();
  const fetchZip = useMutation({
    mutationFn: async () => {
      const blob = await (await request(`/v1/packs/${pack.id}.zip`)).blob();
      download(new File([blob], `${pack.id}.zip`, { type: 'application/zip' }));
    },
  });
  const cancel = useMutation({
    mutationFn: () => request(`/v1/packs/${pack.id}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: packsQuery.queryKey }),
  });
  const error = fetchZip.error ?? cancel.error;
  return (
    <li className="border-t border-rule py-3">
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0">
          <p dir="auto" className="truncate font-medium">
            {withEmoji(pack.episode.title)}
          </p>
          <p className="text-[0.8125rem] text-soft tabular-nums">
            {progressOf(pack)} · {madeAt(pack.createdAt)}
          </p>
        </div>
        {pack.state === 'done' && (
          <button
            type="button"
            className="btn flex-none"
            disabled={fetchZip.isPending}
            onClick={() => fetchZip.mutate()}
          >
            {fetchZip.isPending ? 'Fetching…' : 'Download ZIP'}
          </button>
        )}
        {isUnderWay(pack) && (
          <button
            type="button"
            className="btn btn-bare flex-none"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            Stop
          </button>
        )}
      </div>
      {isUnderWay(pack) && (
        <progress className="progress mt-2" value={pack.done} max={pack.total} aria-label="Cards made" />
      )}
      {pack.failed > 0 && pack.state === 'done' && <Failures id={pack.id} />}
      {error !== null && <Problem error={error} />}
    </li>
  );
}

/** Why cards could not be made. */
function Failures({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['pack', id],
    queryFn: ({ signal }) => getJson<z.output<typeof packView>>(`/v1/packs/${id}`, signal),
    staleTime: Infinity,
  });
  return (
    <ul className="mt-1 text-[0.875rem] text-alarm">
      {data?.errors.slice(0, 5).map(({ quote, size, message }) => (
        <li key={`${quote} ${size}`}>
          {size}: {message}
        </li>
      ))}
    </ul>
  );
}

function progressOf({ state, done, total, failed, error }: Pack): string {
  if (error !== null) return error.message;
  if (state === 'cancelled') return `Stopped after ${done} of ${total}`;
  if (state === 'done') {
    const made = `${total - failed} pictures, contact sheet included`;
    return failed === 0 ? made : `${made}; ${failed} could not be made`;
  }
  return `${done} of ${total}`;
}

/** `22 Nov, 08:31`, by the clock of who looks. */
function madeAt(instant: string): string {
  return new Date(instant).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
