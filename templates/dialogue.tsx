import { Slot } from '../src/layer/slot.tsx';
import type { Template } from '../src/layer/template.ts';
import { Credits, Moment } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Quote } from './parts/quote.tsx';

export const dialogue = {
  name: 'dialogue',
  revision: 2,
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
        behind={<StoryFoot grid={g} ground={colors.accent} mark={colors.onAccent} />}
        above={[
          <div
            style={{
              display: 'flex',
              flexDirection: across,
              gap: 4 * u,
              minHeight: asked ? 9.6 * u : 5.4 * u,
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
              <div style={{ display: 'flex', flexGrow: 1 }} />
            )}
            <Moment grid={g} shape={shape} ink={colors} handle={brand.handle} />
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
            photo={brand.photo}
          />
        }
      />
    );
  },
} as const satisfies Template;
