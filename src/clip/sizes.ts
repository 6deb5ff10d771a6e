import type { Size } from '../layer/model.ts';

/** The sizes of a clip by name. */
export const CLIP_SIZES: Readonly<Record<string, Size>> = {
  vertical: { width: 1080, height: 1920 },
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
  wide: { width: 1920, height: 1080 },
};
