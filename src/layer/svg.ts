import type { GlyphOutline, PlacedFill, PlacedGlyph, PlacedText, TextEngine } from '../text/model.ts';
import type { Layer } from './model.ts';

/** An outline written once, under an ID of the card's own. */
interface Outline {
  id: string;
  d: string;
}

/**
 * A whole card as a self-contained SVG: the layer's picture and the words as outlines, so that it looks the same where no
 * font is installed. Equal cards give equal bytes.
 * @param title read out in place of the picture
 */
export function cardSvg(
  layer: Layer,
  texts: readonly PlacedText[],
  engine: Pick<TextEngine, 'outline' | 'emojiSvg'>,
  title: string,
): string {
  const width = layer.width / layer.dpr;
  const height = layer.height / layer.dpr;
  const outlines = new Map<string, Outline>();
  const words = texts.map((text) => textMarkup(text, engine, outlines)).join('');
  const defs = [...outlines.values()].map(({ id, d }) => `<path id="${id}" d="${d}"/>`).join('');
  const picture = layer.svg.slice(layer.svg.indexOf('>') + 1, layer.svg.lastIndexOf('</svg>'));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" ` +
    `viewBox="0 0 ${number(width)} ${number(height)}" role="img"><title>${escape(title)}</title>` +
    `${picture}<defs>${defs}</defs>${words}</svg>`
  );
}

function textMarkup(
  { fills, glyphs, emoji }: PlacedText,
  engine: Pick<TextEngine, 'outline' | 'emojiSvg'>,
  outlines: Map<string, Outline>,
): string {
  const pictures = emoji.map(({ emoji: key, x, y, width, height }) => {
    const source = `data:image/svg+xml,${encodeURIComponent(engine.emojiSvg(key))}`;
    const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
    return `<image ${box} href="${source}"/>`;
  });
  return `${fills.map(fillMarkup).join('')}${glyphs.map((glyph) => glyphMarkup(glyph, engine, outlines)).join('')}${pictures.join('')}`;
}

function fillMarkup({ x, y, width, height, radius, color }: PlacedFill): string {
  const round = radius > 0 ? ` rx="${number(radius)}"` : '';
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"${round} ${paint(color)}/>`;
}

/** A glyph's outline is written once and used wherever the glyph stands. */
function glyphMarkup(
  { font, glyph, x, y, size, color }: PlacedGlyph,
  engine: Pick<TextEngine, 'outline'>,
  outlines: Map<string, Outline>,
): string {
  const key = `${font}-${glyph}`;
  const outline = engine.outline(font, glyph);
  if (outline.commands.length === 0) return '';
  // Fonts are numbered in the order a process opens them: IDs count the card's own outlines instead.
  const { id } = outlines.get(key) ?? { id: `g${outlines.size}` };
  if (!outlines.has(key)) outlines.set(key, { id, d: pathData(outline) });
  const scale = number(size / outline.unitsPerEm, 6);
  return `<use href="#${id}" transform="translate(${number(x)} ${number(y)}) scale(${scale} -${scale})" ${paint(color)}/>`;
}

const COMMANDS = [
  { letter: 'M', numbers: 2 },
  { letter: 'L', numbers: 2 },
  { letter: 'Q', numbers: 4 },
  { letter: 'C', numbers: 6 },
  { letter: 'Z', numbers: 0 },
] as const;

/** An outline as SVG path data, in font units. */
export function pathData({ commands }: GlyphOutline): string {
  let d = '';
  for (let i = 0; i < commands.length;) {
    const command = COMMANDS[commands[i++] ?? 0];
    if (command === undefined) throw new RangeError('Expected an outline command from 0 to 4.');
    d +=
      command.letter +
      Array.from(commands.subarray(i, i + command.numbers), (value) => number(value)).join(' ');
    i += command.numbers;
  }
  return d;
}

/** `#rrggbbaa` is split, as not every reader of SVG takes the alpha in a colour. */
function paint(color: string): string {
  const alpha =
    color.length === 9 ? ` fill-opacity="${number(Number.parseInt(color.slice(7), 16) / 255)}"` : '';
  return `fill="${color.slice(0, 7)}"${alpha}`;
}

function number(value: number, digits = 3): string {
  return String(Number(value.toFixed(digits)));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
