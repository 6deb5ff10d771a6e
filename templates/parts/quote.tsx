import type { JSX } from 'satori/jsx';
import type { SlotElementProps } from '../../src/layer/slot.tsx';
import { Slot } from '../../src/layer/slot.tsx';
import type { Grid } from './grid.ts';

/**
 * The words themselves. `largest` is in hundredths of the width read at: the type of a quote of a few words. `smallest` is
 * a multiple of the size's smallest type, for letters that need more.
 */
export function Quote({
  grid,
  largest,
  smallest = 1,
  ...props
}: { grid: Grid; largest: number; smallest?: number; color: string } & Partial<
  Omit<SlotElementProps, 'name' | 'maxSize' | 'minSize'>
>): JSX.Element {
  return (
    <Slot
      name="quote"
      font="display"
      weight={600}
      lineHeight={1.16}
      align="start"
      verticalAlign="top"
      overflow="split"
      balance
      hang={0.6}
      // What hangs out stays clear of the card's edge and of what apps draw there.
      hangRoom={0.55 * Math.min(grid.left, grid.right)}
      grow={1}
      {...props}
      minSize={smallest * grid.smallest}
      maxSize={largest * grid.u}
    />
  );
}
