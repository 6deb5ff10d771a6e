import type { JSX, JSXNode } from 'satori/jsx';
import type { Grid } from './grid.ts';
import { QuoteMark } from './pictures.tsx';

/**
 * The whole card: a ground of one colour, pictures that may reach its edges, and the words within its margins. Above, the
 * words grow with the card; below, they take what they need. In a story, above and below are parted by the fold.
 */
export function Frame({
  grid,
  ground,
  behind,
  above,
  below,
  centred = false,
}: {
  grid: Grid;
  ground: string;
  behind?: JSXNode;
  above: JSXNode;
  below?: JSXNode;
  /** Centred words below the fold of a story keep as far from the left as they must from the right. */
  centred?: boolean;
}): JSX.Element {
  const { story } = grid;
  const column = { display: 'flex', flexDirection: 'column', boxSizing: 'border-box' } as const;
  return (
    <div
      style={{
        display: 'flex',
        position: 'relative',
        boxSizing: 'border-box',
        width: grid.width,
        height: grid.height,
        background: ground,
      }}
    >
      {behind}
      <div
        style={{
          ...column,
          position: 'absolute',
          left: grid.left,
          top: grid.top,
          width: grid.width - grid.left - grid.right,
          height: grid.height - grid.top - grid.bottom,
        }}
      >
        <div
          style={{ ...column, ...(story === null ? { flexGrow: 1, flexBasis: 0 } : { height: story.fold }) }}
        >
          {above}
        </div>
        <div
          style={{
            ...column,
            ...(story === null ? {} : { paddingRight: story.aside, paddingLeft: centred ? story.aside : 0 }),
          }}
        >
          {below}
        </div>
      </div>
    </div>
  );
}

/** A part of fixed place behind the words. */
export function Area({
  left = 0,
  top = 0,
  width,
  height,
  color,
  radius = 0,
  children,
}: {
  left?: number;
  top?: number;
  width: number;
  height: number;
  color?: string;
  radius?: number;
  children?: JSXNode;
}): JSX.Element {
  return (
    <div
      style={{
        display: 'flex',
        position: 'absolute',
        boxSizing: 'border-box',
        overflow: 'hidden',
        left,
        top,
        width,
        height,
        borderRadius: radius,
        ...(color === undefined ? {} : { background: color }),
      }}
    >
      {children}
    </div>
  );
}

/** Colour for the lower part of a story, where words may not stand: a field with a large pair of marks in it. */
export function StoryFoot({
  grid,
  ground,
  mark,
}: {
  grid: Grid;
  ground: string;
  mark: string;
}): JSX.Element | null {
  if (grid.story === null) return null;
  const top = grid.height * 0.67;
  const width = grid.width * 0.62;
  return (
    <Area top={top} width={grid.width} height={grid.height - top} color={ground}>
      <Area left={grid.width - width * 0.96} top={grid.width * 0.1} width={width} height={width}>
        <QuoteMark width={width} color={mark} />
      </Area>
    </Area>
  );
}
