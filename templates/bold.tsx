import { mix } from '../src/brand/oklch.ts';
import { readable } from '../src/brand/contrast.ts';
import type { Template } from '../src/layer/template.ts';
import { row } from './parts/direction.ts';
import { onPaper } from './parts/emphasis.ts';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Line } from './parts/line.tsx';
import { Quote } from './parts/quote.tsx';

export const bold = {
  name: 'bold',
  revision: 4,
  idea: 'A poster: heavy letters that fill the card, on the accent colour from edge to edge.',
  without: 'Without a speaker the source takes the foot alone; it draws no pictures.',
  uses: [],
  quotes: 'printed',
  display: 'archivo',
  draw({ shape, brand, size }) {
    const g = grid(size);
    const { u } = g;
    const { accent, onAccent } = brand.colors;
    const soft = readable(mix(accent, onAccent, 0.78), accent);
    const foot = g.story === null ? (g.tall ? 3 : 2.5) : 3.4;
    const stacked = g.story !== null;
    return (
      <Frame
        grid={g}
        ground={accent}
        behind={<StoryFoot grid={g} ground={onAccent} mark={accent} />}
        above={
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, paddingBottom: 3.4 * u }}>
            <Quote
              grid={g}
              color={onAccent}
              largest={22}
              smallest={1.3}
              verticalAlign={g.story === null && g.height > g.width * 0.9 ? 'bottom' : 'top'}
              weight={850}
              lineHeight={shape.mark === true ? 1.26 : 1.02}
              letterSpacing={-0.006}
              mark={onPaper(brand.colors)}
            />
          </div>
        }
        below={[
          <div style={{ display: 'flex', height: 0.5 * u, background: onAccent, marginBottom: 1.8 * u }} />,
          <div
            style={{
              display: 'flex',
              flexDirection: stacked ? 'column' : row(shape.direction),
              alignItems: stacked ? 'stretch' : 'center',
              gap: stacked ? 0.6 * u : 2 * u,
            }}
          >
            <Line
              grid={g}
              name={shape.speaker ? 'speaker' : 'from'}
              weight={700}
              color={onAccent}
              size={foot}
              lines={shape.speaker ? 1 : 2}
              {...(stacked ? {} : { grow: shape.speaker ? 3 : 6 })}
            />
            {shape.speaker ? (
              <Line
                grid={g}
                name="show"
                weight={500}
                color={soft}
                size={foot}
                align={stacked ? 'start' : 'end'}
                {...(stacked ? {} : { grow: 3 })}
              />
            ) : null}
            {shape.slide || shape.time ? (
              <Line
                grid={g}
                name={shape.slide ? 'slide' : 'time'}
                weight={700}
                color={onAccent}
                size={foot}
                align={stacked ? 'start' : 'end'}
                {...(stacked ? {} : { width: 13 * u })}
              />
            ) : null}
          </div>,
        ]}
      />
    );
  },
} as const satisfies Template;
