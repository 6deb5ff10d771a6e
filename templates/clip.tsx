import type { Template } from '../src/layer/template.ts';
import { Slot } from '../src/layer/slot.tsx';
import { Speaker } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Line } from './parts/line.tsx';
import { Photo } from './parts/pictures.tsx';
import { Quote } from './parts/quote.tsx';

/**
 * What stands still behind a clip's captions. It is no card's template: its quote slot takes a caption at a time, and its
 * `track` the waveform and the progress.
 */
export const clipTemplate = {
  name: 'clip',
  revision: 1,
  idea: 'Large captions over a progress bar, the source above, the speaker below.',
  without: 'Without a cover the source begins at the margin; without a speaker it is not named twice.',
  uses: ['photo', 'cover'],
  quotes: 'drawn',
  display: 'inter',
  draw({ shape, brand, size, pictures }) {
    const g = grid(size);
    const { u, story, tall } = g;
    const { colors } = brand;
    const across = row(shape.direction);
    const type = story === null ? (tall ? 3 : 2.6) : 3.6;
    const disc = type * 3.4 * u;
    return (
      <Frame
        grid={g}
        ground={colors.background}
        behind={<StoryFoot grid={g} ground={colors.accent} mark={colors.onAccent} />}
        above={[
          <div style={{ display: 'flex', flexDirection: across, alignItems: 'center', gap: 2.4 * u }}>
            {pictures.cover === null ? null : (
              <Photo
                picture={pictures.cover}
                photo={{ style: 'color', focus: { x: 0.5, y: 0.5 } }}
                width={disc}
                height={disc}
                radius={disc * 0.12}
              />
            )}
            <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0 }}>
              <Line grid={g} name="show" weight={600} color={colors.text} size={type} />
              <Line grid={g} name="episode" color={colors.muted} size={type * 0.84} />
            </div>
          </div>,
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, padding: `${1.5 * u}px 0` }}>
            <Quote
              grid={g}
              color={colors.text}
              largest={story === null ? 7.4 : 8.6}
              weight={700}
              lineHeight={1.24}
              letterSpacing={-0.02}
              align="center"
              verticalAlign="middle"
              hang={0}
              mark={{ fill: colors.accent, color: colors.onAccent }}
            />
          </div>,
        ]}
        below={
          <div style={{ display: 'flex', flexDirection: 'column', gap: 2.4 * u }}>
            <Slot
              name="track"
              font="body"
              weight={400}
              color={colors.accent}
              minSize={1}
              maxSize={1}
              lineHeight={1}
              align="start"
              verticalAlign="bottom"
              overflow="ellipsis"
              lineFill={{ color: colors.line, paddingX: 0, paddingY: 0, radius: 0 }}
              height={8 * u}
            />
            <div style={{ display: 'flex', flexDirection: across, alignItems: 'center', gap: 2 * u }}>
              {pictures.photo === null || !shape.speaker ? null : (
                <Photo
                  picture={pictures.photo}
                  photo={brand.photo}
                  width={disc}
                  height={disc}
                  radius={disc / 2}
                />
              )}
              <Speaker grid={g} shape={shape} ink={colors} size={type} />
              {shape.time ? (
                <Line
                  grid={g}
                  name="time"
                  weight={600}
                  color={colors.text}
                  size={type}
                  align="end"
                  width={4.4 * type * u}
                />
              ) : null}
            </div>
          </div>
        }
      />
    );
  },
} as const satisfies Template;
