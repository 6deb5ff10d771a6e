import type { DrawnColors } from '../../src/brand/model.ts';
import type { SlotProps } from '../../src/layer/model.ts';

/** How a phrase is marked by colour alone; an accent too faint for letters goes behind them instead. */
export function emphasis(colors: DrawnColors): NonNullable<SlotProps['mark']> {
  const { accent, accentText, onAccent } = colors;
  return accent === accentText ? { fill: null, color: accent } : { fill: accent, color: onAccent };
}
