import type { Quote } from '../quote/model.ts';

/** Characters that fill a card well. */
const IDEAL = 95;
const [SHORTEST, LONGEST] = [45, 170];

/** Sentences at the start that greet, name the show and thank its sponsors. */
const OPENING = 6;

/**
 * The quote whose card stands for an episode: of a speaker whom a source states, of a length that reads well large. It is a choice by
 * looks that costs nothing, made anew for every page; `highlight/` picks by what is said.
 * @param quotes in the episode's order
 */
export function featuredQuote(quotes: readonly Quote[]): Quote | null {
  const fit = quotes
    .filter(({ status, spans }) => (status === 'live' || status === 'changed') && spans.length === 1)
    .filter(({ text }) => text.length >= SHORTEST && text.length <= LONGEST);
  const rated = fit.map((quote) => ({ quote, rate: rateOf(quote, quotes.indexOf(quote)) }));
  return rated.toSorted((a, b) => b.rate - a.rate)[0]?.quote ?? null;
}

function rateOf({ text, turns }: Quote, at: number): number {
  const isStated =
    turns.length === 1 && turns.every(({ source }) => source !== 'none' && source !== 'inferred');
  const isQuestion = /[?？؟]["”»’)]*$/.test(text);
  return (
    -Math.abs(text.length - IDEAL) / 100 + (isStated ? 1 : 0) - (isQuestion ? 1 : 0) - (at < OPENING ? 2 : 0)
  );
}
