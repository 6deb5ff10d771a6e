import { useMemo } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import { DEFAULT_LOOK } from '../make/look.ts';
import { usePreview } from '../make/preview.ts';
import { TEMPLATES } from '../make/templates.ts';
import { Link } from '../route.tsx';
import { useSample } from './live-card.tsx';

interface BrandTileProps {
  /** As its address names it. */
  name: string;
  kit: BrandKit;
  isKept: boolean;
}

/** A brand as its cards look. */
export function BrandTile({ name, kit, isKept }: BrandTileProps) {
  const { sample } = useSample();
  const order = useMemo(
    () =>
      sample === null
        ? null
        : { ...sample, look: DEFAULT_LOOK, kit: { ...kit, id: kit.id || 'new', name: kit.name || 'New' } },
    [sample, kit],
  );
  const { url } = usePreview(order, true);
  const template = Object.entries(TEMPLATES).find(([id]) => id === kit.template)?.[1] ?? kit.template;
  return (
    <li>
      <Link
        href={`/studio/brands/${name}`}
        className="block overflow-hidden rounded-2xl border border-rule bg-sheet no-underline hover:border-edge"
      >
        <span className="block aspect-[1200/630] border-b border-rule bg-desk">
          {url !== null && <img src={url} alt="" className="size-full" />}
        </span>
        <span className="flex items-baseline gap-3 px-4 py-3">
          <span className="min-w-0 flex-1 truncate font-semibold">{kit.name || 'A new brand'}</span>
          <span className="flex-none text-[0.8125rem] text-soft">{isKept ? template : 'not kept yet'}</span>
        </span>
      </Link>
    </li>
  );
}
