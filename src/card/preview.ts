import type { BrandKit } from '../brand/model.ts';
import { PullquoteError } from '../errors.ts';
import type { Span } from '../quote/model.ts';
import { templateNames } from '../../templates/index.ts';

import { orderOf, type CardDeps } from './create.ts';
import { slideOf, type CardDrawer, type CardOrder } from './draw.ts';
import type { Card } from './model.ts';
import { parseImageParams } from './params.ts';
import { MAX_SLIDES } from './split.ts';
import { findSubject, type CardAddress } from './subject.ts';

/** A card nobody has asked for by its address yet. */
export interface Preview {
  png: Uint8Array;
  /** What it says. */
  card: Card;
  /** The words of the episode that stand on it. */
  spans: readonly Span[];
  /** Slides its words take, 1 where they fit on one card. */
  slides: number;
}

/**
 * Draws a card and keeps nothing of it.
 * @param kit a brand as it is being edited, in place of a kept one
 * @throws PullquoteError as `createCard` does
 */
export async function previewCard(
  deps: Pick<CardDeps, 'store' | 'config' | 'drawer' | 'admit' | 'timed'>,
  address: CardAddress,
  query: URLSearchParams,
  kit: BrandKit | null,
): Promise<Preview> {
  const params = parseImageParams(query, deps.config.maxPixels);
  const subject = await deps.timed('words', () => findSubject(deps.store, address, params.snap));
  if ('supersededBy' in subject) {
    throw new PullquoteError('gone', `The quote was superseded by \`${subject.supersededBy}\`.`);
  }
  const kept = await orderOf(deps, subject, params, 'png');
  const order = kit === null ? kept : { ...kept, look: dressed(kept.look, kit, params.template) };
  await deps.admit();
  const png = await deps.timed('draw', () => deps.drawer.draw(order));
  return { png, card: order.card, spans: subject.quote.spans, slides: await countSlides(deps.drawer, order) };
}

function dressed(
  look: CardOrder['look'],
  brand: BrandKit,
  asked: CardOrder['look']['template'] | undefined,
): CardOrder['look'] {
  const template = asked ?? templateNames.find((name) => name === brand.template) ?? look.template;
  return { ...look, brand, template };
}

/** Asks for one slide more than there can be: the refusal, which comes before any drawing, says how many there are. */
async function countSlides(drawer: CardDrawer, order: CardOrder): Promise<number> {
  try {
    await drawer.draw(slideOf(order, MAX_SLIDES + 1));
  } catch (error) {
    if (error instanceof PullquoteError && typeof error.details['count'] === 'number')
      return error.details['count'];
    throw error;
  }
  return 1;
}
