/**
 * What a pack is made of, by number: first the cards, all quotes in one variant, then all in the next, so that those drawn one
 * after the other share their layer; then the contact sheets. Nothing is stored of an item before it is done.
 */
import { z } from 'zod';
import { PullquoteError } from '../errors.ts';
import { CONTENT_TYPES, type CardFormat } from '../card/format.ts';
import { PLATFORM_NAMES } from '../card/platforms.ts';
import { isClip, itemLook, MAX_ITEMS, type ItemLook, type Variant } from './request.ts';

/** Quotes on one contact sheet. */
const SHEET_QUOTES = 40;

/** Plans are kept as one value of a database, of which the smaller one takes 2 MB. */
const MAX_PLAN = 1_900_000;

const reason = z.object({ code: z.string(), message: z.string() });

/** A quote of a pack: its ID, with a look where it has one of its own; or what was asked for and why that is no quote. */
const planned = z.union([
  z.string(),
  z.object({ quote: z.string(), look: itemLook }),
  z.object({ asked: z.string(), error: reason }),
]);

const plan = z.object({
  episodeId: z.string(),
  quotes: z.array(planned),
  variants: z.array(
    z.union([
      z.object({
        template: z.null(),
        size: z.string(),
        platform: z.null(),
        format: z.literal('mp4'),
      }),
      z.object({
        template: z.string().nullable(),
        size: z.string().nullable(),
        platform: z.enum(PLATFORM_NAMES).nullable(),
        format: z.custom<CardFormat>((value) => typeof value === 'string' && value in CONTENT_TYPES),
      }),
    ]),
  ),
});

export type Planned = z.output<typeof planned>;
export type Plan = z.output<typeof plan>;

export type Item =
  | { kind: 'card'; quote: number; variant: Variant }
  /** Quotes from `from` up to `to`. */
  | { kind: 'sheet'; from: number; to: number };

/**
 * Checks what was chosen and makes it a plan.
 * @throws PullquoteError `bad-parameter` where nothing was chosen, `too-large` for too many cards, and why the first quote
 * is none where all are none
 */
export function makePlan(episodeId: string, quotes: readonly Planned[], variants: readonly Variant[]): Plan {
  const [first] = quotes;
  if (first === undefined) {
    throw new PullquoteError('bad-parameter', 'Expected at least one quote for `select` but received none.', {
      parameter: 'select',
    });
  }
  const count = quotes.length * variants.length;
  if (count > MAX_ITEMS) {
    throw new PullquoteError(
      'too-large',
      `Expected at most ${MAX_ITEMS} cards in a pack but received ${quotes.length} quotes times ${variants.length} variants, which makes ${count}.`,
      { limit: MAX_ITEMS },
    );
  }
  const made = { episodeId, quotes: [...quotes], variants: [...variants] };
  if (JSON.stringify(made).length > MAX_PLAN) {
    throw new PullquoteError('too-large', `Expected fewer quotes in a pack: ${quotes.length} do not fit.`);
  }
  return made;
}

/** True for what turned out to be no quote. */
export function isNone(quote: Planned): quote is Extract<Planned, { error: unknown }> {
  return typeof quote === 'object' && 'error' in quote;
}

/** What was asked for: a quote's ID, or what turned out to be none. */
export function askedOf(quote: Planned): string {
  if (typeof quote === 'string') return quote;
  return 'asked' in quote ? quote.asked : quote.quote;
}

/** The look a quote has of its own. */
export function lookOf(quote: Planned): ItemLook {
  return typeof quote === 'object' && 'look' in quote ? quote.look : {};
}

/** A plan as it was stored. */
export function readPlan(stored: unknown): Plan {
  return plan.parse(stored);
}

/** Cards and clips. */
export function cardCount({ quotes, variants }: Plan): number {
  return quotes.length * variants.length;
}

/** The first item that is a clip, or what comes after the cards. */
export function firstClip({ quotes, variants }: Plan): number {
  const cards = variants.filter((variant) => !isClip(variant)).length;
  return quotes.length * cards;
}

/** Cards, clips and contact sheets. */
export function itemCount(made: Plan): number {
  return cardCount(made) + Math.ceil(made.quotes.length / SHEET_QUOTES);
}

/** What item `n` is, from 0 up to `itemCount`. */
export function itemAt(made: Plan, n: number): Item {
  const cards = cardCount(made);
  if (n >= cards) {
    const from = (n - cards) * SHEET_QUOTES;
    return { kind: 'sheet', from, to: Math.min(from + SHEET_QUOTES, made.quotes.length) };
  }
  const variant = made.variants[Math.floor(n / made.quotes.length)];
  if (variant === undefined) throw new RangeError(`A pack of ${cards} cards has no item ${n}.`);
  return { kind: 'card', quote: n % made.quotes.length, variant };
}
