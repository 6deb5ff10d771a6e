import { contrast, readable } from './contrast.ts';
import type { BrandColors, DrawnColors } from './model.ts';
import { mix } from './oklch.ts';

/** All colours a card is drawn in, from the four of a brand. Each can be read where it is used, repaired if need be. */
export function drawnColors({ background, text, muted, accent }: BrandColors): DrawnColors {
  const surface = mix(background, text, 0.06);
  const ink = readable(text, background, 7);
  const inkOnAccent = contrast(ink, accent) >= contrast(background, accent) ? ink : background;
  return {
    background,
    surface,
    line: mix(background, ink, 0.16),
    text: ink,
    muted: readable(readable(muted, background), surface),
    accent,
    accentText: readable(readable(accent, background), surface),
    onAccent: readable(inkOnAccent, accent),
  };
}
