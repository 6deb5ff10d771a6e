import { isKnown } from '../card/headers.ts';
import { PullquoteError } from '../errors.ts';
import { byteRange } from './byte-range.ts';
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
  const range = known === null && c.req.method === 'GET' ? c.req.header('Range') : undefined;
  const part = range === undefined ? null : partOf(picture, range, c.req.header('If-Range'));
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

function partOf(
  { bytes, headers }: Picture,
  range: string,
  ifRange: string | undefined,
): { from: number; to: number } | null {
  if (ifRange !== undefined && ifRange !== headers['ETag']) return null;
  const part = byteRange(range, bytes.length);
  if (part !== 'unsatisfiable') return part;
  throw new PullquoteError(
    'bytes-outside',
    `Expected a range of ${bytes.length} bytes but received \`${range}\`.`,
    { length: bytes.length },
  );
}

function sendPart(
  { bytes, headers }: Picture,
  { from, to }: { from: number; to: number },
  own: Headers,
): Response {
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
