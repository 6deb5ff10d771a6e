import { PullquoteError } from '../errors.ts';
import type { BrandKit } from '../brand/model.ts';
import type { Layers } from '../layer/layers.ts';
import type { Layer, Size, SlotBox } from '../layer/model.ts';
import { familiesOf, type Template } from '../layer/template.ts';
import { templates, type TemplateName } from '../../templates/index.ts';
import type { Scene } from '../raster/model.ts';
import { moveText } from '../text/move.ts';
import type { PlacedText, SlotText, TextEngine, TextRequest } from '../text/model.ts';
import { findMark, markInParts, type Marked } from './mark.ts';
import type { Card } from './model.ts';
import { quoteSlotText, shapeOf, slotTexts, type Slide, type SlideWords } from './slots.ts';
import { MAX_SLIDES, split } from './split.ts';

/** How a card looks, whatever it says. Plain data, so that it can be part of a key and cross to a worker thread. */
export interface Look {
  template: TemplateName;
  brand: BrandKit;
  size: Size;
  dpr: number;
  mark: string | null;
  missing: 'refuse' | 'replace';
  /** The slide asked for, from 1. */
  slide: number;
  /** Most slides, 1 to `MAX_SLIDES`; that many where it is left out. */
  maxSlides?: number;
}

export interface Drawers {
  layers: Layers;
  text: TextEngine;
}

/** A card's layer with all its words placed, ready to be composed. */
export interface PlacedCard extends Scene {
  slide: SlideWords | null;
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
  const template: Template = templates[look.template];
  const exchange = template.uses.includes('question') ? card.exchange : null;
  if (exchange !== null) {
    const { asker, question, answer, answerer } = exchange;
    const said = { ...card, words: answer, speakers: [answerer] };
    const placed = await placeWords(drawers, { card: said, question: `${asker}: ${question}`, look });
    // A question cut short would not be what was asked: then the whole exchange is the quote.
    if (placed.texts.every(({ slot, cut }) => slot !== 'question' || !cut)) return placed;
  }
  return placeWords(drawers, { card, question: null, look });
}

/** What is laid out: a card's words, or the answer of an exchange with the question above it. */
interface Layout {
  card: Card;
  question: string | null;
  look: Look;
}

async function placeWords(drawers: Drawers, layout: Layout): Promise<PlacedCard> {
  const { card, look } = layout;
  const layer = await layerOf(drawers, layout, null);
  const words = quoteSlotText(card, card.words, printed(look, markOf(card, look)), null);
  const texts = await placeAll(drawers.text, layer.slots, layout, words, null);
  if (!texts.every(({ fits }) => fits)) return placeSlide(drawers, layout);
  requireSlide(look.slide, 1);
  return { layer, texts, slide: null };
}

function layerOf({ layers }: Drawers, { card, question, look }: Layout, slide: Slide | null): Promise<Layer> {
  const { template, brand, size, dpr, mark } = look;
  const shape = shapeOf(card, { slide: slide !== null, mark: mark !== null, question: question !== null });
  return layers.layer(templates[template], shape, brand, size, dpr);
}

function markOf(card: Card, { mark }: Look): Marked | null {
  return mark === null ? null : findMark(card.words, mark);
}

function printed(look: Look, mark: Marked | null): { quotes: Template['quotes']; mark: Marked | null } {
  return { quotes: templates[look.template].quotes, mark };
}

async function placeSlide(drawers: Drawers, layout: Layout): Promise<PlacedCard> {
  const { card, question, look } = layout;
  const layer = await layerOf(drawers, layout, { number: 1, count: 2 });
  const slot = layer.slots.find(({ name }) => name === 'quote');
  if (slot === undefined) throw new TypeError(`The template ${look.template} has no slot for the quote.`);
  const placePart = (part: string, index: number, count: number): PlacedText => {
    const content = quoteSlotText(card, part, printed(look, null), { number: index + 1, count });
    return drawers.text.place(request(slot, content, card, look));
  };
  const parts = split(card.words, card.spoken, (...part) => placePart(...part).fits, look.maxSlides);
  if (parts === null) throw doesNotFit(card, look.maxSlides);
  requireSlide(look.slide, parts.length);
  const size = Math.min(...parts.map((part, index) => placePart(part, index, parts.length).size));
  const equal = layer.slots.map((box) => (box === slot ? { ...box, maxSize: size } : box));
  const part = parts[look.slide - 1] ?? '';
  const said = question === null ? part : `${question} ${part}`;
  const slide = { number: look.slide, count: parts.length, words: said };
  const marked = markInParts(card.words, parts, markOf(card, look))[look.slide - 1] ?? null;
  const words = quoteSlotText(card, part, printed(look, marked), slide);
  return { layer, texts: await placeAll(drawers.text, equal, layout, words, slide), slide };
}

async function placeAll(
  text: TextEngine,
  slots: readonly SlotBox[],
  { card, question, look }: Layout,
  words: SlotText,
  slide: Slide | null,
): Promise<PlacedText[]> {
  const texts = slotTexts(card, { words, question, slide, handle: look.brand.handle });
  const requests = slots.flatMap((slot) => {
    const content = texts[slot.name];
    return content === undefined ? [] : [request(slot, content, card, look)];
  });
  await text.prepare(requests);
  return followed(requests.map((each) => ({ slot: each.slot, placed: text.place(each) })));
}

/** Moves up every slot that follows another to where that one's words end. */
function followed(texts: readonly { slot: SlotBox; placed: PlacedText }[]): PlacedText[] {
  const moved: PlacedText[] = [];
  for (const { slot, placed } of texts) {
    const leader = moved.find(({ slot: name }) => name === slot.follows?.slot);
    const top = leader === undefined ? slot.top : leader.bottom + (slot.follows?.gap ?? 0);
    moved.push(top < slot.top ? moveText(placed, 0, Math.round(top - slot.top)) : placed);
  }
  return moved;
}

/** Start and end of a slot follow the card's direction, also for words of the other direction. */
function request(slot: SlotBox, content: SlotText, card: Card, look: Look): TextRequest {
  const opposite = content.direction !== card.direction;
  const align = opposite && slot.align !== 'center' ? (slot.align === 'start' ? 'end' : 'start') : slot.align;
  return {
    slot: align === slot.align ? slot : { ...slot, align },
    content,
    families: familiesOf(templates[look.template], look.brand),
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

function doesNotFit(card: Card, maxSlides: number = MAX_SLIDES): PullquoteError {
  return new PullquoteError(
    'does-not-fit',
    `The quote is too long: its ${card.words.length} characters do not fit on ${maxSlides === 1 ? 'one card' : `${maxSlides} slides`}. Ask for a shorter range or a larger size.`,
    { characters: card.words.length, maxSlides },
  );
}
