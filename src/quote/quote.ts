import type { EpisodeText, Timing } from '../transcript/model.ts';
import { turnsWithin } from '../transcript/speakers.ts';
import { timingOf } from '../transcript/timing.ts';
import { mintQuoteId, normHash } from './id.ts';
import type { Quote, Span } from './model.ts';
import { normalizeSpans, quoteText } from './text.ts';

/** Everything about the words of `spans` that a quote or selection shows. */
export interface Passage {
  spans: Span[];
  text: string;
  startMs: number | null;
  endMs: number | null;
  timing: Timing;
  turns: Quote['turns'];
}

/** Reads the words of `spans` (in order, not overlapping): text, times, speakers. */
export function passageOf(text: EpisodeText, spans: readonly Span[]): Passage {
  const first = spans[0]?.wordFrom ?? 0;
  const last = (spans.at(-1)?.wordTo ?? 1) - 1;
  const timing = timingOf(text, first);
  const startMs = timing.kind === 'none' ? null : (text.words[first]?.startMs ?? null);
  return {
    spans: spans.map((span) => ({ ...span })),
    text: quoteText(text, spans),
    startMs,
    endMs: startMs === null ? null : (text.words[last]?.endMs ?? null),
    timing,
    turns: turnsWithin(text.turns, spans),
  };
}

export interface QuoteInput {
  episodeId: string;
  revisionId: string;
  text: EpisodeText;
  /** In order, not overlapping, not empty. */
  spans: readonly Span[];
  /** Whose words are read aloud, where a person said so. Left out, a quote that exists keeps its author. */
  author?: string | null;
}

/**
 * The quote at `spans`: the one that exists there already, or a new one under the first free ID. `lookup` finds a quote by
 * its ID or one of its aliases.
 */
export async function makeQuote(
  input: QuoteInput,
  lookup: (id: string) => Promise<Quote | null>,
): Promise<Quote> {
  const normalised = normalizeSpans(input.text, input.spans);
  for (let occurrence = 0; ; occurrence++) {
    const id = await mintQuoteId(input.episodeId, normalised, occurrence);
    const found = await lookup(id);
    if (found === null) return quoteAt(input, id, await normHash(input.episodeId, normalised));
    if (isSame(found, input)) {
      return input.author === undefined ? found : { ...found, author: input.author };
    }
  }
}

function isSame(quote: Quote, input: QuoteInput): boolean {
  return (
    quote.episodeId === input.episodeId &&
    quote.revisionId === input.revisionId &&
    (quote.status === 'live' || quote.status === 'changed') &&
    sameSpans(quote.spans, input.spans)
  );
}

/** True where both hold the same words. */
export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every((span, i) => span.wordFrom === b[i]?.wordFrom && span.wordTo === b[i]?.wordTo)
  );
}

/** A new live quote under an ID minted by the caller. */
export function quoteAt(input: QuoteInput, id: string, hash: string): Quote {
  return {
    id,
    episodeId: input.episodeId,
    revisionId: input.revisionId,
    ...passageOf(input.text, input.spans),
    normHash: hash,
    aliases: [],
    status: 'live',
    supersededBy: null,
    author: input.author ?? null,
  };
}

/** A quote for every sentence, in order. Equal sentences are told apart by their occurrence. */
export async function sentenceQuotes(
  episodeId: string,
  revisionId: string,
  text: EpisodeText,
): Promise<Quote[]> {
  const seen = new Map<string, number>();
  return Promise.all(
    text.sentences.map(async ({ wordFrom, wordTo }) => {
      const spans = [{ wordFrom, wordTo }];
      const normalised = normalizeSpans(text, spans);
      const occurrence = seen.get(normalised) ?? 0;
      seen.set(normalised, occurrence + 1);
      const hash = await normHash(episodeId, normalised);
      const id = occurrence === 0 ? `q_${hash}` : await mintQuoteId(episodeId, normalised, occurrence);
      return quoteAt({ episodeId, revisionId, text, spans }, id, hash);
    }),
  );
}
