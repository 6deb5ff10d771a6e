import { PullquoteError } from '../errors.ts';
import type { Episode, Quote, Show } from '../quote/model.ts';
import { parseRange } from '../quote/range.ts';
import { select } from '../quote/select.ts';
import { quoteText } from '../quote/text.ts';
import type { Store } from '../store/port.ts';
import type { EpisodeText } from '../transcript/model.ts';

/** What an image's or page's address names: a quote, or a range of an episode as it was asked for. */
export type CardAddress =
  | { quoteId: string }
  /** `range` is the raw path segment, percent-encoded as it came. */
  | { episodeId: string; range: string };

/** What a card says of a part of an episode, minted or not. */
type Quotable = Pick<Quote, 'spans' | 'text' | 'startMs' | 'endMs' | 'timing' | 'turns' | 'author'> & {
  id: string | null;
};

/** The words an address stands for, with their episode and show. */
export interface Subject {
  quote: Quotable;
  /** The words of each turn, for a quote of two turns. */
  exchange: readonly [first: string, second: string] | null;
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
  const found = await store.quoted(address.quoteId);
  if (found === null) throw notFound('quote', address.quoteId);
  const { quote, episode, show } = found;
  if (quote.status === 'superseded' && quote.supersededBy !== null)
    return { supersededBy: quote.supersededBy };
  if (quote.status === 'withdrawn' || quote.status === 'superseded') {
    throw new PullquoteError(
      'gone',
      `The quote ${quote.id} was withdrawn: its episode no longer says these words.`,
    );
  }
  const current = quote.turns.length === 2 ? await store.current(quote.episodeId) : null;
  const text = current?.revision.id === quote.revisionId ? current.text : null;
  return { quote, exchange: exchangeOf(quote, text), episode, show };
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
  const quote = (await store.quoteOf(revision.id, selection.spans)) ?? { ...selection, id: null };
  const episode = await store.episode(episodeId);
  const show = episode === null ? null : await store.show(episode.showId);
  if (episode === null || show === null) throw notFound('episode', episodeId);
  return { quote, exchange: exchangeOf(quote, text), episode, show };
}

/** @param text the words of the quote's revision, where they are at hand */
function exchangeOf({ turns }: Quotable, text: EpisodeText | null): Subject['exchange'] {
  const [first, second, ...more] = turns;
  const isExchange = text !== null && first !== undefined && second !== undefined && more.length === 0;
  return isExchange ? [quoteText(text, [first]), quoteText(text, [second])] : null;
}

function notFound(kind: 'quote' | 'episode', id: string): PullquoteError {
  return new PullquoteError('not-found', `There is no ${kind} \`${id}\` here.`, { id });
}
