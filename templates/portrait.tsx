import type { JSX } from 'satori/jsx';
import type { Template, TemplateInput } from '../src/layer/template.ts';
import { mix } from '../src/brand/oklch.ts';
import { Moment, Source, Speaker } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { Area, Frame } from './parts/frame.tsx';
import { grid, type Grid } from './parts/grid.ts';
import { Photo, QuoteMark } from './parts/pictures.tsx';
import { Quote } from './parts/quote.tsx';

export const portrait = {
  name: 'portrait',
  revision: 4,
  idea: 'The speaker’s photo to the card’s edge: beside the words, above them on a tall card, in the corner of a square one.',
  without: 'Without a photo its place is a field of the accent colour with a large pair of marks.',
  uses: ['photo'],
  quotes: 'printed',
  display: 'bricolage',
  draw(input) {
    const { shape, brand, size } = input;
    const whole = grid(size);
    const { colors } = brand;
    const rtl = shape.direction === 'rtl';
    const way = wayOf(whole);
    const place = placeOf(whole, way, rtl);
    const g = wordsBeside(whole, way, place, rtl);
    const { u } = g;
    const across = row(shape.direction);
    const name = { side: 2.8, corner: 3, top: 3.2, foot: 3.8 }[way];
    const ink = { grid: g, shape, ink: colors };
    const beside = way === 'top' || way === 'foot';
    const type = beside ? { size: name } : { size: name * 0.96, alone: true };
    const moment = (
      <Moment
        {...ink}
        {...type}
        handle={brand.handle}
        width={{ side: 19, corner: 22, top: 26, foot: 25 }[way]}
        brief
      />
    );
    const who = [
      <div
        style={{
          display: 'flex',
          width: 7 * u,
          height: 0.6 * u,
          marginBottom: u,
          alignSelf: rtl ? 'flex-end' : 'flex-start',
          background: colors.accent,
        }}
      />,
      <div style={{ display: 'flex', flexDirection: across, gap: 2 * u }}>
        <Speaker {...ink} size={name} wraps />
        {beside ? moment : null}
      </div>,
    ];
    return (
      <Frame
        grid={g}
        ground={colors.background}
        behind={<Face {...input} place={place} />}
        above={[
          way === 'corner' ? (
            <div
              style={{
                display: 'flex',
                flexDirection: 'column',
                justifyContent: 'flex-end',
                height: place.height - g.top,
                width: g.width - place.width - g.left - 4 * u,
                alignSelf: rtl ? 'flex-end' : 'flex-start',
              }}
            >
              {who}
            </div>
          ) : null,
          <div
            style={{
              display: 'flex',
              flexGrow: 1,
              flexBasis: 0,
              padding: `${way === 'corner' ? 4 * u : 0}px 0 ${3 * u}px`,
            }}
          >
            <Quote
              grid={g}
              color={colors.text}
              largest={way === 'side' ? 13 : 15}
              weight={650}
              lineHeight={1.14}
              letterSpacing={-0.018}
              verticalAlign={way === 'side' ? 'top' : 'middle'}
              mark={{ fill: colors.accent, color: colors.onAccent }}
            />
          </div>,
        ]}
        below={
          <div style={{ display: 'flex', flexDirection: 'column', gap: (way === 'foot' ? 2.8 : 2.3) * u }}>
            {way === 'corner' ? null : who}
            <div style={{ display: 'flex', flexDirection: across, gap: 2 * u, alignItems: 'flex-end' }}>
              <Source {...ink} align="start" size={name * 0.96} alone />
              {beside ? null : moment}
            </div>
          </div>
        }
      />
    );
  },
} as const satisfies Template;

/** Where the photo goes: the far side of a wide card, the far corner of a square one, the top of a tall one, a story's foot. */
type Way = 'side' | 'corner' | 'top' | 'foot';

function wayOf({ width, height, tall, story }: Grid): Way {
  if (story !== null) return 'foot';
  if (tall) return 'top';
  return width < height * 1.25 ? 'corner' : 'side';
}

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

function placeOf({ width, height }: Grid, way: Way, rtl: boolean): Place {
  if (way === 'foot') return { left: 0, top: height * 0.67, width, height: height * 0.33 };
  if (way === 'top') return { left: 0, top: 0, width, height: height * 0.44 };
  const side = way === 'side' ? Math.min(width * 0.36, height * 0.8) : width * 0.46;
  return { left: rtl ? 0 : width - side, top: 0, width: side, height: way === 'side' ? height : side };
}

/** The grid of what the photo leaves. */
function wordsBeside(whole: Grid, way: Way, place: Place, rtl: boolean): Grid {
  if (way === 'foot' || way === 'corner') return whole;
  if (way === 'top') return { ...whole, top: place.height + 4.6 * whole.u };
  const gap = place.width + 5 * whole.u;
  return rtl ? { ...whole, left: gap } : { ...whole, right: gap };
}

function Face({ shape, brand, pictures, place }: TemplateInput & { place: Place }): JSX.Element {
  const { accent, onAccent } = brand.colors;
  const { width, height } = place;
  const mark = Math.min(width, height) * 0.56;
  return (
    <Area {...place} color={accent}>
      {pictures.photo !== null && shape.speaker ? (
        <Photo picture={pictures.photo} photo={brand.photo} width={width} height={height} />
      ) : (
        <Area left={(width - mark) / 2} top={(height - mark * 0.76) / 2} width={mark} height={mark}>
          <QuoteMark width={mark} color={mix(accent, onAccent, 0.85)} />
        </Area>
      )}
    </Area>
  );
}
