import { Slot } from '../src/layer/slot.tsx';
import type { Template } from '../src/layer/template.ts';
import { Source, Speaker } from './parts/credits.tsx';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Line } from './parts/line.tsx';
import { Photo, QuoteMark } from './parts/pictures.tsx';
import { row } from './parts/direction.ts';

export const classic = {
  name: 'classic',
  revision: 1,
  idea: 'The words and who said them, on the brand’s paper.',
  without:
    'Without a portrait the name moves to the edge; without a speaker the episode and its participants stand there.',
  uses: ['photo', 'logo'],
  display: 'source-serif',
  draw({ shape, brand, size, pictures }) {
    const g = grid(size);
    const { u } = g;
    const { colors } = brand;
    const across = row(shape.direction);
    const face = shape.speaker ? pictures.photo : null;
    const disc = (g.story === null ? (g.tall ? 9 : 7.4) : 12) * u;
    const credit = g.story === null ? (g.tall ? 3 : 2.5) : 3.8;
    const small = g.story === null ? 2 : 2.6;
    const share = g.story === null ? { flexGrow: 1, flexBasis: 0 } : {};
    return (
      <Frame
        grid={g}
        ground={colors.background}
        behind={g.story === null ? null : <StoryFoot grid={g} colors={colors} />}
        above={[
          <div
            style={{
              display: 'flex',
              flexDirection: across,
              justifyContent: 'space-between',
              height: 6.4 * u,
            }}
          >
            <QuoteMark width={6.8 * u} color={colors.accent} />
            <div style={{ display: 'flex', flexDirection: 'column' }}>
              {shape.time ? (
                <Line
                  grid={g}
                  name="time"
                  weight={600}
                  color={colors.text}
                  size={small}
                  align="end"
                  width={30 * u}
                />
              ) : null}
              {shape.slide ? (
                <Line grid={g} name="slide" color={colors.muted} size={small} align="end" width={30 * u} />
              ) : shape.speaker ? (
                <Line grid={g} name="date" color={colors.muted} size={small} align="end" width={30 * u} />
              ) : null}
            </div>
          </div>,
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, padding: `${1.6 * u}px 0 ${4 * u}px` }}>
            <Slot
              name="quote"
              font="display"
              weight={600}
              color={colors.text}
              minSize={g.smallest}
              maxSize={12 * u}
              lineHeight={1.16}
              letterSpacing={-0.012}
              align="start"
              verticalAlign="top"
              overflow="split"
              balance
              hang={0.5}
              mark={{ fill: colors.accent, color: colors.onAccent }}
              grow={1}
            />
          </div>,
        ]}
        below={
          <div style={{ display: 'flex', flexDirection: g.story === null ? across : 'column', gap: 2.4 * u }}>
            <div style={{ display: 'flex', flexDirection: across, gap: 2 * u, height: disc, ...share }}>
              {face === null ? null : (
                <Photo picture={face} photo={brand.photo} width={disc} height={disc} radius={disc / 2} />
              )}
              <Speaker grid={g} shape={shape} ink={colors} size={credit} />
            </div>
            <div style={{ display: 'flex', height: disc, ...share }}>
              <Source
                grid={g}
                shape={shape}
                ink={colors}
                size={credit}
                align={g.story === null ? 'end' : 'start'}
              />
            </div>
          </div>
        }
      />
    );
  },
} as const satisfies Template;
