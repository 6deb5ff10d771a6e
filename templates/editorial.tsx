import type { Template } from '../src/layer/template.ts';
import { row } from './parts/direction.ts';
import { emphasis } from './parts/emphasis.ts';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Line } from './parts/line.tsx';
import { Quote } from './parts/quote.tsx';

export const editorial = {
  name: 'editorial',
  revision: 2,
  idea: 'A pull quote in a magazine: a folio over a rule, a large serif whose punctuation hangs, the name right after.',
  without:
    'Without a speaker the source follows the words; without a time the folio holds show and date alone.',
  uses: [],
  quotes: 'printed',
  display: 'newsreader',
  draw({ shape, brand, size }) {
    const g = grid(size);
    const { u } = g;
    const { colors } = brand;
    const fold = g.story === null ? 2.1 : 2.8;
    const name = g.story === null ? (g.tall ? 3.2 : 2.7) : 3.8;
    const across = row(shape.direction);
    const attribution = shape.speaker ? 'speaker' : 'from';
    const follow = { slot: 'quote', gap: 2 * u } as const;
    return (
      <Frame
        grid={g}
        ground={colors.background}
        behind={<StoryFoot grid={g} ground={colors.text} mark={colors.accent} />}
        above={[
          <div style={{ display: 'flex', height: 0.55 * u, background: colors.text }} />,
          <div
            style={{
              display: 'flex',
              flexDirection: across,
              gap: 2 * u,
              padding: `${0.7 * u}px 0`,
              borderBottom: `${Math.max(1, 0.12 * u)}px solid ${colors.text}`,
            }}
          >
            <Line grid={g} name="show" weight={700} color={colors.text} size={fold} grow={2} />
            {shape.slide ? (
              <Line grid={g} name="slide" color={colors.muted} size={fold} align="end" grow={1} />
            ) : (
              <Line grid={g} name="date" color={colors.muted} size={fold} align="end" grow={1} />
            )}
            {shape.time ? (
              <Line
                grid={g}
                name="time"
                weight={600}
                color={colors.text}
                size={fold}
                align="end"
                width={14 * u}
              />
            ) : null}
          </div>,
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, padding: `${2.6 * u}px 0 ${1 * u}px` }}>
            <Quote
              grid={g}
              color={colors.text}
              largest={19}
              weight={450}
              lineHeight={1.08}
              letterSpacing={-0.018}
              hang={0.6}
              mark={emphasis(colors)}
            />
          </div>,
        ]}
        below={[
          <div style={{ display: 'flex', height: 2.4 * u }} />,
          <Line
            grid={g}
            name={attribution}
            weight={600}
            color={colors.text}
            size={shape.speaker ? name : name * 0.85}
            lines={shape.speaker ? 1 : 2}
            follows={follow}
          />,
          shape.speaker ? (
            <Line
              grid={g}
              name="role"
              color={colors.muted}
              size={name * 0.82}
              follows={{ slot: 'speaker', gap: 0 }}
            />
          ) : null,
        ]}
      />
    );
  },
} as const satisfies Template;
