import type { JSX, JSXNode } from 'satori/jsx';
import { contrast, readable } from '../src/brand/contrast.ts';
import type { Brand, DrawnColors } from '../src/brand/model.ts';
import { mix } from '../src/brand/oklch.ts';
import type { Template, TemplateInput } from '../src/layer/template.ts';
import { Slot } from '../src/layer/slot.tsx';
import type { ClipTemplateName } from './clip-names.ts';
import { SECOND, Speaker } from './parts/credits.tsx';
import { row } from './parts/direction.ts';
import { onPaper } from './parts/emphasis.ts';
import { Frame, StoryFoot } from './parts/frame.tsx';
import { type Grid, grid } from './parts/grid.ts';
import { Line, lineHeight } from './parts/line.tsx';
import { Photo } from './parts/pictures.tsx';
import { Quote } from './parts/quote.tsx';

/** What tells one look of a clip from another. */
interface Paint {
  ground: string;
  /** Words, and small words. */
  text: string;
  muted: string;
  /** The wave and the bar where they were played, and where not yet. */
  played: string;
  rest: string;
  /** The word being spoken. */
  mark: { fill: string; color: string };
  /** The field in the lower part of a story, and the marks on it; `null` for none. */
  foot: { ground: string; mark: string } | null;
}

/** WCAG 2.2, 1.4.11: the least contrast of what is no text. */
const SEEN = 3;

const paints = {
  classic: ({ colors }: Brand): Paint => {
    const { accent, onAccent, background, text } = colors;
    // A pale accent would be lost on pale paper, with the word it is to show: there the words' colour marks it.
    const isSeen = contrast(accent, background) >= SEEN;
    return {
      ground: background,
      text,
      muted: colors.muted,
      played: isSeen ? accent : text,
      rest: colors.line,
      mark: isSeen ? { fill: accent, color: onAccent } : { fill: text, color: readable(accent, text) },
      foot: { ground: accent, mark: onAccent },
    };
  },
  bold: ({ colors }: Brand): Paint => {
    const { accent, onAccent } = colors;
    const paper = onPaper(colors);
    return {
      ground: accent,
      text: onAccent,
      muted: readable(mix(accent, onAccent, 0.78), accent),
      played: onAccent,
      rest: mix(accent, onAccent, 0.26),
      mark:
        contrast(paper.fill, accent) >= SEEN ? paper : { fill: onAccent, color: readable(accent, onAccent) },
      foot: { ground: onAccent, mark: accent },
    };
  },
  waveform: ({ colors }: Brand): Paint => night(colors.text, colors.background, colors),
  artwork: ({ colors }: Brand, art: DrawnColors | null): Paint => {
    const { accent } = art ?? colors;
    // A veil, so that it is seen on whatever the cover shows.
    return { ...night('#0b0c0e', '#ffffff', { accent }), rest: '#ffffff4d', foot: null };
  },
} as const satisfies Record<ClipTemplateName, (brand: Brand, art: DrawnColors | null) => Paint>;

/** Light words on a dark ground. */
function night(ground: string, words: string, { accent }: Pick<DrawnColors, 'accent'>): Paint {
  const text = readable(words, ground, 7);
  const played = readable(accent, ground, SEEN);
  return {
    ground,
    text,
    muted: readable(mix(ground, text, 0.72), ground),
    played,
    rest: mix(ground, text, 0.3),
    mark: { fill: played, color: readable(ground, played) },
    foot: { ground: mix(ground, text, 0.1), mark: played },
  };
}

/**
 * The cover from edge to edge, so dark that white words can be read on whatever it shows. It is placed by hand, larger than the
 * picture, since cropping takes a mask and a picture's memory more.
 */
function Backdrop({
  size,
  pictures: { cover },
}: Pick<TemplateInput, 'size' | 'pictures'>): JSX.Element | null {
  if (cover === null) return null;
  const scale = Math.max(size.width / cover.width, size.height / cover.height);
  const [width, height] = [cover.width * scale, cover.height * scale];
  const [left, top] = [(size.width - width) / 2, (size.height - height) / 2];
  return (
    <div style={{ display: 'flex', position: 'absolute', left: 0, top: 0, ...size }}>
      <img src={cover.src} width={width} height={height} style={{ position: 'absolute', left, top }} />
      <div style={{ position: 'absolute', left: 0, top: 0, ...size, background: '#0b0c0ec0' }} />
    </div>
  );
}

interface RowProps {
  g: Grid;
  paint: Paint;
  input: TemplateInput;
  /** Size of its words, in units of the grid. */
  type: number;
}

