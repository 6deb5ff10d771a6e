import { LAYER_VERSION } from '../layer/key.ts';
import { cardSvg } from '../layer/svg.ts';
import { templates } from '../../templates/index.ts';
import type { Effort, Raster } from '../raster/model.ts';
import { RASTER_VERSION } from '../raster/raster.ts';
import { altText } from './alt.ts';
import type { CardFormat } from './format.ts';
import { cardKey } from './key.ts';
import type { Card } from './model.ts';
import { placeCard, type Drawers, type Look, type PlacedCard } from './place.ts';
import { contactSheet, type SheetCell } from './sheet.ts';

/** All that a picture's bytes depend on, as plain data: what the key is made of, and what crosses to a worker thread. */
export interface CardOrder {
  card: Card;
  look: Look;
  format: CardFormat;
  effort: Effort;
}

/** Draws cards, in this thread or in others. */
export interface CardDrawer {
  /** @throws PullquoteError `does-not-fit`, `missing-glyph`, `bad-parameter` (see `placeCard`), `bad-image` */
  draw(order: CardOrder): Promise<Uint8Array>;
  /** Every slide of a card, in order; one picture where its words fit on one. */
  slides(order: CardOrder): Promise<Uint8Array[]>;
  /** Cards side by side, small, as PNG. */
  sheet(cells: readonly SheetCell[]): Promise<Uint8Array>;
  /** Names the fonts and the code that draws; part of every key. */
  readonly version: string;
}

/** A drawer that works in this thread. */
export function createDrawer(drawers: Drawers, raster: Raster): CardDrawer {
  const encode = (placed: PlacedCard, { card, look, format, effort }: CardOrder): Uint8Array => {
    if (format === 'svg') {
      return new TextEncoder().encode(cardSvg(placed.layer, placed.texts, drawers.text, altText(card)));
    }
    const text = { Description: altText(card), Source: card.url };
    return raster.png(placed, { effort, dpr: look.dpr, text });
  };
  const draw = async (order: CardOrder): Promise<Uint8Array> =>
    encode(await placeCard(drawers, order.card, order.look), order);
  return {
    version: [LAYER_VERSION, RASTER_VERSION, drawers.text.version].join('.'),
    draw,
    async slides(order) {
      const first = slideOf(order, 1);
      const placed = await placeCard(drawers, first.card, first.look);
      const pictures = [encode(placed, first)];
      for (let slide = 2; slide <= (placed.slide?.count ?? 1); slide++)
        pictures.push(await draw(slideOf(order, slide)));
      return pictures;
    },
    sheet: (cells) => contactSheet(drawers, raster, cells),
  };
}

/** The order of one slide of a card, from 1. */
export function slideOf(order: CardOrder, slide: number): CardOrder {
  return { ...order, look: { ...order.look, slide } };
}

/** The key of a picture: known before it is drawn. */
export function orderKey({ card, look, format, effort }: CardOrder, drawerVersion: string): Promise<string> {
  const { name, revision } = templates[look.template];
  return cardKey({ card, look: { ...look, template: [name, revision] }, format, effort, drawerVersion });
}
