import { sizeOf } from './templates.ts';

/** CSS pixels a card is shown in at most: beside the words or the brand's form, and on narrow screens from edge to edge. */
const ROOM = { width: 648, height: 512, wideFrom: 1024 };

/**
 * Device pixels to draw for each CSS pixel of a card, 0.5 to 1 in tenths: as many as the screen shows of it. A new look
 * has to be drawn before it is seen, and that takes as long as there are pixels.
 */
export function ratioShown(size: string): number {
  const { width, height } = sizeOf(size);
  const across = innerWidth < ROOM.wideFrom ? innerWidth : ROOM.width;
  const shown = devicePixelRatio * Math.min(across / width, ROOM.height / height);
  return Math.min(1, Math.max(0.5, Math.ceil(shown * 10) / 10));
}
