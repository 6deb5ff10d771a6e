import { mix } from '../src/brand/oklch.ts';
import { readable } from '../src/brand/contrast.ts';
import type { Template } from '../src/layer/template.ts';
import { Credits, Moment } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Quote } from './parts/quote.tsx';

export const highlighter = {
  name: 'highlighter',
  revision: 2,
  idea: 'A page with the phrase that matters struck through by a highlighter, its context paler around it.',
  without: 'Without a marked phrase every line is highlighted; no picture but the logo is drawn.',
  uses: ['logo'],
  quotes: 'printed',
  display: 'source-serif',
  draw({ shape, brand, size, pictures }) {
    const g = grid(size);
    const { u } = g;
    const { colors } = brand;
    const context = readable(mix(colors.background, colors.text, 0.62), colors.background);
    const marked = shape.mark === true;
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
              justifyContent: 'space-between',
              alignItems: 'center',
              minHeight: 6 * u,
            }}
          >
            <div style={{ display: 'flex', width: 12 * u, height: 1.1 * u, background: colors.accent }} />
            <Moment grid={g} shape={shape} ink={colors} handle={brand.handle} />
          </div>,
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, padding: `${2 * u}px 0 ${3.4 * u}px` }}>
            <Quote
              grid={g}
              color={marked ? context : colors.onAccent}
              largest={15}
              weight={500}
              lineHeight={marked ? 1.24 : 1.36}
              letterSpacing={-0.008}
              verticalAlign="middle"
              hang={marked ? 0.5 : 0}
              mark={{ fill: colors.accent, color: colors.onAccent }}
              {...(marked
                ? {}
                : { lineFill: { color: colors.accent, paddingX: 1.2 * u, paddingY: 0, radius: 0 } })}
            />
          </div>,
        ]}
        below={<Credits grid={g} shape={shape} ink={colors} logo={pictures.logo} />}
      />
    );
  },
} as const satisfies Template;
