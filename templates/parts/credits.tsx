import type { JSX } from 'satori/jsx';
import type { Brand, DrawnColors } from '../../src/brand/model.ts';
import type { Shape, SlotProps } from '../../src/layer/model.ts';
import type { Picture } from '../../src/layer/template.ts';
import { row } from './direction.ts';
import type { Grid } from './grid.ts';
import { Line } from './line.tsx';
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

interface LogoProps {
  logo?: Picture | null;
  /** A ground of its own for the logo, where the card's is not the brand's. */
  logoGround?: string;
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

/** The foot of most cards: face, speaker, source and logo in a row, or one over the other where a story leaves little width. */
export function Credits({
  grid,
  shape,
  ink,
  face,
  photo,
  logo = null,
  logoGround,
}: Omit<CreditProps, 'align' | 'size'> &
  LogoProps & { face?: Picture | null; photo?: Brand['photo'] }): JSX.Element {
  const { u, story, tall } = grid;
  const across = row(shape.direction);
  const disc = (story === null ? (tall ? 9 : 7.4) : 12) * u;
  const size = story === null ? (tall ? 3 : 2.5) : 3.8;
  const share = story === null ? { flexGrow: 1, flexBasis: 0 } : {};
  return (
    <div style={{ display: 'flex', flexDirection: story === null ? across : 'column', gap: 2.4 * u }}>
      <div style={{ display: 'flex', flexDirection: across, gap: 2 * u, height: disc, ...share }}>
        {!face || !photo || !shape.speaker ? null : (
          <Photo picture={face} photo={photo} width={disc} height={disc} radius={disc / 2} />
        )}
        <Speaker grid={grid} shape={shape} ink={ink} size={size} />
      </div>
      <div style={{ display: 'flex', height: disc, ...share }}>
        <Source grid={grid} shape={shape} ink={ink} size={size} align={story === null ? 'end' : 'start'} />
      </div>
      {logo === null ? null : <Logo picture={logo} height={disc * 0.8} ground={logoGround} />}
    </div>
  );
}

/** The foot of a wide card that has no room above its words: speaker, source, and the moment, with what else a card may have. */
export function Foot({
  grid,
  shape,
  ink,
  handle = null,
  logo = null,
  logoGround,
}: Omit<CreditProps, 'align' | 'size'> & LogoProps & { handle?: string | null }): JSX.Element {
  const { u } = grid;
  const hasMoment = shape.time || shape.slide || shape.speaker || handle !== null;
  return (
    <div style={{ display: 'flex', flexDirection: row(shape.direction), gap: 2.4 * u, minHeight: 7.4 * u }}>
      <Speaker grid={grid} shape={shape} ink={ink} />
      <Source grid={grid} shape={shape} ink={ink} />
      {hasMoment ? (
        <div style={{ display: 'flex', alignItems: 'center' }}>
          <Moment grid={grid} shape={shape} ink={ink} handle={logo === null ? handle : null} width={15} />
        </div>
      ) : null}
      {logo === null ? null : <Logo picture={logo} height={5.9 * u} ground={logoGround} />}
    </div>
  );
}

/** Time over date, or over the slide's number, over the brand's handle where it has one. `width` is in hundredths of the width read at. */
export function Moment({
  grid,
  shape,
  ink,
  align = 'end',
  width = 30,
  handle = null,
}: Omit<CreditProps, 'size'> & { width?: number; handle?: string | null }): JSX.Element {
  const size = grid.story === null ? 2 : 2.6;
  const line = { grid, size, align, width: width * grid.u };
  const second = shape.slide ? 'slide' : shape.speaker ? 'date' : null;
  return (
    <div style={{ display: 'flex', flexDirection: 'column', flexShrink: 0 }}>
      {shape.time ? <Line {...line} name="time" weight={600} color={ink.text} /> : null}
      {second === null ? null : <Line {...line} name={second} color={ink.muted} />}
      {handle === null ? null : <Line {...line} name="handle" color={ink.muted} />}
    </div>
  );
}
