import type { Size } from '../../src/layer/model.ts';

/** Lengths of a card, all from its size, so that a template is right at any size. */
export interface Grid {
  /** One hundredth of the width the card is read at: all other lengths are multiples of it. */
  u: number;
  /** Clear space at the edges, top, right, bottom and left. */
  top: number;
  right: number;
  bottom: number;
  left: number;
  width: number;
  height: number;
  /** True where the card is higher than wide. */
  tall: boolean;
  /** Smallest legible type: 2.6 % of the width read at, about 9 points on a phone that shows the card edge to edge. */
  smallest: number;
}

/**
 * The grid of a size. A very wide card is read as if it were 1.9 times as wide as high. In a 9:16 story the apps draw over
 * the edges, so words keep to the part that is clear in all of them, widened on the left side alone so as to look centred.
 */
export function grid({ width, height }: Size): Grid {
  const u = Math.min(width, height * 1.9) / 100;
  const smallest = 2.6 * u;
  const common = { u, width, height, tall: height > width, smallest };
  if (height / width > 1.7) {
    return {
      ...common,
      top: height * 0.14,
      bottom: height * 0.35,
      left: width * 0.1112,
      right: width * 0.1112,
    };
  }
  const side = 6 * u;
  return { ...common, top: side * 0.9, bottom: side * 0.9, left: side, right: side };
}
