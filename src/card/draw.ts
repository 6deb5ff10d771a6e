import { LAYER_VERSION } from '../layer/key.ts';
import type { Rasterizer } from '../layer/rasterizer.ts';
import { cardSvg } from '../layer/svg.ts';
import { PdfDocument, type PdfSources } from '../pdf/document.ts';
import { Pictures } from '../pdf/picture.ts';
import type { Encode, Encoders } from '../raster/encode/model.ts';
import { templates } from '../../templates/index.ts';
import type { Effort, Raster } from '../raster/model.ts';
import { RASTER_VERSION } from '../raster/raster.ts';
import { altText, shortAltText } from './alt.ts';
import { asIs, encodeLossy, encodePng, encoderOf, type EncodeOptions, type Fitted } from './encode.ts';
import { CARD_FORMATS, type CardFormat } from './format.ts';
import { cardKey } from './key.ts';
import type { Card } from './model.ts';
import { placeCard, type Drawers, type Look, type PlacedCard } from './place.ts';
import { contactSheet, type Sheet } from './sheet.ts';
import { cardTitle, xmpPacket } from './xmp.ts';

/** Raised with every change of the bytes of a format that is neither the layer's, the text's nor the raster's. */
const FORMATS_VERSION = 4;

/** All that a picture's bytes depend on, as plain data: what the key is made of, and what crosses to a worker thread. */
export interface CardOrder {
  card: Card;
  look: Look;
  format: CardFormat;
  effort: Effort;
  /** Most bytes the picture may take. */
  maxBytes?: number;
  /** True for a PDF of all slides, whatever `look.slide` says. */
  allSlides?: boolean;
}

/** Draws cards, in this thread or in others. */
export interface CardDrawer {
  /** @throws PullquoteError `does-not-fit`, `missing-glyph`, `bad-parameter` (see `placeCard`), `bad-image` */
  draw(order: CardOrder): Promise<Uint8Array>;
  /**
   * The same, telling how the picture came to take no more bytes than it may.
   * @param name of a blob to keep it as, for a drawer that keeps (`keep.ts`)
   * @throws PullquoteError `over-budget`
   */
  fit(order: CardOrder, name?: string): Promise<Fitted>;
  /** The picture in words, laid out but not drawn: where it is one of several slides, that slide. */
  alt(order: CardOrder): Promise<string>;
  /** Every slide of a card, in order; one picture where its words fit on one. */
  slides(order: CardOrder): Promise<Uint8Array[]>;
  /** Cards side by side, small, as PNG. */
  sheet(sheet: Sheet): Promise<Uint8Array>;
  /** Names the fonts and the code that draws; part of every key. */
  readonly version: string;
  /** What can be drawn here. */
  readonly formats: readonly CardFormat[];
}

/** What makes the bytes of formats other than PNG. */
export interface Media {
  encoders: Encoders;
  /** JPEG for photos in a PDF: by the same encoder on every runtime, so that the bytes are the same. */
  pdfJpeg: Encode;
  rasterizer: Rasterizer;
}

/** A drawer that works in this thread. */
export function createDrawer(drawers: Drawers, raster: Raster, media: Media): CardDrawer {
  const { encoders } = media;
  const pdfSources = pdfSourcesOf(drawers, media);

  const encode = async (placed: PlacedCard, order: CardOrder): Promise<Fitted> => {
    const { card, look, format, effort, maxBytes } = order;
    const slide = slideShown(placed, order);
    const options: EncodeOptions = { effort, dpr: look.dpr, xmp: xmpPacket(card, slide), maxBytes };
    if (format === 'png') return encodePng(raster, placed, options);
    if (format === 'svg') {
      const svg = cardSvg(placed.layer, placed.texts, drawers.text, altText(card, slide));
      return asIs(new TextEncoder().encode(svg), format, maxBytes);
    }
    if (format === 'pdf') return asIs(await pdf(placed, order), format, maxBytes);
    const encoder = encoderOf(encoders, format);
    if (encoder === null) throw new TypeError(`There is no encoder for ${format} here.`);
    return encodeLossy(encoder.encode, encoder.lossy, raster, placed, options);
  };
  const pdf = async (first: PlacedCard, order: CardOrder): Promise<Uint8Array> => {
    const { card, look, allSlides = false } = order;
    const document = new PdfDocument(pdfSources);
    await document.page(first.layer, first.texts);
    const count = allSlides ? (first.slide?.count ?? 1) : 1;
    for (let slide = 2; slide <= count; slide++) {
      // A page is drawn before the next is placed, while the fonts of its words are loaded.
      // oxlint-disable-next-line no-await-in-loop
      const { layer, texts } = await placeCard(drawers, card, { ...look, slide });
      // oxlint-disable-next-line no-await-in-loop
      await document.page(layer, texts);
    }
    const author = card.speakers.map(({ name }) => name).join(', ');
    return document.finish({
      title: cardTitle(card),
      author,
      language: card.spoken,
      xmp: xmpPacket(card, slideShown(first, order)),
    });
  };
  const fit = async (order: CardOrder): Promise<Fitted> => {
    const placed = await placeCard(drawers, order.card, order.look);
    const slide = slideShown(placed, order);
    const fitted = await encode(placed, order);
    if (slide === null) return fitted;
    return { ...fitted, alt: shortAltText(order.card, slide), slides: slide.count };
  };
  const draw = async (order: CardOrder): Promise<Uint8Array> => (await fit(order)).bytes;
  return {
    version: [LAYER_VERSION, RASTER_VERSION, FORMATS_VERSION, drawers.text.version].join('.'),
    formats: CARD_FORMATS.filter(
      (format) => ['png', 'svg', 'pdf'].includes(format) || encoderOf(encoders, format) !== null,
    ),
    draw,
    fit,
    async alt(order) {
      const placed = await placeCard(drawers, order.card, order.look);
      return shortAltText(order.card, slideShown(placed, order));
    },
    async slides(order) {
      const first = slideOf(order, 1);
      const placed = await placeCard(drawers, first.card, first.look);
      const pictures = [(await encode(placed, first)).bytes];
      for (let slide = 2; slide <= (placed.slide?.count ?? 1); slide++)
        pictures.push(await draw(slideOf(order, slide)));
      return pictures;
    },
    sheet: (sheet) => contactSheet(drawers, raster, sheet),
  };
}

/** The one slide of several that a picture shows; `null` where it shows the whole quote. */
function slideShown({ slide }: PlacedCard, { allSlides = false }: CardOrder): PlacedCard['slide'] {
  return allSlides ? null : slide;
}

function pdfSourcesOf({ text }: Drawers, { pdfJpeg, rasterizer }: Media): PdfSources {
  return { text, pictures: new Pictures(rasterizer, pdfJpeg) };
}

/** The order of one slide of a card, from 1. */
export function slideOf(order: CardOrder, slide: number): CardOrder {
  return { ...order, allSlides: false, look: { ...order.look, slide } };
}

/** The key of a picture: known before it is drawn. */
export function orderKey({ look, ...order }: CardOrder, drawerVersion: string): Promise<string> {
  const { name, revision } = templates[look.template];
  return cardKey({ ...order, look: { ...look, template: [name, revision] }, drawerVersion });
}
