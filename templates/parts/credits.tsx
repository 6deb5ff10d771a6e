import type { JSX } from 'satori/jsx';
import type { DrawnColors } from '../../src/brand/model.ts';
import type { Shape, SlotProps } from '../../src/layer/model.ts';
import type { Grid } from './grid.ts';
import { Line, lineHeight } from './line.tsx';

/** Colours of words on one ground. */
export type Ink = Pick<DrawnColors, 'text' | 'muted'>;

interface CreditProps {
  grid: Grid;
  shape: Shape;
  ink: Ink;
  align?: SlotProps['align'];
  /** Type size of the first line, in hundredths of the width read at; the second is a little smaller. */
  size?: number;
}

/** Who speaks: name over role. Without a stated speaker: where the words come from, on two lines. */
export function Speaker({ grid, shape, ink, align = 'start', size = 2.5 }: CreditProps): JSX.Element {
  const second = size * 0.8;
  const from = 0.88 * size;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        flexGrow: 1,
        flexBasis: 0,
        justifyContent: 'center',
      }}
    >
      {shape.speaker ? (
        <Line grid={grid} name="speaker" weight={600} color={ink.text} size={size} align={align} />
      ) : (
        <Line grid={grid} name="from" weight={500} color={ink.text} size={from} lines={2} align={align} />
      )}
      {shape.speaker ? <Line grid={grid} name="role" color={ink.muted} size={second} align={align} /> : null}
    </div>
  );
}

/** Where the words were said: the show over the episode, which is left out where `Speaker` names it already. */
export function Source({ grid, shape, ink, align = 'end', size = 2.5 }: CreditProps): JSX.Element {
  const second = size * 0.8;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        flexGrow: 1,
        flexBasis: 0,
        justifyContent: 'center',
      }}
    >
      <Line grid={grid} name="show" weight={600} color={ink.text} size={second} align={align} />
      <Line
        grid={grid}
        name={shape.speaker ? 'episode' : 'date'}
        color={ink.muted}
        size={second}
        align={align}
      />
    </div>
  );
}

/** Height of `Speaker` and `Source` in hundredths of the width read at. */
export function creditHeight(size = 2.5): number {
  return lineHeight(size) + lineHeight(size * 0.8);
}
