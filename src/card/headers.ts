import { shortAltText } from './alt.ts';
import type { CardOrder } from './draw.ts';
import type { Card } from './model.ts';

/** True where one of the tags of an `If-None-Match` is the key (RFC 9110, section 13.1.2, weak comparison). */
export function isKnown(ifNoneMatch: string | null, key: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(`"${key}"`);
}

/**
 * The headers of a card. Only the address of a quote with a current key is permanent; a range is a lookup.
 */
export function cardHeaders(
  card: Card,
  key: string,
  extension: string,
  params: { v?: string | undefined; dl?: string | undefined },
  permanent: boolean,
): Record<string, string> {
  const forever = permanent && params.v === key;
  return {
    ETag: `"${key}"`,
    'Cache-Control': forever
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=300, stale-while-revalidate=86400',
    Link: `<${card.url}>; rel="canonical"`,
    'X-Alt-Text': altHeader(shortAltText(card)),
    ...(params.dl === undefined
      ? {}
      : { 'Content-Disposition': `attachment; filename="${fileName(card)}.${extension}"` }),
  };
}

/** What was decided for a picture that may only take so many bytes: `jpeg; quality=72; bytes=58120; max-bytes=60000`. */
export function howHeader({ maxBytes }: CardOrder, bytes: number, how: string): Record<string, string> {
  return maxBytes === undefined ? {} : { 'X-Card-Encoding': `${how}; bytes=${bytes}; max-bytes=${maxBytes}` };
}

/** The value of `X-Alt-Text` for a text. */
export function altHeader(text: string): string {
  return `UTF-8''${rfc8187(text)}`;
}

/** Percent-encoding of RFC 8187, section 3.2.1: only its `attr-char`s stand for themselves. */
function rfc8187(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function fileName(card: Card): string {
  const time = card.time === null ? [] : [card.time.label.replace(/[^\d:]/g, '').replaceAll(':', '-')];
  return [card.episodeId, ...time, ...(card.quoteId === null ? [] : [card.quoteId])].join('_');
}
