import { mix } from '../src/brand/oklch.ts';
import type { Template } from '../src/layer/template.ts';
import { Credits, Handle, Moment } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { QuoteMark } from './parts/pictures.tsx';
import { Quote } from './parts/quote.tsx';

export const classic = {
  name: 'classic',
  revision: 4,
  idea: 'The words and who said them, on the brand’s paper.',
  without:
    'Without a portrait the name moves to the edge; without a speaker the episode and its participants stand there.',
  uses: ['photo', 'logo'],
  quotes: 'drawn',
  display: 'source-serif',
  draw({ shape, brand, size, pictures }) {
    const g = grid(size);
    const { u } = g;
    const { colors } = brand;
    return (
      <Frame
        grid={g}
        ground={colors.background}
        behind={<StoryFoot grid={g} ground={colors.accent} mark={mix(colors.accent, colors.onAccent, 0.1)} />}
        above={[
          <div
            style={{
              display: 'flex',
              flexDirection: row(shape.direction),
              minHeight: 6.4 * u,
              gap: 2.4 * u,
            }}
          >
            <QuoteMark width={6.8 * u} color={colors.accent} />
            <Handle grid={g} ink={colors} handle={brand.handle} />
            <Moment grid={g} shape={shape} ink={colors} />
          </div>,
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, padding: `${1.6 * u}px 0 ${4 * u}px` }}>
            <Quote
              grid={g}
              color={colors.text}
              largest={19}
              letterSpacing={-0.012}
              verticalAlign={g.story === null ? 'middle' : 'top'}
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
