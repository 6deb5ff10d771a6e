/** A text shaped and cut into segments, the units lines are made of. All lengths are em, so that fitting is arithmetic. */
import { leastLineHeight } from '../../fonts/registry.ts';
import { hangAtEnd, hangAtStart } from './hang.ts';
import { emojiOf, fontsOf, type Item } from './itemize.ts';
import { mustBreak } from './linebreak.ts';
import type { FontId } from './model.ts';
import type { ShapedWord, WordShaper } from './words.ts';

export interface Piece extends Item {
  shaped: ShapedWord | null;
  /** Advance, letter spacing included. */
  width: number;
}

/** What stands between two break opportunities. */
export interface Segment {
  from: number;
  /** End of what shows; the spaces after it come to nothing at a line's end. */
  to: number;
  /** Pieces that show: `pieces[first]` to `pieces[end - 1]`. */
  first: number;
  end: number;
  /** First piece of the next segment. */
  next: number;
  width: number;
  /** Width of the spaces after it. */
  trail: number;
  /** A line ends after it. */
  must: boolean;
  hangStart: number;
  hangEnd: number;
  /** True where what hangs at its start is white: half of a mark as wide as a Han character. */
  blankStart: boolean;
}

export interface Paragraph {
  text: string;
  /** Break opportunities by UTF-16 offset. */
  breaks: Uint8Array;
  pieces: Piece[];
  segments: Segment[];
  /** Highest and lowest ink of all words, y up; `bottom` is negative below the baseline. */
  top: number;
  bottom: number;
  /** Least distance of baselines the scripts of the text need. */
  lineHeight: number;
  letterSpacing: number;
  /** Fonts and emoji it is made of. */
  fonts: ReadonlySet<FontId>;
  emoji: ReadonlySet<string>;
}

/** Marks wider than this, in em, are set in the square of a Han character, of which they fill half. */
const WIDE = 0.9;

/** Side of an emoji's picture, its height over the baseline, and its advance. */
export const emojiBox = { side: 1.12, rise: 0.92, advance: 1.2 };

/** Scripts whose letters join: letter spacing would tear them. */
const joining = new Set([
  'Arab',
  'Syrc',
  'Mong',
  'Nkoo',
  'Deva',
  'Beng',
  'Guru',
  'Adlm',
  'Mand',
  'Phag',
  'Rohg',
]);
/** Scripts for which a slot's line height is made; in others lines must not touch whatever it says. */
const western = new Set(['Latn', 'Grek', 'Cyrl']);

/** Widths of spaces that do not depend on the font. */
function spaceWidth(code: number, normal: number): number {
  switch (code) {
    case 0x3000:
    case 0x2003:
    case 0x2001:
      return 1;
    case 0x2002:
    case 0x2000:
      return 0.5;
    case 0x2004:
      return 1 / 3;
    case 0x2005:
      return 0.25;
    case 0x2006:
      return 1 / 6;
    case 0x2009:
    case 0x202f:
      return Math.min(0.2, normal * 0.75);
    case 0x200a:
      return 0.1;
    default:
      return normal;
  }
}

export interface ShapeOptions {
  language: string;
  /** em */
  letterSpacing: number;
  /** Width of a word space in a font, em; -1 stands for the slot's own font. */
  spaceIn: (font: number) => number;
}

/** Field by field, which is several times faster than to spread the item. */
function asPiece(item: Item, shaped: ShapedWord | null, width: number): Piece {
  const { from, to, kind, level, script, font, emoji, replaced } = item;
  return { from, to, kind, level, script, font, emoji, replaced, shaped, width };
}

/** Shapes an item of a text. A word's font slice must be loaded. */
export function toPiece(item: Item, text: string, shaper: WordShaper, options: ShapeOptions): Piece {
  const { letterSpacing } = options;
  if (item.kind === 'emoji') return asPiece(item, null, emojiBox.advance + letterSpacing);
  if (item.kind === 'ignored') return asPiece(item, null, 0);
  if (item.kind === 'space') {
    const code = text.charCodeAt(item.from);
    return asPiece(item, null, spaceWidth(code, options.spaceIn(item.font)) + letterSpacing);
  }
  const shaped = shaper.shape(item.replaced ? '\uFFFD' : text.slice(item.from, item.to), {
    font: item.font,
    script: item.script,
    language: options.language,
    rtl: item.level % 2 === 1,
    ligatures: letterSpacing === 0 || joining.has(item.script),
  });
  const spaced = joining.has(item.script) ? 0 : shaped.clusterCount * letterSpacing;
  return asPiece(item, shaped, shaped.width + spaced);
}

