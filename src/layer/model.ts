/** What templates and the layer speak of. Lengths are CSS pixels of the card, before `dpr`. */

export type SizeName = 'og' | 'x' | 'square' | 'portrait' | 'story' | 'pin';

export interface Size {
  width: number;
  height: number;
}

export type Direction = 'ltr' | 'rtl';

/** The parts a card has. Two cards of one shape, brand and size share a layer, whatever their words. */
export interface Shape {
  direction: Direction;
  /** BCP 47 language of the card. */
  language: string;
  /** Digests of pictures in blobs, `null` where the card has none. */
  photo: string | null;
  cover: string | null;
  /** What of the photo stays in view when it is cropped, as parts of its width and height; else the brand's choice. */
  focus?: { x: number; y: number };
  speaker: boolean;
  time: boolean;
  /** True when the card is one of a carousel. */
  slide: boolean;
  /** True when the words are an answer and the question before them is shown too. */
  question?: boolean;
  /** True when a phrase of the quote is marked. */
  mark?: boolean;
}

/** Names of the places words go. What goes in each is decided by `card/`. */
export type SlotName =
  | 'quote'
  | 'question'
  | 'speaker'
  | 'role'
  | 'from'
  | 'show'
  | 'episode'
  | 'date'
  | 'time'
  | 'slide'
  | 'handle'
  /** No words: where a clip's waveform and progress run. */
  | 'track';

/** `body` is the brand's text family, `display` its headline family. */
export type FontRole = 'body' | 'display';

/** A solid colour as `#rrggbb` or `#rrggbbaa`. */
export type Color = string;

/**
 * A place for words. The text engine takes the largest size between `minSize` and `maxSize` at which the balanced text
 * fits the box.
 */
export interface SlotProps {
  name: SlotName;
  font: FontRole;
  /** 100 to 900. */
  weight: number;
  italic?: boolean;
  color: Color;
  /** Pixels per em. */
  minSize: number;
  maxSize: number;
  /** Distance of baselines, as a multiple of the size. */
  lineHeight: number;
  maxLines?: number;
  align: 'start' | 'center' | 'end';
  verticalAlign: 'top' | 'middle' | 'bottom';
  /** `split`: what does not fit goes to a further card. `ellipsis`: shrink, then end in `…` at a word. */
  overflow: 'split' | 'ellipsis';
  /** Extra advance between letters, in em; ignored in scripts that join. */
  letterSpacing?: number;
  /** Punctuation at the line's edge may hang out of the box by at most this many em, and by `hangRoom` pixels. */
  hang?: number;
  hangRoom?: number;
  /**
   * The first letter as high as so many lines, where that is done: in Latin, Greek and Cyrillic, and before twice as many
   * lines or more.
   */
  dropCap?: { lines: number; color: Color };
  /** Lines of about equal length. */
  balance?: boolean;
  /** A marked phrase: fill behind it and the colour of its words. */
  mark?: { fill: Color | null; color: Color | null };
  /** A filled bar behind every line. */
  lineFill?: { color: Color; paddingX: number; paddingY: number; radius: number };
  /** A bubble around all lines, as wide as the longest. */
  bubble?: { color: Color; paddingX: number; paddingY: number; radius: number };
  /** This slot's top follows the last line of another, at this distance, instead of its own box's top. */
  follows?: { slot: SlotName; gap: number };
}

/** A slot and where the layout put it. */
export interface SlotBox extends SlotProps {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** All of a card that does not depend on its words, drawn once. */
export interface Layer {
  /** Digest of every input the pixels depend on. */
  key: string;
  /** Device pixels: CSS pixels times `dpr`. */
  width: number;
  height: number;
  dpr: number;
  /** Straight RGBA, row by row, `width * height * 4` bytes. Cards are opaque: every alpha is 255. */
  pixels: Uint8Array;
  slots: SlotBox[];
  /** The same picture as a self-contained SVG of `width / dpr` by `height / dpr`. */
  svg: string;
}
