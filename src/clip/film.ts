import type { Layers } from '../layer/layers.ts';
import type { Raster } from '../raster/model.ts';
import type { TextEngine } from '../text/model.ts';
import type { H264, H264Encoder, Quantisers } from './h264/encoder.ts';
import type { VideoFormat } from './h264/parameters.ts';
import { type ClipOrder, RATE } from './model.ts';
import { play } from './play.ts';
import { stageOf } from './stage.ts';

/** Fine enough that gradients do not band and text is sharp. */
const KEY: Quantisers = { smooth: 14, rough: 25 };
const CHANGE: Quantisers = { smooth: 16, rough: 26 };

/** Pictures from one key picture to the next: two seconds. */
const KEY_EVERY = 2 * RATE;

export interface FilmParts {
  layers: Layers;
  text: TextEngine;
  raster: Raster;
  h264: H264;
}

/** A coded picture, as MP4 files hold it. */
interface CodedPicture {
  unit: Uint8Array<ArrayBuffer>;
  isKey: boolean;
}

export interface Film {
  format: VideoFormat;
  pictures: CodedPicture[];
}

/** Told of every picture's pixels, 24-bit RGB rows, as it is coded: for measurements. */
export type Watch = (rgb: Uint8Array, encoder: H264Encoder) => void;

/**
 * Draws and codes a clip's pictures.
 * @throws PullquoteError as `stageOf` does
 */
export async function filmOf(parts: FilmParts, order: ClipOrder, watch?: Watch): Promise<Film> {
  const { width, height } = order.look.size;
  const format = { width, height, rate: RATE };
  const stage = await stageOf(parts, order);
  // Nothing waits from here on, so that no other film can begin before this one ends.
  const encoder = parts.h264.begin(format);
  const playing = play(parts.raster, stage, order, RATE);
  try {
    const pictures = Array.from({ length: playing.frames }, (_, i): CodedPicture => {
      for (const area of playing.next()) encoder.put(playing.rgb(), area);
      const isKey = i % KEY_EVERY === 0;
      const unit = isKey ? encoder.key(KEY) : encoder.changes(CHANGE);
      watch?.(playing.rgb(), encoder);
      return { unit, isKey };
    });
    return { format, pictures };
  } finally {
    playing.release();
  }
}
