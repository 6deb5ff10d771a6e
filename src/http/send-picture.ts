import { isKnown } from '../card/headers.ts';
import { PullquoteError } from '../errors.ts';
import { byteRange } from './byte-range.ts';
import type { AppContext } from './context.ts';
import type { Picture } from './pictures.ts';

/**
 * A picture as the request asks for it: whole, a part of its bytes, or not at all where the caller has it.
 * @throws PullquoteError `bytes-outside`
 */
export function sendPicture(
  c: AppContext,
  { bytes, headers }: Picture,
  more: Readonly<Record<string, string>> = {},
): Response {
  const tag = headers['ETag'] ?? '';
  const own = { 'X-Request-Id': c.var.requestId, ...more };
  if (isKnown(c.req.header('If-None-Match') ?? null, tag.replaceAll('"', ''))) {
    c.set('hasId', true);
    const { 'Content-Type': _type, 'Accept-Ranges': _ranges, ...rest } = headers;
    return new Response(null, { status: 304, headers: { ...rest, ...own } });
  }
  const range = c.req.method === 'GET' ? c.req.header('Range') : undefined;
  const ifRange = range === undefined ? undefined : c.req.header('If-Range');
  const part =
    range === undefined || (ifRange !== undefined && ifRange !== tag) ? null : byteRange(range, bytes.length);
  if (part === 'unsatisfiable') {
    throw new PullquoteError(
      'bytes-outside',
      `Expected a range of ${bytes.length} bytes but received \`${range}\`.`,
      {
        length: bytes.length,
      },
    );
  }
  c.set('hasId', true);
  if (part === null) {
    return new Response(bytes, {
      headers: { ...headers, 'Content-Length': String(bytes.length), ...own },
    });
  }
  return new Response(bytes.subarray(part.from, part.to), {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(part.to - part.from),
      'Content-Range': `bytes ${part.from}-${part.to - 1}/${bytes.length}`,
      ...own,
    },
  });
}
