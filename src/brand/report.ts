import { apca, contrast } from './contrast.ts';
import { drawnColors } from './colors.ts';
import type { BrandColors, DrawnColors } from './model.ts';

/** How well words in one colour of a brand can be read on another. */
export interface ColorReport {
  /** What the colour is for. */
  use: string;
  /** The colour the kit has for it. */
  given: string;
  /** The colour words are drawn in: the one given, or the nearest lightness of it that can be read. */
  drawn: string;
  ground: string;
  /** WCAG 2.2 ratio of what is drawn, 1 to 21; never below 4.5. */
  wcag: number;
  /** APCA lightness contrast of what is drawn, positive for dark on light. */
  apca: number;
  repaired: boolean;
}

/** Every pair of a brand's colours that words are drawn in, and what was done about those that could not be read. */
export function reportColors(colors: BrandColors): ColorReport[] {
  const drawn = drawnColors(colors);
  const pairs: readonly [use: string, given: string, color: keyof DrawnColors, ground: keyof DrawnColors][] =
    [
      ['text', colors.text, 'text', 'background'],
      ['muted', colors.muted, 'muted', 'background'],
      ['muted on a panel', colors.muted, 'muted', 'surface'],
      ['accent as text', colors.accent, 'accentText', 'background'],
      ['text on accent', drawn.onAccent, 'onAccent', 'accent'],
    ];
  return pairs.map(([use, given, color, ground]) => ({
    use,
    given,
    drawn: drawn[color],
    ground: drawn[ground],
    wcag: rounded(contrast(drawn[color], drawn[ground]), 2),
    apca: rounded(apca(drawn[color], drawn[ground]), 1),
    repaired: drawn[color] !== given,
  }));
}

/** Cut, not rounded up: 4.497 is not 4.5. */
function rounded(value: number, digits: number): number {
  return Math.trunc(value * 10 ** digits) / 10 ** digits;
}
