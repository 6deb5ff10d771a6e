import { PullquoteError } from '../errors.ts';
import type { Episode, Quote, Show } from '../quote/model.ts';
import { makeQuote } from '../quote/quote.ts';
import { parseRange } from '../quote/range.ts';
import { select } from '../quote/select.ts';
import type { Store } from '../store/port.ts';
import type { Quotable } from './resolve.ts';

/** What an image's or page's address names: a quote, or a range of an episode as it was asked for. */
export type CardAddress =
  | { quoteId: string }
  /** `range` is the raw path segment, percent-encoded as it came. */
  | { episodeId: string; range: string };

/** The words an address stands for, with their episode and show. */
export interface Subject {
  quote: Quotable & Pick<Quote, 'spans'>;
  episode: Episode;
  show: Show;
}

/** The quote that took the place of the one asked for. */
export interface Superseded {
  supersededBy: string;
}

/**
 * Looks an address up. A range that says exactly what a minted quote says stands for that quote.
 * @throws PullquoteError `not-found`, `gone` for a withdrawn quote, and what ranges throw (see `quote/select`)
 */
export async function findSubject(
  store: Store,
  address: CardAddress,
  snap: 'sentence' | 'word',
): Promise<Subject | Superseded> {
  if ('episodeId' in address) return findRange(store, address.episodeId, address.range, snap);
  const quote = await store.quote(address.quoteId);
  if (quote === null) throw notFound('quote', address.quoteId);
  if (quote.status === 'superseded' && quote.supersededBy !== null)
    return { supersededBy: quote.supersededBy };
  if (quote.status === 'withdrawn' || quote.status === 'superseded') {
    throw new PullquoteError(
      'gone',
      `The quote ${quote.id} was withdrawn: its episode no longer says these words.`,
    );
  }
  return withEpisode(store, quote, quote.episodeId);
}

async function findRange(
  store: Store,
  episodeId: string,
  range: string,
  snap: 'sentence' | 'word',
): Promise<Subject> {
  const current = await store.current(episodeId);
  if (current === null) throw notFound('episode', episodeId);
  const { revision, text } = current;
  const lookup = (id: string): Promise<Quote | null> => store.quote(id);
  const selection = await select(parseRange(range), { episodeId, text, quote: lookup }, { snap });
  const { spans } = selection;
  const candidate = await makeQuote({ episodeId, revisionId: revision.id, text, spans }, lookup);
  const minted = await lookup(candidate.id);
  return withEpisode(store, minted ?? { ...selection, id: null }, episodeId);
}

async function withEpisode(store: Store, quote: Subject['quote'], episodeId: string): Promise<Subject> {
  const episode = await store.episode(episodeId);
  const show = episode === null ? null : await store.show(episode.showId);
  if (episode === null || show === null) throw notFound('episode', episodeId);
  return { quote, episode, show };
}

function notFound(kind: 'quote' | 'episode', id: string): PullquoteError {
  return new PullquoteError('not-found', `There is no ${kind} \`${id}\` here.`, { id });
}