/** The same piece of a text that begins at an offset of its own. */
export function movedPiece(piece: Piece, offset: number): Piece {
  const moved = asPiece(piece, piece.shaped, piece.width);
  moved.from -= offset;
  moved.to -= offset;
  return moved;
}

/** Advance of the cluster at an offset of a word, em. */
function clusterAdvance(shaped: ShapedWord, offset: number): number {
  let advance = 0;
  for (let i = 0; i < shaped.glyphs.length; i++) {
    if (shaped.clusters[i] === offset) advance += shaped.advances[i] ?? 0;
  }
  return advance / shaped.unitsPerEm;
}

/** Width of a space between a mark at a segment's edge and the word: in French it hangs with its guillemet. */
function spaceBeside(piece: Piece | undefined): number {
  return piece?.kind === 'space' ? piece.width : 0;
}

/** Says how much of the marks at a segment's ends may hang out of a line. */
function measureHangs(segment: Segment, pieces: readonly Piece[], text: string): void {
  const first = pieces[segment.first];
  const last = pieces[segment.end - 1];
  if (!first?.shaped || !last?.shaped) return;
  const share = hangAtStart(text.charAt(first.from));
  if (share > 0) {
    const advance = clusterAdvance(first.shaped, 0);
    segment.blankStart = advance > WIDE;
    segment.hangStart = Math.min(share, segment.blankStart ? 0.5 : 1) * advance;
    if (first.to - first.from === 1) segment.hangStart += spaceBeside(pieces[segment.first + 1]);
  }
  const endShare = hangAtEnd(text.charAt(last.to - 1));
  if (endShare > 0) {
    segment.hangEnd = endShare * clusterAdvance(last.shaped, last.to - 1 - last.from);
    if (last.to - last.from === 1) segment.hangEnd += spaceBeside(pieces[segment.end - 2]);
  }
}

/** Gathers the pieces of a text into segments. */
export function makeParagraph(
  text: string,
  pieces: Piece[],
  breaks: Uint8Array,
  letterSpacing: number,
): Paragraph {
  const paragraph: Paragraph = {
    text,
    breaks,
    pieces,
    segments: [],
    top: 0,
    bottom: 0,
    lineHeight: 0,
    letterSpacing,
    fonts: fontsOf(pieces),
    emoji: emojiOf(pieces),
  };
  let segment: Segment | null = null;
  let i = 0;
  for (const piece of pieces) {
    segment ??= {
      from: piece.from,
      to: piece.from,
      first: i,
      end: i,
      next: i,
      width: 0,
      trail: 0,
      must: false,
      hangStart: 0,
      hangEnd: 0,
      blankStart: false,
    };
    if (piece.kind === 'word' || piece.kind === 'emoji') {
      segment.width += segment.trail + piece.width;
      segment.trail = 0;
      segment.end = i + 1;
      segment.to = piece.to;
    } else {
      segment.trail += piece.width;
    }
    measureHeight(paragraph, piece);
    i++;
    segment.next = i;
    const after = breaks[piece.to] ?? 0;
    if (after === 0) continue;
    segment.must = after === mustBreak;
    measureHangs(segment, pieces, text);
    paragraph.segments.push(segment);
    segment = null;
  }
  return paragraph;
}

function measureHeight(paragraph: Paragraph, piece: Piece): void {
  if (piece.kind === 'emoji') {
    paragraph.top = Math.max(paragraph.top, emojiBox.rise);
    paragraph.bottom = Math.min(paragraph.bottom, emojiBox.rise - emojiBox.side);
  }
  if (!piece.shaped) return;
  paragraph.top = Math.max(paragraph.top, piece.shaped.top);
  paragraph.bottom = Math.min(paragraph.bottom, piece.shaped.bottom);
  if (western.has(piece.script)) return;
  const ink = piece.shaped.top - piece.shaped.bottom;
  paragraph.lineHeight = Math.max(paragraph.lineHeight, leastLineHeight(piece.script), ink);
}
