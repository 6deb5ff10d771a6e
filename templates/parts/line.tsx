import type { JSX } from 'satori/jsx';
import type { FontRole, SlotName, SlotProps } from '../../src/layer/model.ts';
import { Slot } from '../../src/layer/slot.tsx';
import type { Grid } from './grid.ts';

/** What a line of a card is, beyond what all such lines share. */
export interface LineProps {
  grid: Grid;
  name: SlotName;
  color: string;
  /** Type size, in hundredths of the width read at. */
  size: number;
  weight?: number;
  font?: FontRole;
  align?: SlotProps['align'];
  verticalAlign?: SlotProps['verticalAlign'];
  lines?: number;
  italic?: boolean;
  follows?: SlotProps['follows'];
  width?: number;
  height?: number;
  grow?: number;
}

/** A name, a title, a date or a time: one line (or a few) that shrinks to the smallest type, then ends in `…`. */
export function Line({
  grid,
  size,
  lines = 1,
  width,
  height = lineHeight(grid, size) * lines,
  grow,
  italic,
  follows,
  ...slot
}: LineProps): JSX.Element {
  const { u, small } = grid;
  return (
    <Slot
      font="body"
      weight={400}
      align="start"
      verticalAlign="middle"
      minSize={Math.min(small, size * u)}
      maxSize={size * u}
      lineHeight={1.3}
      maxLines={lines}
      balance={lines > 1}
      overflow="ellipsis"
      height={height}
      {...(width === undefined ? {} : { width })}
      {...(grow === undefined ? {} : { grow })}
      {...(italic === undefined ? {} : { italic })}
      {...(follows === undefined ? {} : { follows })}
      {...slot}
    />
  );
}

/** Height of a line, in pixels, with room for scripts that stack marks above and below, as Arabic and Thai do. */
export function lineHeight({ u }: Grid, size: number): number {
  return Math.ceil(size * u * 1.42) + 1;
}
