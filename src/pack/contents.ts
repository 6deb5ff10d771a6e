/** What a pack holds once its items are done: its files under their names, and what is said of them. */
import { clock } from '../card/time.ts';
import { splitFormat, type CardFormat } from '../card/format.ts';
import type { KeptFile, NamedFile, PackItemRow, Reason } from '../store/pack-port.ts';
import { quoteAbout, type QuoteAbout } from './about.ts';
import { askedOf, cardCount, itemAt, lookOf, type Plan } from './plan.ts';
import type { Variant } from './request.ts';

/** A card of a pack: one file, or a carousel's slides. */
export interface PackedCard {
  template: string | null;
  /** Name of the size, or of the platform it is for. */
  size: string;
  format: CardFormat | 'mp4';
  key: string | null;
  files: NamedFile[];
  error: Reason | null;
}

export interface PackedQuote {
  /** From 1. */
  number: number;
  /** What was asked for: an ID or range. */
  asked: string;
  /** `null` where the quote was not found. */
  about: QuoteAbout | null;
  cards: PackedCard[];
}

export interface PackContents {
  episode: { id: string; title: string; show: string; url: string | null; publishedAt: string | null };
  quotes: PackedQuote[];
  sheets: NamedFile[];
}

/** Puts items (in order; those not done may be missing) in the places they have in the pack. */
export function contentsOf(
  episode: PackContents['episode'],
  plan: Plan,
  items: Iterable<PackItemRow>,
): PackContents {
  const quotes = plan.quotes.map((planned, nth): PackedQuote => ({
    number: nth + 1,
    asked: askedOf(planned),
    about: null,
    cards: [],
  }));
  const sheets: NamedFile[] = [];
  const cards = cardCount(plan);
  for (const { n, key, files, about, error } of items) {
    const item = itemAt(plan, n);
    if (item.kind === 'sheet') {
      const name = `contact-sheet${n === cards ? '' : `-${n - cards + 1}`}.png`;
      sheets.push(...files.map((file) => ({ ...file, name })));
      continue;
    }
    const quote = quotes[item.quote];
    if (quote === undefined) continue;
    const told = about === null ? null : quoteAbout.parse(about);
    if (told !== null) quote.about = told;
    const template = lookOf(plan.quotes[item.quote] ?? '').template ?? item.variant.template;
    const stem = stemOf(plan, quote, { ...item.variant, template });
    quote.cards.push({
      template,
      size: labelOf(item.variant),
      format: madeAs(files) ?? item.variant.format,
      key,
      files: named(files, stem),
      error,
    });
  }
  return { episode, quotes, sheets };
}

/** `03_13-36_bold_square`: number, time, look where there are several, size. */
function stemOf(
  plan: Plan,
  { number, about }: PackedQuote,
  variant: Pick<Variant, 'size' | 'platform'> & { template: string | null },
): string {
  const digits = Math.max(2, String(plan.quotes.length).length);
  const time = about?.startMs == null ? [] : [clock(about.startMs).replaceAll(':', '-')];
  const look = variant.template === null ? [] : [variant.template];
  return [String(number).padStart(digits, '0'), ...time, ...look, labelOf(variant)].join('_');
}

function labelOf({ size, platform }: Pick<Variant, 'size' | 'platform'>): string {
  return size ?? platform ?? '';
}

/** Names of a card's file, or of its slides and the document of them all. */
function named(files: readonly KeptFile[], stem: string): NamedFile[] {
  const slides = files.filter((file) => files.length === 1 || extension(file) !== '.pdf').length;
  return files.map((file, nth) => {
    const slide = slides === 1 ? '' : nth < slides ? `_${nth + 1}-of-${slides}` : '_carousel';
    const folder = extension(file) === '.mp4' ? 'clips' : 'cards';
    return { ...file, name: `${folder}/${stem}${slide}${extension(file)}` };
  });
}

/** The format a card came to have: a platform may take another than was asked for. */
function madeAs([file]: readonly KeptFile[]): PackedCard['format'] | null {
  return file === undefined || extension(file) === '.mp4' ? null : (splitFormat(file.blob)?.format ?? null);
}

function extension({ blob }: KeptFile): string {
  return blob.slice(blob.lastIndexOf('.'));
}

/** All files made for cards and sheets, in the order they have in an archive. */
export function filesOf({ quotes, sheets }: PackContents): NamedFile[] {
  return [...quotes.flatMap(({ cards }) => cards.flatMap(({ files }) => files)), ...sheets];
}
