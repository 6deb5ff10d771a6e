import { mix } from '../src/brand/oklch.ts';
import { readable } from '../src/brand/contrast.ts';
import type { JSX } from 'satori/jsx';
import type { Template } from '../src/layer/template.ts';
import { Credits, Handle, Moment } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { Area, Frame } from './parts/frame.tsx';
import { grid, type Grid } from './parts/grid.ts';
import { Quote } from './parts/quote.tsx';

export const highlighter = {
  name: 'highlighter',
  revision: 4,
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
        behind={<Strokes grid={g} color={colors.accent} corner={brand.corner} />}
        above={[
          <div
            style={{
              display: 'flex',
              flexDirection: row(shape.direction),
              alignItems: 'center',
              gap: 2.4 * u,
              minHeight: 6 * u,
            }}
          >
            <div style={{ display: 'flex', width: 12 * u, height: 1.1 * u, background: colors.accent }} />
            <Handle grid={g} ink={colors} handle={brand.handle} />
            <Moment grid={g} shape={shape} ink={colors} />
          </div>,
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, padding: `${2 * u}px 0 ${3.4 * u}px` }}>
            <Quote
              grid={g}
              color={marked ? context : colors.onAccent}
              largest={15}
              weight={500}
              lineHeight={marked ? 1.32 : 1.36}
              letterSpacing={-0.008}
              verticalAlign="middle"
              mark={{ fill: colors.accent, color: colors.onAccent }}
              {...(marked
                ? {}
                : {
                    hang: 0,
                    lineFill: {
                      color: colors.accent,
                      paddingX: 1.2 * u,
                      paddingY: 0,
                      radius: 1.6 * brand.corner * u,
                    },
                  })}
            />
          </div>,
        ]}
        below={<Credits grid={g} shape={shape} ink={colors} brand={brand} logo={pictures.logo} />}
      />
    );
  },
} as const satisfies Template;

/** In a story, where words may not stand: the highlighter runs on, over lines of no words. */
function Strokes({
  grid: { u, width, height, story },
  color,
  corner,
}: {
  grid: Grid;
  color: string;
  corner: number;
}): JSX.Element | null {
  if (story === null) return null;
  const radius = 4 * corner * u;
  return (
    <Area top={height * 0.685} width={width} height={height * 0.315}>
      {[0.86, 0.58, 0.94, 0.72].map((share, index) => (
        <Area
          left={-radius}
          top={index * 14.6 * u}
          width={width * share + radius}
          height={12.6 * u}
          color={color}
          radius={radius}
        />
      ))}
    </Area>
  );
}
