import type { Template } from '../src/layer/template.ts';
import { Credits, Foot, Moment } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { emphasis } from './parts/emphasis.ts';
import { Area, Frame } from './parts/frame.tsx';
import { grid } from './parts/grid.ts';
import { Photo, QuoteMark } from './parts/pictures.tsx';
import { Quote } from './parts/quote.tsx';

export const artwork = {
  name: 'artwork',
  revision: 2,
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
    // A logo is made for its brand's ground, not for the cover's.
    const logo = { logo: pictures.logo, logoGround: brand.colors.background };
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
                hang={0.3}
                mark={emphasis(colors)}
              />
            </div>
          </div>
        }
        below={
          beside ? (
            <Foot grid={g} shape={shape} ink={colors} handle={brand.handle} {...logo} />
          ) : (
            <Credits grid={g} shape={shape} ink={colors} {...logo} />
          )
        }
      />
    );
  },
} as const satisfies Template;
