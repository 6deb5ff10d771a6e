import type { Size } from '../../src/layer/model.ts';

/** Lengths of a card, all from its size, so that a template is right at any size. */
export interface Grid {
  width: number;
  height: number;
  /** One hundredth of the width the card is read at. All other lengths are multiples of it. */
  u: number;
  /** Clear space at the edges. */
  top: number;
  right: number;
  bottom: number;
  left: number;
  /** True where the card is higher than wide. */
  tall: boolean;
  /**
   * In a 9:16 story apps draw over the edges: words keep to the clear part, pictures may go beyond. It is this high, and
   * below the fold it is narrower on the right by `aside`. `null` elsewhere.
   */
  story: { fold: number; aside: number } | null;
  /** Smallest type of a quote. */
  smallest: number;
  /** Smallest type of names, titles and times. */
  small: number;
}

/**
 * What no app draws over in a 1080x1920 story: x 120 to 960 from y 269 on, to 780 below y 840 where buttons stand, down to
 * y 1248. So words above the fold are centred in the card.
 */
const STORY = {
  side: 120 / 1080,
  aside: 180 / 1080,
  top: 269 / 1920,
  fold: 840 / 1920,
  bottom: 672 / 1920,
} as const;

/**
 * The grid of a size. A phone shows a card edge to edge, about 360 points wide, so type is measured against the width: 2.6 %
 * of it is 9 points. A card wider than 1.9 times its height is measured as if it ended there.
 */
export function grid({ width, height }: Size): Grid {
  const u = Math.min(width, height * 1.9) / 100;
  const base = { width, height, u, tall: height > width * 1.15, smallest: 2.6 * u, small: 2 * u };
  if (height / width > 1.65) {
    const { side, aside, top, fold, bottom } = STORY;
    return {
      ...base,
      // Nobody holds a story still: its words are read at a glance.
      smallest: 3.6 * u,
      small: 2.6 * u,
      story: { fold: height * (fold - top), aside: width * aside },
      left: width * side,
      right: width * side,
      top: height * top,
      bottom: height * bottom,
    };
  }
  return { ...base, story: null, top: 5.5 * u, bottom: 5.5 * u, left: 6 * u, right: 6 * u };
}
