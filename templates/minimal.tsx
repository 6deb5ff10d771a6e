import type { Template } from '../src/layer/template.ts';
import { emphasis } from './parts/emphasis.ts';
import { Frame } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Line } from './parts/line.tsx';
import { Quote } from './parts/quote.tsx';

export const minimal = {
  name: 'minimal',
  revision: 4,
  idea: 'Nothing but the words, centred, and the name under them.',
  without:
    'Without a speaker the source stands under the words; time, date and pictures are left out always.',
  uses: [],
  quotes: 'printed',
  display: 'inter',
  draw({ shape, brand, size }) {
    const g = grid(size);
    const { u } = g;
    const { colors } = brand;
    const name = g.story === null ? (g.tall ? 3.2 : 2.7) : 3.6;
    const inset = g.story === null ? 4 * u : 0;
    return (
      <Frame
        grid={g}
        ground={colors.background}
        centred
        above={
          <div
            style={{
              display: 'flex',
              flexGrow: 1,
              flexBasis: 0,
              padding: `${(g.story === null ? 2 : 12) * u}px ${inset}px 0`,
            }}
          >
            <Quote
              grid={g}
              color={colors.text}
              largest={16}
              smallest={1.2}
              weight={500}
              lineHeight={1.24}
              letterSpacing={-0.022}
              align="center"
              verticalAlign={g.story === null ? 'middle' : 'bottom'}
              mark={emphasis(colors)}
            />
          </div>
        }
        below={[
          <div style={{ display: 'flex', height: 3 * u }} />,
          <Line
            grid={g}
            name={shape.speaker ? 'speaker' : 'from'}
            weight={500}
            color={colors.muted}
            size={shape.speaker ? name : name * 0.86}
            lines={shape.speaker ? 1 : 2}
            align="center"
            follows={{ slot: 'quote', gap: 2.4 * u }}
          />,
          shape.slide ? (
            <Line grid={g} name="slide" color={colors.muted} size={name * 0.85} align="center" />
          ) : null,
        ]}
      />
    );
  },
} as const satisfies Template;
