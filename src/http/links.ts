/** Addresses that a page and its embeds give away. */
import { issueVersion } from '../card/create.ts';
import type { CardAddress, Subject } from '../card/subject.ts';
import type { AppDeps } from './context.ts';

/** Path of a quote, or of a range as it was asked for where no quote says the same. */
export function pathOf(subject: Subject, address: CardAddress): string {
  if (subject.quote.id !== null) return `/q/${subject.quote.id}`;
  return 'range' in address ? `/e/${subject.episode.id}/${address.range}` : `/q/${address.quoteId}`;
}

/** The address that `pathOf` names. */
export function ownAddress(subject: Subject, address: CardAddress): CardAddress {
  return subject.quote.id === null ? address : { quoteId: subject.quote.id };
}

/** The query of a card's picture, `?size=og&v=…`, with the key it has now. */
export async function versionedQuery(
  deps: Pick<AppDeps, 'store' | 'config' | 'drawer' | 'versions'>,
  subject: Subject,
  address: CardAddress,
  parameters: Readonly<Record<string, string>> = {},
): Promise<string> {
  const query = new URLSearchParams(parameters);
  query.set('v', await issueVersion(deps, ownAddress(subject, address), subject, 'png', query));
  return `?${query.toString()}`;
}

/** Where oEmbed answers for a page (oembed.com, section 4). */
export function oembedLinks(publicUrl: string, path: string): { json: string; xml: string } {
  const of = (format: string): string =>
    `${publicUrl}/oembed?${new URLSearchParams({ url: `${publicUrl}${path}`, format }).toString()}`;
  return { json: of('json'), xml: of('xml') };
}
