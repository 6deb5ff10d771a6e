import type { Episode, Quote } from '../quote/model.ts';
import { sentenceQuotes } from '../quote/quote.ts';
import { reAddress } from '../quote/readdress.ts';
import type { Revision, Store } from '../store/port.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { carryConfirmed } from './confirmed.ts';

/** A text, its quotes, and those the episode had before it. */
export interface Addressed {
  text: EpisodeText;
  before: readonly Quote[];
  quotes: Quote[];
}

/** Gives every sentence of a new revision its quote; where there was a revision before, quotes and confirmed speakers move. */
export async function address(
  store: Store,
  { id: revisionId }: Pick<Revision, 'id'>,
  episode: Episode,
  text: EpisodeText,
): Promise<Addressed> {
  const old = await store.current(episode.id);
  const before = old ? await store.allQuotes(episode.id) : [];
  if (!old || before.length === 0) {
    return { text, before, quotes: await sentenceQuotes(episode.id, revisionId, text) };
  }
  const participants = new Set(episode.participants.map(({ id }) => id));
  const carried = carryConfirmed(old.text, text, participants);
  const next = { text: carried, revisionId, language: episode.language };
  return { text: carried, before, quotes: await reAddress({ text: old.text, quotes: before }, next) };
}