/** The source: cover, show and episode. */
function Top({ g, paint, input, type }: RowProps): JSX.Element {
  const { shape, pictures } = input;
  const side = type * 3.4 * g.u;
  // Words that begin on the right do so where those below must, beside the buttons of apps.
  const aside = shape.direction === 'rtl' ? (g.story?.aside ?? 0) : 0;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: row(shape.direction),
        alignItems: 'center',
        gap: 2.4 * g.u,
        paddingRight: aside,
      }}
    >
      {pictures.cover === null ? null : (
        <Photo
          picture={pictures.cover}
          photo={{ style: 'color', focus: { x: 0.5, y: 0.5 } }}
          width={side}
          height={side}
          radius={side * 0.12}
        />
      )}
      <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0 }}>
        <Line grid={g} name="show" weight={600} color={paint.text} size={type} />
        <Line grid={g} name="episode" color={paint.muted} size={type * 0.84} />
      </div>
    </div>
  );
}

/** Who speaks, and when in the episode. */
function Bottom({ g, paint, input, type }: RowProps): JSX.Element {
  const { shape, pictures, brand } = input;
  const side = type * 3.4 * g.u;
  // On the lines of name and role.
  const moment = { grid: g, align: 'end', width: (g.story === null ? 6.4 : 4) * type * g.u } as const;
  return (
    <div style={{ display: 'flex', flexDirection: row(shape.direction), alignItems: 'center', gap: 2 * g.u }}>
      {pictures.photo === null || !shape.speaker ? null : (
        <Photo picture={pictures.photo} photo={brand.photo} width={side} height={side} radius={side / 2} />
      )}
      <Speaker grid={g} shape={shape} ink={paint} size={type} />
      {shape.time ? (
        <div style={{ display: 'flex', flexDirection: 'column', flexShrink: 0 }}>
          <Line {...moment} name="time" weight={600} color={paint.text} size={type} />
          {g.story === null ? (
            <Line {...moment} name="date" color={paint.muted} size={type * SECOND} />
          ) : (
            <div style={{ display: 'flex', height: lineHeight(g, type * SECOND) }} />
          )}
        </div>
      ) : null}
    </div>
  );
}

function draw(input: TemplateInput, paint: Paint, backdrop: JSXNode): JSX.Element {
  const g = grid(input.size);
  const { u, story } = g;
  const type = story === null ? (g.tall ? 3 : 2.6) : 3.6;
  const rows = { g, paint, input, type };
  return (
    <Frame
      grid={g}
      ground={paint.ground}
      behind={backdrop ?? (paint.foot === null ? null : <StoryFoot grid={g} {...paint.foot} />)}
      above={[
        <Top {...rows} />,
        <div style={{ display: 'flex', flexGrow: 1, flexBasis: 0, padding: `${1.5 * u}px 0` }}>
          <Quote
            grid={g}
            color={paint.text}
            largest={g.width > g.height ? 7.6 : 9.4}
            weight={700}
            lineHeight={1.24}
            letterSpacing={-0.02}
            align="center"
            verticalAlign="middle"
            hang={0}
            mark={paint.mark}
          />
        </div>,
      ]}
      below={
        <div style={{ display: 'flex', flexDirection: 'column', gap: (story === null ? 2.6 : 3.4) * u }}>
          <Slot
            name="track"
            font="body"
            weight={400}
            color={paint.played}
            minSize={1}
            maxSize={1}
            lineHeight={1}
            align="start"
            verticalAlign="bottom"
            overflow="ellipsis"
            lineFill={{ color: paint.rest, paddingX: 0, paddingY: 0, radius: 0 }}
            height={(story === null ? (g.tall ? 11 : 8) : 13) * u}
          />
          <Bottom {...rows} />
        </div>
      }
    />
  );
}

function look(name: ClipTemplateName, idea: string, uses: Template['uses']): Template {
  return {
    name: `clip-${name}`,
    revision: 5,
    idea,
    without: 'Without a cover the source begins at the margin; without a speaker it is not named twice.',
    uses,
    quotes: 'drawn',
    display: 'inter',
    draw: (input) =>
      draw(
        input,
        paints[name](input.brand, input.art),
        name === 'artwork' ? <Backdrop size={input.size} pictures={input.pictures} /> : null,
      ),
  };
}

/**
 * What stands still behind a clip's captions. These are no cards' templates: the quote slot takes a caption at a time, and
 * `track` the waveform and the progress.
 */
export const clipTemplates: Readonly<Record<ClipTemplateName, Template>> = {
  classic: look(
    'classic',
    'Large captions on the brand’s ground over a wave, the source above, the speaker below.',
    ['photo', 'cover'],
  ),
  bold: look('bold', 'The same on the accent colour from edge to edge.', ['photo', 'cover']),
  artwork: look('artwork', 'The show’s cover, darkened, fills the picture behind white captions.', [
    'photo',
    'cover',
    'art',
  ]),
  waveform: look('waveform', 'The same at night: light captions on the colour of the brand’s words.', [
    'photo',
    'cover',
  ]),
};
