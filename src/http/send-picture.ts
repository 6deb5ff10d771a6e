import { isKnown } from '../card/headers.ts';
import { type ByteRange, partOf } from './byte-range.ts';
import type { AppContext } from './context.ts';
import type { Picture, Remembered } from './pictures.ts';

type Headers = Readonly<Record<string, string>>;

/**
 * A picture as the request asks for it: whole, a part of its bytes, or not at all where the caller has it.
 * @throws PullquoteError `bytes-outside`
 */
export function sendPicture(c: AppContext, picture: Picture, more: Headers = {}): Response {
  const own = { 'X-Request-Id': c.get('requestId'), ...more };
  const known = sendKnown(picture, c.req.header('If-None-Match') ?? null, own);
  const part = known === null ? partOf(c, picture.headers['ETag'], picture.bytes.length) : null;
  c.set('hasId', true);
  return known ?? (part === null ? sendWhole(picture, own) : sendPart(picture, part, own));
}

/** 304 where the caller has the picture, else `null`. */
export function sendKnown(
  { headers }: Remembered,
  ifNoneMatch: string | null,
  own: Headers,
): Response | null {
  if (ifNoneMatch === null || !isKnown(ifNoneMatch, (headers['ETag'] ?? '').replaceAll('"', ''))) return null;
  const { 'Content-Type': _type, 'Accept-Ranges': _ranges, ...rest } = headers;
  return new Response(null, { status: 304, headers: { ...rest, ...own } });
}

export function sendWhole({ bytes, headers }: Picture, own: Headers): Response {
  return new Response(bytes, { headers: { ...headers, 'Content-Length': String(bytes.length), ...own } });
}

function sendPart({ bytes, headers }: Picture, { from, to }: ByteRange, own: Headers): Response {
  return new Response(bytes.subarray(from, to), {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(to - from),
      'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}`,
      ...own,
    },
  });
}
