import type { Size, SizeName } from './model.ts';

/** The sizes with a name; any other is given as `WxH`. */
export const SIZES: Readonly<Record<SizeName, Size>> = {
  og: { width: 1200, height: 630 },
  x: { width: 1600, height: 900 },
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
  story: { width: 1080, height: 1920 },
  pin: { width: 1000, height: 1500 },
};
