import type { Template } from '../src/layer/template.ts';
import { row } from './parts/direction.ts';
import { emphasis } from './parts/emphasis.ts';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Line, lineHeight } from './parts/line.tsx';
import { Quote } from './parts/quote.tsx';

export const editorial = {
  name: 'editorial',
  revision: 4,
  idea: 'A pull quote in a magazine: a folio over a rule, a large serif whose punctuation hangs, a drop cap where it is long, the name right after.',
  without:
    'Without a speaker the source follows the words; without a time the folio holds show and date alone.',
  uses: [],
  quotes: 'printed',
  display: 'newsreader',
  draw({ shape, brand, size }) {
    const g = grid(size);
    const { u } = g;
    const { colors } = brand;
    const fold = g.story === null ? (g.tall ? 2.4 : 2.2) : 2.8;
    const name = g.story === null ? (g.tall ? 3.4 : 2.8) : 3.8;
    const across = row(shape.direction);
    const attribution = shape.speaker ? 'speaker' : 'from';
    const follow = { slot: 'quote', gap: 2 * u } as const;
    return (
      <Frame
        grid={g}
        ground={colors.background}
        behind={<StoryFoot grid={g} ground={colors.surface} mark={colors.line} />}
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
                width={10 * u}
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
              verticalAlign={g.story === null ? 'middle' : 'top'}
              mark={emphasis(colors)}
              {...(shape.slide
                ? {}
                : {
                    dropCap: {
                      lines: 3,
                      color: emphasis(colors).fill === null ? colors.accent : colors.text,
                    },
                  })}
            />
          </div>,
        ]}
        below={[
          <div style={{ display: 'flex', height: 2.4 * u }} />,
          <div style={{ display: 'flex', flexDirection: across, gap: 2 * u }}>
            <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0 }}>
              <Line
                grid={g}
                name={attribution}
                weight={600}
                color={colors.text}
                size={shape.speaker ? name : name * 0.86}
                lines={shape.speaker ? 1 : 2}
                follows={follow}
              />
              {shape.speaker ? (
                <Line
                  grid={g}
                  name="role"
                  color={colors.muted}
                  size={name * 0.82}
                  follows={{ slot: 'speaker', gap: 0 }}
                />
              ) : null}
            </div>
            {brand.handle === null || g.story !== null ? null : (
              <Line
                grid={g}
                name="handle"
                color={colors.muted}
                size={fold}
                align="end"
                width={26 * u}
                height={lineHeight(g, name)}
                follows={follow}
              />
            )}
          </div>,
        ]}
      />
    );
  },
} as const satisfies Template;
