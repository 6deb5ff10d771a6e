import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import { episodesQuery } from '../api/queries.ts';
import { CardPicture } from '../make/card-picture.tsx';
import { DEFAULT_LOOK } from '../make/look.ts';
import { usePreview, type Order } from '../make/preview.ts';
import { highlightsQuery } from '../pick/suggestions.ts';
import { Problem } from '../ui/notice.tsx';

/** The words brands are seen on: the best quote of the newest episode. */
export function useSample(): { sample: Pick<Order, 'episodeId' | 'range'> | null; isNone: boolean } {
  const { data } = useInfiniteQuery(episodesQuery);
  const episode = data?.pages[0]?.items[0];
  const { data: best } = useQuery({
    ...highlightsQuery(episode?.id ?? '', 1),
    enabled: episode !== undefined,
  });
  const sample = useMemo(
    () =>
      episode === undefined || best === undefined
        ? null
        : { episodeId: episode.id, range: best.items[0]?.range ?? 's=0' },
    [episode, best],
  );
  return { sample, isNone: data !== undefined && episode === undefined };
}

interface LiveCardProps {
  kit: BrandKit;
  /** Digest of a photo to see as the speaker's. */
  photo: string | null;
  size: string;
}

/** The kit on a card, as it is while it changes. */
export function LiveCard({ kit, photo, size }: LiveCardProps) {
  const { sample, isNone } = useSample();
  const order =
    sample === null
      ? null
      : {
          ...sample,
          look: { ...DEFAULT_LOOK, size },
          kit,
          ...(photo === null ? {} : { photo }),
        };
  const { url, preview, error, isBehind } = usePreview(order);
  if (isNone) return <p className="note">Bring in an episode to see the brand on a card.</p>;
  return (
    <div className="rounded-2xl bg-desk p-3 sm:p-5">
      {error !== null ? (
        <Problem error={error} />
      ) : (
        <CardPicture
          url={url}
          preview={preview}
          size={size}
          most="min(32rem, 55vh)"
          testId="brand-card"
          isBehind={isBehind}
        />
      )}
    </div>
  );
}
