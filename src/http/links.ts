/** Addresses that a page and its embeds give away. */
import { issueVersion } from '../card/create.ts';
import type { CardFormat } from '../card/format.ts';
import type { CardAddress, Subject } from '../card/subject.ts';
import type { AppDeps } from './context.ts';

/** Path of a quote, or of a range as it was asked for where no quote says the same. */
export function pathOf(subject: Subject, address: CardAddress): string {
  if (subject.quote.id !== null) return `/q/${subject.quote.id}`;
  return 'range' in address ? `/e/${subject.episode.id}/${address.range}` : `/q/${address.quoteId}`;
}

type LinkDeps = Pick<AppDeps, 'store' | 'config' | 'drawer' | 'versions' | 'signer'>;

/** Makes the paths of a card's pictures, with their queries. */
export interface PictureLinks {
  /** With the key the picture has now, as `v`. */
  versioned(parameters?: Readonly<Record<string, string>>): Promise<string>;
  /** To keep as a file. */
  download(format: CardFormat, parameters?: Readonly<Record<string, string>>): Promise<string>;
}

/** Seconds a signed address in a private page is good for, at least. */
const GOOD = 3600;

/**
 * Pictures are asked for by an `<img>`, which has no token: where one is needed to see them, their addresses are signed.
 */
export function pictureLinks(deps: LinkDeps, subject: Subject, address: CardAddress): PictureLinks {
  const { config, signer } = deps;
  const path = pathOf(subject, address);
  const own: CardAddress = subject.quote.id === null ? address : { quoteId: subject.quote.id };
  const isPrivate = subject.show.visibility === 'private';

  async function link(format: CardFormat, query: URLSearchParams): Promise<string> {
    const needsSignature = (isPrivate || config.signedOnly) && config.signingKeys.length > 0;
    // The hour is full, so that one page asked for twice has the same addresses.
    const expires = isPrivate ? (Math.floor(Date.now() / 1000 / GOOD) + 2) * GOOD : null;
    const name = `${path}.${format}`;
    const whole = needsSignature ? await signer.sign(name, query, expires) : query;
    return whole.size === 0 ? name : `${name}?${whole.toString()}`;
  }

  return {
    async versioned(parameters = {}) {
      const query = new URLSearchParams(parameters);
      query.set('v', await issueVersion(deps, own, subject, 'png', query));
      return link('png', query);
    },
    download: (format, parameters = {}) => link(format, new URLSearchParams({ ...parameters, dl: '1' })),
  };
}

/** Where oEmbed answers for a page (oembed.com, section 4). */
export function oembedLinks(publicUrl: string, path: string): { json: string; xml: string } {
  const of = (format: string): string =>
    `${publicUrl}/oembed?${new URLSearchParams({ url: `${publicUrl}${path}`, format }).toString()}`;
  return { json: of('json'), xml: of('xml') };
}
