import type { EpisodeText } from '../transcript/model.ts';
import { align, type Alignment } from '../transcript/align.ts';
import { tokensOf, type Token } from '../transcript/tokens.ts';
import { mintQuoteId, normHash } from './id.ts';
import type { Quote, Span } from './model.ts';
import { findMoved } from './moved.ts';
import { passageOf, quoteAt, sameSpans } from './quote.ts';
import { lexiconOf, sensitiveIn, turnsAround } from './sensitive.ts';
import { normalizeSpans, sentenceAt } from './text.ts';
import { tokenStarts, traceSpans, type Trace } from './trace.ts';

/** Words of a quote that may change for it to keep its ID: a fifth, and one in quotes of three or four words. */
function spared(size: number): number {
  return Math.max(Math.floor(size / 5), size >= 3 ? 1 : 0);
}

export interface OldRevision {
  text: EpisodeText;
  /** Every quote of the episode, whatever its status. */
  quotes: readonly Quote[];
}

export interface NextRevision {
  text: EpisodeText;
  revisionId: string;
  /** BCP 47 tag; it tells which words negate or count. Left out, those of every language do. */
  language?: string;
}

/** The episode whose quotes are moved: both revisions, aligned. */
interface Move {
  episodeId: string;
  old: { text: EpisodeText; tokens: Token[]; starts: Int32Array };
  next: { text: EpisodeText; tokens: Token[]; starts: Int32Array; revisionId: string };
  alignment: Alignment;
  isKept: (trace: Trace) => boolean;
  /** IDs and aliases in use. */
  taken: Set<string>;
  /** The occurrence to try next, by what a quote says: `Yeah.` may stand a thousand times. */
  minted: Map<string, number>;
}

function keysAt(tokens: readonly Token[], at: readonly number[]): string[] {
  return at.map((i) => tokens[i]?.key ?? '');
}

function moveOf(old: OldRevision, next: NextRevision, episodeId: string): Move {
  const oldTokens = tokensOf(old.text.words);
  const nextTokens = tokensOf(next.text.words);
  const revisions = [
    { text: old.text, tokens: oldTokens },
    { text: next.text, tokens: nextTokens },
  ] as const;
  const lexicon = lexiconOf(revisions, next.language);
  const oldSensitive = sensitiveIn(old.text, oldTokens, lexicon, 'lost');
  const nextSensitive = sensitiveIn(next.text, nextTokens, lexicon, 'added');
  return {
    episodeId,
    old: { text: old.text, tokens: oldTokens, starts: tokenStarts(oldTokens, old.text.words.length) },
    next: { ...next, tokens: nextTokens, starts: tokenStarts(nextTokens, next.text.words.length) },
    alignment: align(oldTokens, nextTokens),
    isKept: ({ size, lost, added }) =>
      lost.length <= spared(size) &&
      !lost.some(oldSensitive) &&
      !added.some(nextSensitive) &&
      !turnsAround(keysAt(oldTokens, lost), keysAt(nextTokens, added)),
    minted: new Map(),
    taken: new Set(old.quotes.flatMap((quote) => [quote.id, ...quote.aliases])),
  };
}

/** The quote at its place in the new revision. Its ID stays; the ID its new words would have had becomes an alias. */
async function carry(quote: Quote, spans: Span[], move: Move): Promise<Quote> {
  const { text, revisionId } = move.next;
  const normalised = normalizeSpans(text, spans);
  const hash = await normHash(move.episodeId, normalised);
  const moved = { ...quote, revisionId, ...passageOf(text, spans), supersededBy: null };
  if (hash === quote.normHash) return { ...moved, status: 'live' };
  if (normalizeSpans(move.old.text, quote.spans) === normalised && quote.status === 'changed') return moved;
  const alias = await mintFree(move, normalised);
  return { ...moved, status: 'changed', aliases: [...quote.aliases, alias] };
}

async function mintFree(move: Move, normalised: string): Promise<string> {
  for (let occurrence = move.minted.get(normalised) ?? 0; ; occurrence++) {
    const id = await mintQuoteId(move.episodeId, normalised, occurrence);
    if (move.taken.has(id)) continue;
    move.taken.add(id);
    move.minted.set(normalised, occurrence + 1);
    return id;
  }
}

async function mint(move: Move, spans: Span[], author: string | null): Promise<Quote> {
  const normalised = normalizeSpans(move.next.text, spans);
  const id = await mintFree(move, normalised);
  const input = {
    episodeId: move.episodeId,
    revisionId: move.next.revisionId,
    text: move.next.text,
    spans,
    author,
  };
  return quoteAt(input, id, await normHash(move.episodeId, normalised));
}

