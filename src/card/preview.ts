import { artName, type Blobs } from '../blobs/port.ts';
import { defaultBrand, type BrandKit } from '../brand/model.ts';
import { reportColors, type ColorReport } from '../brand/report.ts';
import { PullquoteError } from '../errors.ts';
import type { Span } from '../quote/model.ts';
import { templateNames } from '../../templates/index.ts';

import { orderOf, type CardDeps } from './create.ts';
import { shortAltText } from './alt.ts';
import type { CardOrder } from './draw.ts';
import type { Card } from './model.ts';
import { parseImageParams, previewParams } from './params.ts';
import { findSubject, type CardAddress } from './subject.ts';

/** A card nobody has asked for by its address yet. */
export interface Preview {
  png: Uint8Array;
  /** What it says. */
  card: Card;
  /** The same in words; of one slide of several, what that says. */
  alt: string;
  /** The words of the episode that stand on it. */
  spans: readonly Span[];
  /** Slides its words take, 1 where they fit on one card. */
  slides: number;
  /** Colours of the brand that words could not be read in, and what they are drawn in instead. */
  adjusted: ColorReport[];
}

/** What is tried on a card and not kept. */
export interface Trial {
  /** A brand as it is being edited, in place of a kept one. */
  kit: BrandKit | null;
  /** Digest of a picture in place of the speaker's. */
  photo: string | null;
}

/**
 * Draws a card and keeps nothing of it.
 * @throws PullquoteError as `createCard` does, `bad-image` for a picture that is not in blobs
 */
export async function previewCard(
  deps: Pick<CardDeps, 'store' | 'blobs' | 'config' | 'drawer' | 'admit' | 'timed'>,
  address: CardAddress,
  query: URLSearchParams,
  { kit, photo }: Trial,
): Promise<Preview> {
  await requirePicture(deps.blobs, photo);
  const params = parseImageParams(query, deps.config.maxPixels, previewParams);
  const subject = await deps.timed('words', () => findSubject(deps.store, address, params.snap));
  if ('supersededBy' in subject) {
    throw new PullquoteError('gone', `The quote was superseded by \`${subject.supersededBy}\`.`);
  }
  const kept = await orderOf(deps, subject, params, 'png');
  const order = {
    ...kept,
    ...(kit === null ? {} : { look: dressed(kept.look, kit, params.template) }),
    ...(photo === null ? {} : { card: shownAs(kept.card, photo) }),
  };
  await deps.admit();
  const {
    bytes: png,
    alt = shortAltText(order.card),
    slides = 1,
  } = await deps.timed('draw', () => deps.drawer.fit(order));
  return {
    png,
    card: order.card,
    alt,
    spans: subject.quote.spans,
    slides,
    adjusted: adjustedColors(order.look.brand),
  };
}

async function requirePicture(blobs: Blobs, digest: string | null): Promise<void> {
  if (digest === null || (await blobs.has(artName(digest)))) return;
  throw new PullquoteError(
    'bad-image',
    `Expected the digest of a picture kept before (\`POST /v1/pictures\`) but received \`${digest}\`.`,
  );
}

/** Those of a cover are chosen to be read, and Pullquote's own are meant as they are drawn. */
function adjustedColors({ id, colors }: BrandKit): ColorReport[] {
  if (colors === null || id === defaultBrand.id) return [];
  return reportColors(colors).filter(({ repaired }) => repaired);
}

/** The photo is cropped as the brand says: a person's own focus is of another picture. */
function shownAs(card: Card, photo: string): Card {
  return { ...card, speakers: card.speakers.map(({ name, role }) => ({ name, role, photo })) };
}

function dressed(
  look: CardOrder['look'],
  brand: BrandKit,
  asked: CardOrder['look']['template'] | undefined,
): CardOrder['look'] {
  const template = asked ?? templateNames.find((name) => name === brand.template) ?? look.template;
  return { ...look, brand, template };
}
