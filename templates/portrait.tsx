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
  revision: 2,
  idea: 'The speaker’s photo from edge to edge beside the words, above them on a tall card.',
  without: 'Without a photo its place is a field of the accent colour with a large pair of marks.',
  uses: ['photo'],
  quotes: 'printed',
  display: 'bricolage',
  draw(input) {
    const { shape, brand, size } = input;
    const whole = grid(size);
    const { colors } = brand;
    const place = placeOf(whole, shape.direction === 'rtl');
    const g = wordsBeside(whole, place, shape.direction === 'rtl');
    const { u, story } = g;
    const beside = story === null && !g.tall;
    const name = story === null ? 2.7 : 3.8;
    const aside = story !== null ? 19 : beside ? 15 : 26;
    return (
      <Frame
        grid={g}
        ground={colors.background}
        behind={<Face {...input} place={place} />}
        above={
          <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, paddingBottom: 3 * u }}>
            <Quote
              grid={g}
              color={colors.text}
              largest={beside ? 13 : 15}
              weight={650}
              lineHeight={1.14}
              letterSpacing={-0.018}
              verticalAlign={beside ? 'top' : 'middle'}
              mark={{ fill: colors.accent, color: colors.onAccent }}
            />
          </div>
        }
        below={
          <div style={{ display: 'flex', flexDirection: 'column', gap: u }}>
            <div style={{ display: 'flex', width: 7 * u, height: 0.6 * u, background: colors.accent }} />
            <div style={{ display: 'flex', flexDirection: row(shape.direction), gap: 2 * u }}>
              <Speaker grid={g} shape={shape} ink={colors} size={name} />
              {beside ? null : (
                <Moment grid={g} shape={shape} ink={colors} handle={brand.handle} width={aside} />
              )}
            </div>
            <div style={{ display: 'flex', flexDirection: row(shape.direction), gap: 2 * u }}>
              <Source grid={g} shape={shape} ink={colors} align="start" size={story === null ? 2.5 : 3.25} />
              {beside ? (
                <Moment grid={g} shape={shape} ink={colors} handle={brand.handle} width={aside} />
              ) : null}
            </div>
          </div>
        }
      />
    );
  },
} as const satisfies Template;

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the photo goes: the far side of a wide card, the top of a tall one, the clear foot of a story. */
function placeOf({ width, height, tall, story }: Grid, rtl: boolean): Place {
  if (story !== null) return { left: 0, top: height * 0.67, width, height: height * 0.33 };
  if (tall) return { left: 0, top: 0, width, height: height * 0.42 };
  const side = Math.min(width * 0.36, height * 0.8);
  return { left: rtl ? 0 : width - side, top: 0, width: side, height };
}

/** The grid of what the photo leaves. */
function wordsBeside(whole: Grid, place: Place, rtl: boolean): Grid {
  if (whole.story !== null) return whole;
  if (whole.tall) return { ...whole, top: place.height + 4.6 * whole.u };
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
