/** What an address of this service names, for those who are given one: oEmbed. */
import { CONTENT_TYPES, type CardFormat } from '../card/format.ts';
import type { CardAddress } from '../card/subject.ts';

export type Place =
  | { kind: 'episode'; episodeId: string }
  | { kind: 'page'; address: CardAddress; path: string }
  | { kind: 'image'; address: CardAddress; path: string; format: CardFormat; query: URLSearchParams };

/** `null` for an address that is none of ours, or leads to nothing that could be shown elsewhere. */
export function placeOf(address: string, publicUrl: string): Place | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.host !== new URL(publicUrl).host) return null;
  const [, kind = '', first = '', second, more] = url.pathname.split('/');
  if (first === '' || more !== undefined) return null;
  const [stem, format] = formatOf(second ?? first);
  if (kind === 'e' && second === undefined) return { kind: 'episode', episodeId: decoded(first) };
  const card: CardAddress | null =
    kind === 'q' && second === undefined
      ? { quoteId: decoded(stem) }
      : kind === 'e' && second !== undefined && second !== ''
        ? { episodeId: decoded(first), range: stem }
        : null;
  if (card === null) return null;
  const path = 'quoteId' in card ? `/q/${stem}` : `/e/${first}/${stem}`;
  if (format === null) return { kind: 'page', address: card, path };
  return { kind: 'image', address: card, path, format, query: url.searchParams };
}

function formatOf(name: string): [stem: string, format: CardFormat | null] {
  for (const format of Object.keys(CONTENT_TYPES)) {
    if (isFormat(format) && name.endsWith(`.${format}`)) return [name.slice(0, -format.length - 1), format];
  }
  return [name, null];
}

function isFormat(name: string): name is CardFormat {
  return name in CONTENT_TYPES;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
