import { PullquoteError } from '../errors.ts';
import { shortAltText } from './alt.ts';
import type { CardDrawer, CardOrder } from './draw.ts';

/** False where words surely fit on one card of the size, as most do: then nothing has to be looked up. */
export function mayBeSlide({ card, look: { size } }: CardOrder): boolean {
  const isRoomy = size.width >= 800 && size.height >= 600 && size.width < size.height * 2;
  return !isRoomy || card.words.length > 100;
}

/** Longer words, in characters, take up to a second to be laid out on slides: too much for a page or a line of a list. */
const LONGEST = 1500;

/**
 * A picture that is not drawn yet, in words: where it is one of several slides, that slide. One that cannot be drawn, or is
 * of very many words, says all.
 */
export async function altOf(drawer: Pick<CardDrawer, 'alt'>, order: CardOrder): Promise<string> {
  if (!mayBeSlide(order) || order.card.words.length > LONGEST) return shortAltText(order.card);
  try {
    return await drawer.alt(order);
  } catch (error) {
    if (error instanceof PullquoteError) return shortAltText(order.card);
    throw error;
  }
}
