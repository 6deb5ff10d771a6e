import { contrast, readable } from '../../src/brand/contrast.ts';
import type { DrawnColors } from '../../src/brand/model.ts';
import type { Color, SlotProps } from '../../src/layer/model.ts';

/** How a phrase is marked by colour alone; an accent too faint for letters goes behind them instead. */
export function emphasis(colors: DrawnColors): NonNullable<SlotProps['mark']> {
  const { accent, accentText, onAccent } = colors;
  return accent === accentText ? { fill: null, color: accent } : { fill: accent, color: onAccent };
}

/** How a phrase is marked on the accent: on paper, in its own colour, so that a comma beside it is seen on both. */
export function onPaper({ background, text, onAccent }: DrawnColors): { fill: Color; color: Color } {
  const paper = contrast(onAccent, background) >= contrast(onAccent, text) ? background : text;
  return { fill: paper, color: readable(onAccent, paper) };
}
