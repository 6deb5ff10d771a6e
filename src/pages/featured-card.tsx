/** @jsxImportSource hono/jsx */
import { SIZES } from '../layer/sizes.ts';
import type { Head } from './document.tsx';

/** A card that stands for more than its quote. */
export interface FeaturedCard {
  /** Path of its page. */
  href: string;
  alt: string;
  /** Paths of its picture, once and at twice the pixels. */
  once: string;
  twice: string;
}

const SIZE = SIZES.og;

export function CardLink({ href, alt, once, twice }: FeaturedCard) {
  return (
    <a class="shown" href={href}>
      <img
        class="card"
        src={once}
        srcset={`${once} 1x, ${twice} 2x`}
        alt={alt}
        width={SIZE.width}
        height={SIZE.height}
        fetchpriority="high"
      />
    </a>
  );
}

/** The picture of a page that is shared. */
export function imageOf(card: FeaturedCard | null, publicUrl: string): Pick<Head, 'image'> {
  return card === null ? {} : { image: { url: `${publicUrl}${card.once}`, alt: card.alt, ...SIZE } };
}
