import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import { episodesQuery } from '../api/queries.ts';
import { DEFAULT_LOOK } from '../make/look.ts';
import { usePreview } from '../make/preview.ts';
import { highlightsQuery } from '../pick/suggestions.ts';
import { Problem } from '../ui/notice.tsx';

interface LiveCardProps {
  kit: BrandKit;
  /** Digest of a photo to see as the speaker's. */
  photo: string | null;
  size: string;
}

/** The kit on the best quote of the newest episode. */
export function LiveCard({ kit, photo, size }: LiveCardProps) {
  const { data } = useInfiniteQuery(episodesQuery);
  const episode = data?.pages[0]?.items[0];
  const { data: best } = useQuery({
    ...highlightsQuery(episode?.id ?? '', 1),
    enabled: episode !== undefined,
  });
  const drawn = useDeferredValue(kit);
  const order =
    episode === undefined || best === undefined
      ? null
      : {
          episodeId: episode.id,
          range: best.items[0]?.range ?? 's=0',
          look: { ...DEFAULT_LOOK, size },
          kit: drawn,
          ...(photo === null ? {} : { photo }),
        };
  const { url, preview, error } = usePreview(order);
  if (data !== undefined && episode === undefined)
    return <p className="note">Bring in an episode to see the brand on a card.</p>;
  return (
    <div className="grid min-h-72 place-items-center rounded-2xl bg-desk p-5">
      {error !== null && <Problem error={error} />}
      {url !== null && preview !== null && (
        <img
          src={url}
          alt={preview.alt}
          data-testid="brand-card"
          className="max-h-[32rem] max-w-full rounded-lg border border-rule shadow-[0_14px_36px_-14px_#16181d40]"
        />
      )}
    </div>
  );
}
