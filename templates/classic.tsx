import { Slot } from '../src/layer/slot.tsx';
import type { Template } from '../src/layer/template.ts';
import { grid } from './parts/grid.ts';
import { QuoteMark } from './parts/mark.tsx';

export const classic = {
  name: 'classic',
  revision: 1,
  idea: 'The words and who said them, on the brand’s paper.',
  without:
    'Without a portrait the names move to the edge; without a speaker the episode and its participants stand there.',
  uses: ['photo'],
  draw({ shape, brand, size, pictures }) {
    const { colors, photo } = brand;
    const g = grid(size);
    const { u } = g;
    const face = pictures.photo;
    const small = Math.max(g.smallest * 0.72, u * 1.9);
    return (
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          boxSizing: 'border-box',
          width: '100%',
          height: '100%',
          background: colors.background,
          padding: `${g.top}px ${g.right}px ${g.bottom}px ${g.left}px`,
        }}
      >
        <div
          style={{
            display: 'flex',
            justifyContent: 'space-between',
            alignItems: 'flex-start',
            height: 5.6 * u,
          }}
        >
          <QuoteMark width={6.4 * u} color={colors.accent} />
          {shape.time ? (
            <Slot
              name="time"
              font="body"
              weight={600}
              color={colors.text}
              minSize={small}
              maxSize={small}
              lineHeight={1.2}
              align="end"
              verticalAlign="top"
              overflow="ellipsis"
              maxLines={1}
              width={20 * u}
              height={3 * u}
            />
          ) : null}
        </div>
        <div
          style={{
            display: 'flex',
            flexGrow: 1,
            boxSizing: 'border-box',
            padding: `${1.6 * u}px 0 ${3 * u}px`,
          }}
        >
          <Slot
            name="quote"
            font="display"
            weight={600}
            color={colors.text}
            minSize={g.smallest}
            maxSize={8.6 * u}
            lineHeight={1.16}
            align="start"
            verticalAlign="top"
            overflow="split"
            balance
            hang={0.5}
            letterSpacing={-0.012}
            mark={{ fill: colors.accent, color: colors.onAccent }}
            grow={1}
          />
        </div>
        <div style={{ display: 'flex', alignItems: 'center', gap: 2 * u, height: 7.2 * u }}>
          {face === null || !shape.speaker ? null : (
            <img
              src={face.src}
              width={7.2 * u}
              height={7.2 * u}
              style={{
                borderRadius: 3.6 * u,
                objectFit: 'cover',
                objectPosition: `${photo.focus.x * 100}% ${photo.focus.y * 100}%`,
              }}
            />
          )}
          <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0, gap: 0.4 * u }}>
            <Slot
              name={shape.speaker ? 'speaker' : 'from'}
              font="body"
              weight={600}
              color={colors.text}
              minSize={small}
              maxSize={2.5 * u}
              lineHeight={1.25}
              maxLines={1}
              align="start"
              verticalAlign="bottom"
              overflow="ellipsis"
              height={3.4 * u}
            />
            <Slot
              name="role"
              font="body"
              weight={400}
              color={colors.muted}
              minSize={small}
              maxSize={2 * u}
              lineHeight={1.25}
              maxLines={1}
              align="start"
              verticalAlign="top"
              overflow="ellipsis"
              height={3 * u}
            />
          </div>
          <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0, gap: 0.4 * u }}>
            <Slot
              name="show"
              font="body"
              weight={600}
              color={colors.text}
              minSize={small}
              maxSize={2 * u}
              lineHeight={1.25}
              maxLines={1}
              align="end"
              verticalAlign="bottom"
              overflow="ellipsis"
              height={3.4 * u}
            />
            <Slot
              name="episode"
              font="body"
              weight={400}
              color={colors.muted}
              minSize={small}
              maxSize={2 * u}
              lineHeight={1.25}
              maxLines={1}
              align="end"
              verticalAlign="top"
              overflow="ellipsis"
              height={3 * u}
            />
          </div>
        </div>
      </div>
    );
  },
} as const satisfies Template;
