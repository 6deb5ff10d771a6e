import type { Layer } from '../layer/model.ts';
import type { FontId, GlyphOutline, PlacedText } from '../text/model.ts';

/** All that is drawn over a layer, in order. */
export interface Scene {
  layer: Layer;
  texts: readonly PlacedText[];
}

/** Straight RGBA, row by row. */
export interface Pixels {
  width: number;
  height: number;
  /** `width * height * 4` bytes. */
  rgba: Uint8Array;
}

/** Key words of `tEXt`/`iTXt` chunks and their values. */
export type PngText = Readonly<Record<string, string>>;

/** How hard the PNG encoder tries: `fast` and `default` for a reader who waits, `max` for the fewest bytes. */
export type Effort = 'fast' | 'default' | 'max';

export interface PngOptions {
  effort?: Effort;
  text?: PngText;
  /** Device pixels per CSS pixel, told to viewers as 96 dpi times this. */
  dpr?: number;
  /** True for a layer that is drawn on only this once: nothing of it is kept. */
  once?: boolean;
}

/** Where shapes come from: the text engine, and resvg for emoji. */
export interface Sources {
  outline(font: FontId, glyph: number): GlyphOutline;
  /** The emoji's picture as SVG markup. */
  emojiSvg(emoji: string): string;
  /** Draws SVG markup scaled to `width` by `height` device pixels, as straight RGBA. */
  rasterizeSvg(svg: string, width: number, height: number): Uint8Array;
}

/** A part of a picture, in whole device pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A scene that stays as it is, and what is drawn over parts of it, picture after picture. */
export interface Board {
  /** Draws texts over the still scene within an area that holds them whole; what was drawn there before is gone. */
  draw(area: Area, texts: readonly PlacedText[]): void;
  /** The picture as it is now: 24-bit RGB rows. Lasts until the raster is next used. */
  rgb(): Uint8Array;
  release(): void;
}

/** Draws scenes. Everything is deterministic; a call is synchronous and leaves only bounded caches behind. */
export interface Raster {
  /**
   * Composes a scene and encodes it as PNG, RGB without alpha.
   * @throws PullquoteError `too-large` where the picture does not fit the module's memory.
   */
  png(scene: Scene, options?: PngOptions): Uint8Array;
  /** Composes a scene, for other encoders. */
  pixels(scene: Scene): Pixels;
  /** Composes a scene to draw on again and again, as a film does. Its memory is held until it is released. */
  board(scene: Scene): Board;
  /** Encodes any opaque picture as PNG. */
  encodePng(pixels: Pixels, options?: PngOptions): Uint8Array;
}
