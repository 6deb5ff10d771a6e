import type { JSX } from 'satori/jsx';
import { readable } from '../src/brand/contrast.ts';
import { mix } from '../src/brand/oklch.ts';
import type { Direction, Size } from '../src/layer/model.ts';
import type { Template } from '../src/layer/template.ts';
import { Source, Speaker } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { Area, Frame } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Line } from './parts/line.tsx';
import { Quote } from './parts/quote.tsx';

export const waveform = {
  name: 'waveform',
  revision: 4,
  idea: 'A soundbite in a player: the words over a play button and a wave, dark where other cards are light.',
  without: 'Without a time the wave takes the whole width. The wave is an ornament, not the recording’s.',
  uses: [],
  quotes: 'printed',
  display: 'inter',
  draw({ shape, brand, size }) {
    const g = grid(size);
    const { u, story } = g;
    const { colors } = brand;
    const ground = colors.text;
    const text = readable(colors.background, ground, 7);
    const ink = { text, muted: readable(mix(ground, text, 0.62), ground) };
    const name = story === null ? (g.tall ? 3.2 : 2.7) : 3.6;
    const accent = readable(colors.accent, ground, 3);
    const bars = { played: accent, rest: mix(ground, text, 0.3), direction: shape.direction };
    const waveWidth = g.width - g.left - g.right - 9.2 * u - (shape.time ? (TIME + 2.2) * u : 0);
    return (
      <Frame
        grid={g}
        ground={ground}
        behind={story === null ? null : <StoryWave size={size} {...bars} rest={mix(ground, text, 0.14)} />}
        above={
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, paddingBottom: 3 * u }}>
            <Quote
              grid={g}
              color={text}
              largest={17}
              weight={600}
              lineHeight={1.18}
              letterSpacing={-0.024}
              verticalAlign={story === null && g.tall ? 'bottom' : 'top'}
              mark={{ fill: accent, color: readable(ground, accent) }}
            />
          </div>
        }
        below={
          <div style={{ display: 'flex', flexDirection: 'column', gap: 2.6 * u }}>
            <div
              style={{
                display: 'flex',
                flexDirection: row(shape.direction),
                alignItems: 'center',
                gap: 2.2 * u,
              }}
            >
              <Play width={7 * u} ground={accent} sign={readable(ground, accent)} />
              {shape.time ? (
                <Line
                  grid={g}
                  name="time"
                  weight={600}
                  color={text}
                  size={name * 0.9}
                  align={story === null ? 'center' : 'start'}
                  width={(story === null ? TIME : 2 * TIME) * u}
                />
              ) : null}
              {story === null ? <Wave width={waveWidth} height={6.4 * u} step={1.25 * u} {...bars} /> : null}
            </div>
            <div
              style={{
                display: 'flex',
                flexDirection: story === null ? row(shape.direction) : 'column',
                gap: 2 * u,
              }}
            >
              <Speaker grid={g} shape={shape} ink={ink} size={name} wraps={story === null} />
              <Source grid={g} shape={shape} ink={ink} size={name} align={story === null ? 'end' : 'start'} />
              {shape.slide ? (
                <Line
                  grid={g}
                  name="slide"
                  weight={600}
                  color={text}
                  size={name * 0.82}
                  align={story === null ? 'end' : 'start'}
                  width={TIME * u}
                />
              ) : null}
            </div>
          </div>
        }
      />
    );
  },
} as const satisfies Template;

/** Width of the time, in hundredths of the width read at. */
const TIME = 9.6;
/** Share of the wave in the accent colour. */
const PLAYED = 0.34;

/** Heights of the bars in hundredths: syllables within phrases. A table, since sines differ in their last digit by engine. */
const HEIGHTS = [
  23, 31, 45, 43, 94, 72, 59, 60, 34, 49, 68, 30, 49, 33, 21, 31, 48, 48, 92, 62, 56, 43, 40, 66, 79, 28, 55,
  32, 16, 37, 45, 50, 83, 49, 46, 46, 41, 81, 84, 34, 54, 28, 23, 37, 38, 48, 68, 38, 33, 61, 37, 91, 82, 41,
  47, 31, 34, 52, 29, 41, 50,
];

function Play({ width, ground, sign }: { width: number; ground: string; sign: string }): JSX.Element {
  return (
    <svg width={width} height={width} viewBox="0 0 100 100" style={{ flexShrink: 0 }}>
      <circle cx="50" cy="50" r="50" fill={ground} />
      <path d="M40 29c0-3 3-5 6-3l28 20c3 2 3 6 0 8L46 74c-3 2-6 0-6-3Z" fill={sign} />
    </svg>
  );
}

/** Bars of speech-like height, the same on every card. Lengths in pixels. */
function Wave({
  width,
  height,
  step: about,
  played,
  rest,
  direction,
}: {
  width: number;
  height: number;
  /** From one bar to the next, about. */
  step: number;
  played: string;
  rest: string;
  direction: Direction;
}): JSX.Element {
  const count = Math.max(1, Math.floor(width / about));
  // From edge to edge.
  const step = width / (count - 0.5);
  const bars = Array.from({ length: count }, (_, index) => {
    const tall = ((HEIGHTS[index % HEIGHTS.length] ?? 0) / 100) * height;
    const x = direction === 'rtl' ? width - (index + 0.5) * step : index * step;
    const fill = index < count * PLAYED ? played : rest;
    return (
      <rect x={x} y={(height - tall) / 2} width={step * 0.5} height={tall} rx={step * 0.25} fill={fill} />
    );
  });
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} style={{ flexShrink: 0 }}>
      {bars}
    </svg>
  );
}

/** The wave of a story: large, from edge to edge, in the part that has no room for words. */
function StoryWave({
  size,
  ...colors
}: {
  size: Size;
  played: string;
  rest: string;
  direction: Direction;
}): JSX.Element {
  const height = 0.2 * size.height;
  const step = size.width / 20;
  return (
    <Area left={-step * 0.25} top={0.72 * size.height} width={size.width + step} height={height}>
      <Wave width={size.width + step} height={height} step={step} {...colors} />
    </Area>
  );
}
