import type { JSX } from 'satori/jsx';
import type { Brand, DrawnColors } from '../../src/brand/model.ts';
import type { Shape, SlotProps } from '../../src/layer/model.ts';
import type { Picture } from '../../src/layer/template.ts';
import { row } from './direction.ts';
import type { Grid } from './grid.ts';
import { Line, lineHeight } from './line.tsx';
import { Logo, Photo } from './pictures.tsx';

/** Colours of words on one ground. */
type Ink = Pick<DrawnColors, 'text' | 'muted'>;

interface CreditProps {
  grid: Grid;
  shape: Shape;
  ink: Ink;
  align?: SlotProps['align'];
  /** Type size of the first line, in hundredths of the width read at; the second is a little smaller. */
  size?: number;
}

/**
 * Who speaks: name over role. Without a stated speaker: where the words come from, on two lines. With `wraps` a long name
 * takes two lines, and what follows it moves down by one: there has to be room below.
 */
export function Speaker({
  grid,
  shape,
  ink,
  align = 'start',
  size = NAME,
  wraps = false,
}: CreditProps & { wraps?: boolean }): JSX.Element {
  const column = { display: 'flex', flexDirection: 'column' } as const;
  const second = size * SECOND;
  const share = { ...column, flexGrow: 1, flexBasis: 0, justifyContent: 'center' } as const;
  if (!shape.speaker) {
    const from = { grid, name: 'from', color: ink.text, size: size * 0.86, align } as const;
    return (
      <div style={share}>
        <Line {...from} weight={500} lines={2} />
      </div>
    );
  }
  const name = { grid, name: 'speaker', weight: 600, color: ink.text, size, align } as const;
  const role = { grid, name: 'role', color: ink.muted, size: second, align } as const;
  return (
    <div style={share}>
      {wraps ? (
        // Centred as if the name had one line, as nearly all have, and with the role where it would then be.
        <div
          style={{
            ...column,
            boxSizing: 'border-box',
            height: lineHeight(grid, size) + lineHeight(grid, second),
            paddingTop: 0.06 * size * grid.u,
          }}
        >
          <Line {...name} lines={2} height={wrappedHeight(grid, size)} verticalAlign="top" />
          <Line {...role} follows={{ slot: 'speaker', gap: 0.1 * size * grid.u }} />
        </div>
      ) : (
        [<Line {...name} />, <Line {...role} />]
      )}
    </div>
  );
}

/** Type sizes of a name and, as a share of it, of what stands under it. */
const NAME = 2.7;
export const SECOND = 0.82;

/** Room for a name of one line at its largest type or two at the smallest, whichever is more. */
function wrappedHeight(grid: Grid, size: number): number {
  return Math.max(lineHeight(grid, size), 2 * lineHeight(grid, grid.small / grid.u));
}

/**
 * Where the words were said: the show over the episode, which is left out where `Speaker` names it already. `alone`: no
 * name stands beside it.
 */
export function Source({
  grid,
  shape,
  ink,
  align = 'end',
  size = NAME,
  alone = false,
}: CreditProps & { alone?: boolean }): JSX.Element {
  const second = size * SECOND;
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
      <Line
        grid={grid}
        name="show"
        weight={600}
        color={ink.text}
        size={second}
        align={align}
        // As high as a name beside it, so that what is under both stands on one line.
        height={lineHeight(grid, alone ? second : size)}
      />
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

/** The foot of most cards: face, speaker, source and logo in a row, or two rows where a story leaves little width. */
export function Credits({
  grid,
  shape,
  ink,
  face,
  brand,
  logo = null,
  logoGround,
}: Omit<CreditProps, 'align' | 'size'> & {
  brand: Pick<Brand, 'photo' | 'corner'>;
  face?: Picture | null;
  logo?: Picture | null;
  /** A ground of its own for the logo, where the card's is not the brand's. */
  logoGround?: string;
}): JSX.Element {
  const { u, story, tall } = grid;
  const across = row(shape.direction);
  const stacked = story !== null;
  const disc = (stacked ? 12 : tall ? 9.4 : 7.8) * u;
  const size = stacked ? 3.8 : tall ? 3.2 : NAME;
  const share = stacked ? {} : { flexGrow: 1, flexBasis: 0 };
  const line = { display: 'flex', flexDirection: across, height: disc } as const;
  return (
    <div style={{ display: 'flex', flexDirection: stacked ? 'column' : across, gap: 2.4 * u }}>
      <div style={{ ...line, gap: 2 * u, ...share }}>
        {!face || !shape.speaker ? null : (
          <Photo picture={face} photo={brand.photo} width={disc} height={disc} radius={round(brand, disc)} />
        )}
        <Speaker grid={grid} shape={shape} ink={ink} size={size} wraps={!stacked} />
      </div>
      <div style={{ ...line, gap: 2.4 * u, ...share }}>
        <Source grid={grid} shape={shape} ink={ink} size={size} align={stacked ? 'start' : 'end'} />
        {logo === null ? null : <Logo picture={logo} height={disc * 0.8} ground={logoGround} />}
      </div>
    </div>
  );
}

/** A face is a disc, but with square corners where the brand has them. */
function round({ corner }: Pick<Brand, 'corner'>, side: number): number {
  return (side / 2) * Math.min(1, corner * 4);
}

/**
 * Time over date, or over the slide's number, over the brand's handle where it has one. `width` is in hundredths of the
 * width read at. Where it is `brief` the handle stands in place of the date. With a `size` it stands on the lines of a
 * `Source` of that size beside it.
 */
export function Moment({
  grid,
  shape,
  ink,
  align = 'end',
  width = 30,
  handle = null,
  brief = false,
  size,
  alone = false,
}: CreditProps & { width?: number; handle?: string | null; brief?: boolean; alone?: boolean }): JSX.Element {
  const type = size === undefined ? (grid.story === null ? (grid.tall ? 2.5 : 2.2) : 2.8) : size * SECOND;
  const line = { grid, size: type, align, width: width * grid.u };
  const first = size === undefined || alone ? {} : { height: lineHeight(grid, size) };
  const names = [
    shape.slide ? 'slide' : shape.speaker && !(brief && handle !== null) ? 'date' : null,
    handle === null || (brief && shape.slide) ? null : 'handle',
  ] as const;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        flexShrink: 0,
        ...(size === undefined ? {} : { justifyContent: 'center' }),
      }}
    >
      {shape.time ? <Line {...line} {...first} name="time" weight={600} color={ink.text} /> : null}
      {names.map((name) => (name === null ? null : <Line {...line} name={name} color={ink.muted} />))}
    </div>
  );
}

/** The brand's handle beside what stands at the head of a card, taking the room that is left there. */
export function Handle({
  grid,
  ink,
  handle,
}: Pick<CreditProps, 'grid' | 'ink'> & { handle: string | null }): JSX.Element {
  if (handle === null) return <div style={{ display: 'flex', flexGrow: 1 }} />;
  const size = grid.story === null ? (grid.tall ? 2.5 : 2.2) : 2.8;
  return <Line grid={grid} name="handle" weight={500} color={ink.muted} size={size} grow={1} />;
}
