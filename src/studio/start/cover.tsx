import { useQuery } from '@tanstack/react-query';
import type { EpisodeView } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { useBlobUrl } from '../make/preview.ts';

/** The cover of an episode; where it has none, its first letter. */
export function Cover({ id: episodeId, title, cover }: EpisodeView) {
  const { data } = useQuery({
    queryKey: ['cover', episodeId],
    queryFn: async ({ signal }) =>
      (await request(`/v1/episodes/${encodeURIComponent(episodeId)}/cover`, { signal })).blob(),
    staleTime: Infinity,
    enabled: cover !== null,
  });
  const url = useBlobUrl(data ?? null);
  return (
    <span className="grid size-20 flex-none place-items-center overflow-hidden rounded-lg border border-rule bg-wash-soft font-serif text-3xl text-soft sm:size-24">
      {url === null ? (
        <span aria-hidden="true">{Array.from(title)[0]}</span>
      ) : (
        <img src={url} alt="" className="size-full object-cover" />
      )}
    </span>
  );
}
