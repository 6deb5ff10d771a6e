import { PullquoteError } from '../errors.ts';
import type { BrandKit } from '../brand/model.ts';
import type { Layers } from '../layer/layers.ts';
import type { Layer, Size, SlotBox } from '../layer/model.ts';
import { familiesOf, type Template } from '../layer/template.ts';
import type { Scene } from '../raster/model.ts';
import type { PlacedText, SlotText, TextEngine, TextRequest } from '../text/model.ts';
import { findMark } from './mark.ts';
import type { Card } from './model.ts';
import { quoteSlotText, shapeOf, slotTexts, type Slide } from './slots.ts';
import { MAX_SLIDES, split } from './split.ts';

/** How a card looks, whatever it says. */
export interface Look {
  template: Template;
  brand: BrandKit;
  size: Size;
  dpr: number;
  mark: string | null;
  missing: 'refuse' | 'replace';
  /** The slide asked for, from 1. */
  slide: number;
}

export interface Drawers {
  layers: Layers;
  text: TextEngine;
}

/** A card's layer with all its words placed, ready to be composed. */
export interface PlacedCard extends Scene {
  slide: Slide | null;
}

/** Longest text that can fit on `MAX_SLIDES` slides at any size; longer ones are refused before any work. */
const MAX_CHARACTERS = 6000;

/**
 * Lays a card out: one picture where the words fit, else the slide asked for of as few as hold them, all in one type
 * size.
 * @throws PullquoteError `does-not-fit`, `missing-glyph`, `bad-parameter` for a slide there is not or a mark not said
 */
export async function placeCard(drawers: Drawers, card: Card, look: Look): Promise<PlacedCard> {
  if (card.words.length > MAX_CHARACTERS) throw doesNotFit(card);
  if (look.mark !== null && findMark(card.words, look.mark) === null) {
    throw new PullquoteError(
      'bad-parameter',
      `Expected words of the quote for \`mark\` but received \`${look.mark}\`.`,
      {
        parameter: 'mark',
      },
    );
  }
  const whole = await drawers.layers.layer(
    look.template,
    shapeOf(card, null),
    look.brand,
    look.size,
    look.dpr,
  );
  const single = await placeAll(
    drawers.text,
    whole,
    card,
    look,
    quoteSlotText(card, card.words, printed(look), null),
    null,
  );
  if (single.every(({ fits }) => fits)) {
    requireSlide(look.slide, 1);
    return { layer: whole, texts: single, slide: null };
  }
  return placeSlide(drawers, card, look);
}

function printed(look: Look): { quotes: Template['quotes']; mark: string | null } {
  return { quotes: look.template.quotes, mark: look.mark };
}

async function placeSlide(drawers: Drawers, card: Card, look: Look): Promise<PlacedCard> {
  const shape = shapeOf(card, { number: 1, count: 2 });
  const layer = await drawers.layers.layer(look.template, shape, look.brand, look.size, look.dpr);
  const slot = layer.slots.find(({ name }) => name === 'quote');
  if (slot === undefined)
    throw new TypeError(`The template ${look.template.name} has no slot for the quote.`);
  const placePart = (part: string, index: number, count: number): PlacedText => {
    const content = quoteSlotText(card, part, printed(look), { number: index + 1, count });
    return drawers.text.place(request(slot, content, card, look));
  };
  const parts = split(card.words, card.spoken, (...part) => placePart(...part).fits);
  if (parts === null) throw doesNotFit(card);
  requireSlide(look.slide, parts.length);
  const size = Math.min(...parts.map((part, index) => placePart(part, index, parts.length).size));
  const equal = {
    ...layer,
    slots: layer.slots.map((box) => (box === slot ? { ...box, maxSize: size } : box)),
  };
  const slide = { number: look.slide, count: parts.length };
  const words = quoteSlotText(card, parts[look.slide - 1] ?? '', printed(look), slide);
  return { layer, texts: await placeAll(drawers.text, equal, card, look, words, slide), slide };
}

async function placeAll(
  text: TextEngine,
  layer: Layer,
  card: Card,
  look: Look,
  words: SlotText,
  slide: Slide | null,
): Promise<PlacedText[]> {
  const texts = slotTexts(card, words, slide, look.brand.handle);
  const requests = layer.slots.flatMap((slot) => {
    const content = texts[slot.name];
    return content === undefined ? [] : [request(slot, content, card, look)];
  });
  await text.prepare(requests);
  return requests.map((each) => text.place(each));
}

/** Start and end of a slot follow the card's direction, also for words of the other direction. */
function request(slot: SlotBox, content: SlotText, card: Card, look: Look): TextRequest {
  const opposite = content.direction !== card.direction;
  const align = opposite && slot.align !== 'center' ? (slot.align === 'start' ? 'end' : 'start') : slot.align;
  return {
    slot: { ...slot, align },
    content,
    families: familiesOf(look.template, look.brand),
    missing: look.missing,
  };
}

function requireSlide(asked: number, count: number): void {
  if (asked <= count) return;
  throw new PullquoteError(
    'bad-parameter',
    `Expected \`slide\` from 1 to ${count} but received \`${asked}\`.`,
    {
      parameter: 'slide',
      count,
    },
  );
}

function doesNotFit(card: Card): PullquoteError {
  return new PullquoteError(
    'does-not-fit',
    `The quote is too long: its ${card.words.length} characters do not fit on ${MAX_SLIDES} slides. Ask for a shorter range or a larger size.`,
    { characters: card.words.length, maxSlides: MAX_SLIDES },
  );
}
