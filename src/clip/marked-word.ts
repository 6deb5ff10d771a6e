import { stroke } from '../text/place.ts';
import type { PlacedText } from '../text/model.ts';

/** How round the field behind the word being spoken is, in em: it stands alone and for a moment, as no phrase of a card does. */
const RADIUS = 0.14;

/**
 * A caption whose one marked word stands on a field. In scripts without spaces the field is as wide as the word is, since the
 * next one begins where it ends.
 * @param word its UTF-16 offsets in the caption's text
 */
export function markedWord(
  placed: PlacedText,
  text: string,
  { from, to }: { from: number; to: number },
): PlacedText {
  const side = stroke.side * placed.size;
  const left = isJoined(text, from) ? side : 0;
  const right = isJoined(text, to) ? side : 0;
  const radius = RADIUS * placed.size;
  return {
    ...placed,
    fills: placed.fills.map((fill) => ({
      ...fill,
      x: fill.x + left,
      width: fill.width - left - right,
      radius,
    })),
  };
}

/** True where no space and no end parts the words on both sides of an offset. Scripts written so run from left to right. */
function isJoined(text: string, at: number): boolean {
  return /^\S\S$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}
