import type { JSX } from 'satori/jsx';
import type { Shape } from '../src/layer/model.ts';
import { Slot } from '../src/layer/slot.tsx';
import type { Template } from '../src/layer/template.ts';
import { Credits, Handle, Moment } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { onPaper } from './parts/emphasis.ts';
import { Area, Frame } from './parts/frame.tsx';
import { grid, type Grid } from './parts/grid.ts';
import { Quote } from './parts/quote.tsx';

export const dialogue = {
  name: 'dialogue',
  revision: 4,
  idea: 'A question in a small bubble, and the answer it got in a large one of the accent colour.',
  without:
    'Without a question the answer takes its place too; without a portrait the name moves to the edge.',
  uses: ['photo', 'logo', 'question'],
  quotes: 'printed',
  display: 'inter',
  draw({ shape, brand, size, pictures }) {
    const g = grid(size);
    const { u } = g;
    const { colors } = brand;
    const across = row(shape.direction);
    const asked = shape.question === true;
    const round = brand.corner * 1.6 * u;
    return (
      <Frame
        grid={g}
        ground={colors.surface}
        behind={<Waiting grid={g} ground={colors.background} dots={colors.line} radius={6 * round} />}
        above={[
          <div
            style={{
              display: 'flex',
              flexDirection: across,
              gap: 4 * u,
              minHeight: asked ? 12.4 * u : 6 * u,
            }}
          >
            {asked ? (
              <Slot
                name="question"
                font="body"
                weight={500}
                color={colors.muted}
                minSize={g.small}
                maxSize={3.2 * u}
                lineHeight={1.3}
                maxLines={3}
                align="start"
                verticalAlign="top"
                overflow="ellipsis"
                balance
                bubble={{ color: colors.background, paddingX: 2.2 * u, paddingY: 1.1 * u, radius: 3 * round }}
                grow={1}
              />
            ) : (
              <Handle grid={g} ink={colors} handle={brand.handle} />
            )}
            <Moment grid={g} shape={shape} ink={colors} handle={asked ? brand.handle : null} />
          </div>,
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, marginTop: 2 * u }}>
            <Quote
              grid={g}
              color={colors.onAccent}
              largest={13}
              weight={650}
              lineHeight={1.18}
              letterSpacing={-0.022}
              verticalAlign="bottom"
              bubble={{
                color: colors.accent,
                paddingX: 3.4 * u,
                paddingY: 2 * u,
                radius: Math.min(5 * round, 4.4 * u),
              }}
              hang={0}
              mark={onPaper(colors)}
            />
          </div>,
          <Tail grid={g} shape={shape} color={colors.accent} />,
        ]}
        below={
          <Credits
            grid={g}
            shape={shape}
            ink={colors}
            logo={pictures.logo}
            face={pictures.photo}
            brand={brand}
          />
        }
      />
    );
  },
} as const satisfies Template;

/** What points from a bubble to who speaks, and the room between the two. */
function Tail({ grid: { u }, shape, color }: { grid: Grid; shape: Shape; color: string }): JSX.Element {
  const [width, height] = [4.4 * u, 3.4 * u];
  return (
    <div
      style={{ display: 'flex', flexDirection: row(shape.direction), height: 5 * u, padding: `0 ${5 * u}px` }}
    >
      <svg width={width} height={height} viewBox="0 0 44 34" style={{ marginTop: -u }}>
        <path
          d={shape.direction === 'rtl' ? 'M44 0H0C20 10 34 20 42 34Z' : 'M0 0H44C24 10 10 20 2 34Z'}
          fill={color}
        />
      </svg>
    </div>
  );
}

/** In a story, where words may not stand: the bubble of what is said next. */
function Waiting({
  grid: { u, height, left, story },
  ground,
  dots,
  radius,
}: {
  grid: Grid;
  ground: string;
  dots: string;
  radius: number;
}): JSX.Element | null {
  if (story === null) return null;
  const [wide, high, dot] = [58 * u, 30 * u, 9 * u];
  return (
    <Area
      left={left}
      top={height * 0.72}
      width={wide}
      height={high}
      color={ground}
      radius={Math.min(high / 2, 2 * radius)}
    >
      {[0, 1, 2].map((index) => (
        <Area
          left={wide / 2 + (index - 1) * 15 * u - dot / 2}
          top={(high - dot) / 2}
          width={dot}
          height={dot}
          color={dots}
          radius={dot / 2}
        />
      ))}
    </Area>
  );
}
