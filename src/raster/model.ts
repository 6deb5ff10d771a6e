import type { Layer } from '../layer/model.ts';
import type { PlacedText } from '../text/model.ts';

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