const keyOf = (spans: readonly Span[]): string =>
  spans.map((span) => `${span.wordFrom}-${span.wordTo}`).join();

/**
 * Moves the quotes of an episode to a new revision of its transcript and mints one for every sentence that has none.
 *
 * - A quote of which at least 80 % of the words survive keeps its ID (all but one, of three or four words): `live` where
 *   they are the words it was minted for, else `changed`. Not so where a negation, a number or a name was lost or came in.
 * - Words that were moved elsewhere, or come back after a faulty revision, take their ID with them.
 * - Another quote is `superseded` by the one that now stands in its place. Where nothing does, it is `withdrawn`.
 *
 * Returns every quote of the episode, old and new. No new ID equals an old one or an alias.
 */
export async function reAddress(old: OldRevision, next: NextRevision): Promise<Quote[]> {
  const episodeId = old.quotes[0]?.episodeId;
  if (episodeId === undefined) throw new Error('Expected at least one quote to move');
  const move = moveOf(old, next, episodeId);
  const carried = new Map<string, Quote>();
  const taken = new Map<string, Quote>();
  const place = async (quote: Quote, spans: Span[]): Promise<void> => {
    const moved = await carry(quote, spans, move);
    carried.set(quote.id, moved);
    if (!taken.has(keyOf(spans))) taken.set(keyOf(spans), moved);
  };

  const traces = new Map<string, Trace>();
  for (const quote of old.quotes) {
    if (quote.status !== 'live' && quote.status !== 'changed') continue;
    const trace = traceSpans(quote.spans, move.old, move.next, move.alignment);
    traces.set(quote.id, trace);
    if (trace.spans.length > 0 && move.isKept(trace)) await place(quote, trace.spans);
  }
  const lost = old.quotes.filter((quote) => !carried.has(quote.id));
  const isFree = (spans: readonly Span[]): boolean => !taken.has(keyOf(spans));
  for (const { quote, spans } of findMoved(lost, move.next, move.alignment, isFree)) {
    await place(quote, spans);
  }

  for (const { wordFrom, wordTo } of next.text.sentences) {
    const spans = [{ wordFrom, wordTo }];
    if (!taken.has(keyOf(spans))) taken.set(keyOf(spans), await mint(move, spans, null));
  }
  const result: Quote[] = [];
  for (const quote of old.quotes) {
    const moved = carried.get(quote.id);
    const trace = traces.get(quote.id);
    if (moved !== undefined) result.push(moved);
    else if (trace === undefined) result.push(quote);
    else result.push(await retire(quote, trace, move, taken));
  }
  const known = new Set(old.quotes.map((quote) => quote.id));
  for (const quote of taken.values()) if (!known.has(quote.id)) result.push(quote);
  return result;
}

/** A quote that lost its words: another stands in its place, or none. */
async function retire(quote: Quote, trace: Trace, move: Move, taken: Map<string, Quote>): Promise<Quote> {
  if (trace.spans.length === 0) return { ...quote, status: 'withdrawn', supersededBy: null };
  const spans = wasSentence(quote, move.old.text) ? [mostlyIn(trace.spans, move.next.text)] : trace.spans;
  const successor = taken.get(keyOf(spans)) ?? (await mint(move, spans, quote.author));
  taken.set(keyOf(spans), successor);
  return { ...quote, status: 'superseded', supersededBy: successor.id };
}

function wasSentence(quote: Quote, text: EpisodeText): boolean {
  const [span] = quote.spans;
  const sentence = span === undefined ? undefined : sentenceAt(text.sentences, span.wordFrom);
  return (
    sentence !== undefined &&
    sameSpans(quote.spans, [{ wordFrom: sentence.wordFrom, wordTo: sentence.wordTo }])
  );
}

/** The sentence that holds most of the spans. */
function mostlyIn(spans: readonly Span[], text: EpisodeText): Span {
  let best: Span = { wordFrom: 0, wordTo: 0 };
  let most = 0;
  for (const { wordFrom, wordTo } of text.sentences) {
    const share = spans.reduce(
      (sum, span) => sum + Math.max(0, Math.min(wordTo, span.wordTo) - Math.max(wordFrom, span.wordFrom)),
      0,
    );
    if (share > most) {
      most = share;
      best = { wordFrom, wordTo };
    }
  }
  return best;
}
