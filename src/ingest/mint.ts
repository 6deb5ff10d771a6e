import { PullquoteError } from '../errors.ts';
import type { Quote, Span } from '../quote/model.ts';
import { makeQuote } from '../quote/quote.ts';
import type { Range } from '../quote/range.ts';
import { select } from '../quote/select.ts';
import { mergeSpans } from '../quote/text.ts';
import type { RevisionText, Store } from '../store/port.ts';

export interface MintInput {
  episodeId: string;
  /** What to quote: a range as a person asks for it, or words of the current revision. */
  range?: Range;
  spans?: readonly Span[];
  /** A time range snaps outward to whole sentences, or only to whole words. */
  snap?: 'sentence' | 'word';
  /** Whose words are read aloud; left out, a quote that exists keeps its author. */
  author?: string | null;
}

/**
 * Gives a range an address and keeps it. The same words get the same quote however often and in whatever way they are asked for.
 * @throws PullquoteError `not-found` for an episode without words, `bad-range`, `range-outside`, `ambiguous-text`, …
 */
export async function mintQuote({ store }: { store: Store }, input: MintInput): Promise<Quote> {
  const { episodeId, author } = input;
  const current = await currentText(store, episodeId);
  const spans = await spansOf(store, current, input);
  const { revision, text } = current;
  const stored = await store.quoteOf(revision.id, spans);
  if (stored && (author === undefined || author === stored.author)) return stored;
  const quote = stored
    ? { ...stored, author: author ?? null }
    : await makeQuote(
        { episodeId, revisionId: revision.id, text, spans, ...(author !== undefined && { author }) },
        (id) => store.quote(id),
      );
  await store.saveQuotes([quote]);
  return quote;
}

/** The words of an episode. @throws PullquoteError `not-found` */
export async function currentText(store: Store, episodeId: string): Promise<RevisionText> {
  const current = await store.current(episodeId);
  if (current) return current;
  throw new PullquoteError('not-found', `There is no episode \`${episodeId}\`.`, { episode: episodeId });
}

async function spansOf(store: Store, { text }: RevisionText, input: MintInput): Promise<Span[]> {
  const { episodeId, range, spans, snap } = input;
  if (range) {
    const source = { episodeId, text, quote: (id: string) => store.quote(id) };
    return (await select(range, source, snap === undefined ? {} : { snap })).spans;
  }
  const merged = mergeSpans(spans ?? []);
  const count = text.words.length;
  const isWithin = ({ wordFrom, wordTo }: Span): boolean =>
    wordFrom >= 0 && wordFrom < wordTo && wordTo <= count;
  if (merged.length > 0 && spans?.every(isWithin)) return merged;
  throw new PullquoteError(
    'range-outside',
    `Expected spans of words from 0 to ${count} for \`spans\` but received \`${JSON.stringify(spans ?? [])}\`.`,
    { words: count },
  );
}
