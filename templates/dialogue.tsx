import type { JSX } from 'satori/jsx';
import { Slot } from '../src/layer/slot.tsx';
import type { Template } from '../src/layer/template.ts';
import { Credits, Handle, Moment } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { Area, Frame } from './parts/frame.tsx';
import { grid, type Grid } from './parts/grid.ts';
import { Quote } from './parts/quote.tsx';

export const dialogue = {
  name: 'dialogue',
  revision: 3,
  idea: 'A question in small type, and the answer it got in large type along a bar of the accent colour.',
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
    return (
      <Frame
        grid={g}
        ground={colors.surface}
        behind={<Bubbles grid={g} asks={colors.line} answers={colors.accent} corner={brand.corner} />}
        above={[
          <div
            style={{
              display: 'flex',
              flexDirection: across,
              gap: 4 * u,
              minHeight: asked ? 10.4 * u : 6 * u,
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
                grow={1}
              />
            ) : (
              <Handle grid={g} ink={colors} handle={brand.handle} />
            )}
            <Moment grid={g} shape={shape} ink={colors} handle={asked ? brand.handle : null} />
          </div>,
          <div
            style={{
              display: 'flex',
              flexDirection: across,
              flexGrow: 1,
              flexBasis: 0,
              gap: 3 * u,
              margin: `${2 * u}px 0 ${4 * u}px`,
            }}
          >
            <div style={{ display: 'flex', width: 0.9 * u, background: colors.accent }} />
            <Quote
              grid={g}
              color={colors.text}
              largest={14}
              weight={650}
              lineHeight={1.18}
              letterSpacing={-0.022}
              verticalAlign="middle"
              hang={0}
              mark={{ fill: colors.accent, color: colors.onAccent }}
            />
          </div>,
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

/** In a story, where words may not stand: a small bubble and the larger one that answers it, over the edge. */
function Bubbles({
  grid: { u, width, height, left, story },
  asks,
  answers,
  corner,
}: {
  grid: Grid;
  asks: string;
  answers: string;
  corner: number;
}): JSX.Element | null {
  if (story === null) return null;
  const radius = 16 * corner * u;
  return (
    <Area top={height * 0.7} width={width} height={height * 0.3}>
      <Area left={left} width={38 * u} height={13 * u} color={asks} radius={Math.min(6.5 * u, radius)} />
      <Area left={30 * u} top={17 * u} width={width} height={height * 0.3} color={answers} radius={radius} />
    </Area>
  );
}
