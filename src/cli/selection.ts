import type { CardResponse } from '../card/create.ts';
import type { Pending } from '../clip/create.ts';
import type { CardAddress } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';

/** The address a selection stands for: a quote's ID, or `EPISODE/RANGE`. */
export function addressOf(selection: string): CardAddress {
  const slash = selection.indexOf('/');
  if (slash < 0) return { quoteId: selection };
  return { episodeId: selection.slice(0, slash), range: selection.slice(slash + 1) };
}

/** Makes a picture or clip, going on to the quote that took the place of a superseded one. */
export async function follow(
  address: CardAddress,
  create: (address: CardAddress) => Promise<CardResponse | Pending>,
): Promise<Uint8Array> {
  const card = await create(address);
  if (card.status === 'ok') return card.bytes;
  const next = card.status === 'redirect' ? /^\/q\/([^.]+)\./.exec(card.location)?.[1] : undefined;
  if (next === undefined || next === ('quoteId' in address ? address.quoteId : '')) {
    throw new PullquoteError('gone', 'The quote was superseded.');
  }
  console.error(`The quote was superseded by ${next}; that one is drawn.`);
  return follow({ quoteId: next }, create);
}
