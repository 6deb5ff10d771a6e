import { PullquoteError } from '../errors.ts';
import type { Quote, Span } from '../quote/model.ts';
import { parseRange, type Range } from '../quote/range.ts';
import { select } from '../quote/select.ts';
import type { Store } from '../store/port.ts';
import { confirmSpeakers as confirm, turnsWithin } from '../transcript/speakers.ts';
import { currentText } from './mint.ts';

export interface Confirmation {
  episodeId: string;
  /** The words someone listened to, as the range grammar writes them or parsed. */
  range: string | Range;
  /** ID or name of a participant of the episode. */
  participant: string;
}

/**
 * Keeps that a person says whose words these are. The words, and so all addresses, stay as they are; the turns of
 * every quote they are part of change with them.
 * @returns what was confirmed, and how many quotes have other speakers than before
 * @throws PullquoteError `not-found` for the episode, `bad-parameter` for one who is no participant, and what a range throws
 */
export async function confirmSpeakers(
  { store }: { store: Store },
  { episodeId, range, participant }: Confirmation,
): Promise<{ spans: Span[]; participantId: string; quotes: number }> {
  const { revision, text } = await currentText(store, episodeId);
  const participantId = await participantOf(store, episodeId, participant);
  const parsed = typeof range === 'string' ? parseRange(range) : range;
  const { spans } = await select(parsed, { episodeId, text, quote: (id) => store.quote(id) });
  const next = confirm(text, spans, participantId);
  const quotes = (await store.allQuotes(episodeId))
    .filter((quote) => quote.revisionId === revision.id && touches(quote, spans))
    .map((quote) => ({ ...quote, turns: turnsWithin(next.turns, quote.spans) }));
  await store.saveText({ revision, text: next, quotes });
  return { spans, participantId, quotes: quotes.length };
}

async function participantOf(store: Store, episodeId: string, who: string): Promise<string> {
  const participants = (await store.episode(episodeId))?.participants ?? [];
  const found =
    participants.find(({ id }) => id === who) ??
    participants.find(({ name }) => name.toLowerCase() === who.toLowerCase());
  if (found) return found.id;
  const known = participants.map(({ id }) => `\`${id}\``).join(', ');
  throw new PullquoteError(
    'bad-parameter',
    `Expected a participant of the episode${known === '' ? ', which names none,' : ` (${known})`} but received \`${who}\`.`,
  );
}

function touches(quote: Quote, spans: readonly Span[]): boolean {
  return quote.spans.some((own) =>
    spans.some((span) => own.wordFrom < span.wordTo && span.wordFrom < own.wordTo),
  );
}
