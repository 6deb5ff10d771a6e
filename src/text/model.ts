/**
 * What the text engine returns: glyphs with places. Lengths are CSS pixels of the card, y grows downward, a glyph's
 * origin is on its baseline. Colours are `#rrggbb` or `#rrggbbaa`.
 */
import type { Color, Direction, FontRole, SlotBox, SlotName } from '../layer/model.ts';

/** Font families a brand chose, by role; each is a family of the font registry. */
export type FontFamilies = Record<FontRole, string>;

/** One instance of one font file: file, weight, slant. Small integers, given out by the font store. */
export type FontId = number;

export interface PlacedGlyph {
  font: FontId;
  /** Glyph index in the font. */
  glyph: number;
  x: number;
  y: number;
  /** Pixels per em. */
  size: number;
  color: Color;
}

/** A colour emoji, drawn from a packaged SVG scaled to the box. */
export interface PlacedEmoji {
  /** Key of the picture in the emoji set. */
  emoji: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A filled rectangle under the words: a highlighter's stroke, a bar behind a line. */
export interface PlacedFill {
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  color: Color;
}

/** A stretch of a line that is shaped as one: a word, a space, an emoji. */
export interface PlacedPiece {
  /** In logical order. */
  text: string;
  x: number;
  /** 0 for characters that do not show. */
  width: number;
  rightToLeft: boolean;
}

export interface PlacedLine {
  /** The line's text in logical order. */
  text: string;
  left: number;
  width: number;
  baseline: number;
  /** From left to right. */
  pieces: PlacedPiece[];
}

/** The words of one slot, placed. */
export interface PlacedText {
  slot: SlotName;
  /** Size it came to, in pixels per em. */
  size: number;
  lines: PlacedLine[];
  fills: PlacedFill[];
  glyphs: PlacedGlyph[];
  emoji: PlacedEmoji[];
  /** Top of the first line's ascenders and bottom of the last line's descenders. */
  top: number;
  bottom: number;
  /** False where even the smallest size does not fit (`overflow: 'split'`); the lines are those that do. */
  fits: boolean;
  /** UTF-16 offset up to which the text fits, where it does not. */
  fittedTo?: number;
  /** True where the text was cut to end in `…` (`overflow: 'ellipsis'`). */
  cut: boolean;
}

/** What goes into a slot. */
export interface SlotText {
  text: string;
  /** BCP 47. */
  language: string;
  direction: Direction;
  /** UTF-16 offsets of marked phrases. */
  marks?: { from: number; to: number }[];
}

export interface TextRequest {
  slot: SlotBox;
  content: SlotText;
  families: FontFamilies;
  /** What to do with a character no font has: refuse the card (422) or draw U+FFFD. */
  missing: 'refuse' | 'replace';
}

/** Outline of a glyph in font units, y up: HarfBuzz's draw commands, flattened. */
export interface GlyphOutline {
  unitsPerEm: number;
  /** `M x y`, `L x y`, `Q cx cy x y`, `C c1x c1y c2x c2y x y`, `Z`, as numbers after an opcode 0 to 4. */
  commands: Float32Array;
}

/** The text engine: fonts, shaping and fitting behind one port. Everything is deterministic. */
export interface TextEngine {
  /** Loads the font slices these texts need; afterwards `place` is synchronous. */
  prepare(requests: readonly TextRequest[]): Promise<void>;
  /** @throws PullquoteError `missing-glyph` naming the character no font has. */
  place(request: TextRequest): PlacedText;
  outline(font: FontId, glyph: number): GlyphOutline;
  /** The emoji's picture as SVG markup. */
  emojiSvg(emoji: string): string;
  /** Digest of the fonts and the engine's version: part of every card key. */
  readonly version: string;
}

/** Reads a file of the built assets (`dist/assets/`) by its path; the adapters are a folder and a Worker's static assets. */
export interface Assets {
  read(path: string): Promise<Uint8Array>;
}
