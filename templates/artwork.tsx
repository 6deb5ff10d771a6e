import type { Template } from '../src/layer/template.ts';
import { Credits, Moment, Source, Speaker } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { emphasis } from './parts/emphasis.ts';
import { Area, Frame } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Logo, Photo, QuoteMark } from './parts/pictures.tsx';
import { Quote } from './parts/quote.tsx';

export const artwork = {
  name: 'artwork',
  revision: 4,
  idea: 'The show’s cover, and a card in the cover’s own colours.',
  without:
    'Without a cover a pair of marks stands in its place and the colours are the brand’s, dark on light reversed.',
  uses: ['cover', 'art', 'logo'],
  quotes: 'printed',
  display: 'bricolage',
  draw({ shape, brand, size, pictures, art }) {
    const g = grid(size);
    const { u, story } = g;
    const colors = art ?? brand.colors;
    const across = row(shape.direction);
    const beside = g.width > g.height * 1.3;
    const side = (story === null ? (beside ? 27 : g.tall ? 32 : 26) : 52) * u;
    const radius = brand.corner * side * 0.16;
    const centred = { x: 0.5, y: 0.5 };
    const hasMoment = shape.time || shape.slide || shape.speaker || brand.handle !== null;
    const cover = (
      <Area
        left={story === null ? 0 : g.left}
        top={story === null ? 0 : g.height * 0.67}
        width={side}
        height={side}
        radius={radius}
        {...(pictures.cover === null ? { color: colors.accent } : {})}
      >
        {pictures.cover === null ? (
          <Area left={side * 0.24} top={side * 0.3} width={side} height={side}>
            <QuoteMark width={side * 0.52} color={colors.onAccent} />
          </Area>
        ) : (
          <Photo
            picture={pictures.cover}
            photo={{ style: 'color', focus: centred }}
            width={side}
            height={side}
          />
        )}
      </Area>
    );
    return (
      <Frame
        grid={g}
        ground={colors.background}
        behind={story === null ? null : cover}
        above={
          <div
            style={{
              display: 'flex',
              flexDirection: beside ? across : 'column',
              flexGrow: 1,
              flexBasis: 0,
              gap: (beside ? 4 : 2.6) * u,
              paddingBottom: (beside ? 2.6 : 3.6) * u,
            }}
          >
            <div style={{ display: 'flex', flexDirection: across, justifyContent: 'space-between' }}>
              {story === null ? (
                <div style={{ display: 'flex', position: 'relative', width: side, height: side }}>
                  {cover}
                </div>
              ) : null}
              {beside ? null : (
                <Moment
                  grid={g}
                  shape={shape}
                  ink={colors}
                  handle={brand.handle}
                  align={story === null ? 'end' : 'start'}
                />
              )}
            </div>
            <div
              style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0, gap: 1.6 * u }}
            >
              <Quote
                grid={g}
                color={colors.text}
                largest={15}
                weight={600}
                lineHeight={1.14}
                letterSpacing={-0.018}
                verticalAlign={story !== null ? 'top' : beside ? 'middle' : 'bottom'}
                {...(beside ? { hangRoom: 2 * u } : {})}
                mark={emphasis(colors)}
              />
            </div>
          </div>
        }
        below={
          beside ? (
            // In the columns of what is above: the name under the cover, the source under the words.
            <div style={{ display: 'flex', flexDirection: across, gap: 2.4 * u, minHeight: 7.8 * u }}>
              <div
                style={{
                  display: 'flex',
                  ...(shape.speaker ? { width: side + 1.6 * u } : { flexGrow: 1, flexBasis: 0 }),
                }}
              >
                <Speaker grid={g} shape={shape} ink={colors} wraps />
              </div>
              <Source grid={g} shape={shape} ink={colors} align="start" />
              {hasMoment ? (
                <Moment
                  grid={g}
                  shape={shape}
                  ink={colors}
                  handle={brand.handle}
                  width={brand.handle === null && !shape.slide ? 20 : 16}
                  size={2.7}
                  brief
                />
              ) : null}
              {pictures.logo === null ? null : (
                <Logo picture={pictures.logo} height={6.2 * u} ground={brand.colors.background} />
              )}
            </div>
          ) : (
            <Credits
              grid={g}
              shape={shape}
              ink={colors}
              brand={brand}
              logo={pictures.logo}
              logoGround={brand.colors.background}
            />
          )
        }
      />
    );
  },
} as const satisfies Template;
