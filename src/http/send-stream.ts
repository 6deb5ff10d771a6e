import { isKnown } from '../card/headers.ts';
import { partOf } from './byte-range.ts';
import type { AppContext } from './context.ts';
import { sizedStreamOf } from './streams.ts';

/** A file too large to be held, of which any part can be read. */
export interface Streamed {
  /** Another one for other bytes. */
  version: string;
  size: number;
  read(from: number, to: number): AsyncGenerator<Uint8Array, void, void>;
}

/**
 * A file as the request asks for it: whole, a part of its bytes, or not at all where the caller has it.
 * @throws PullquoteError `bytes-outside`
 */
export function sendStream(
  c: AppContext,
  { version, size, read }: Streamed,
  { known, sent }: { known: Readonly<Record<string, string>>; sent: Readonly<Record<string, string>> },
): Response {
  const headers = { ...known, ETag: `"${version}"`, 'Accept-Ranges': 'bytes' };
  if (isKnown(c.req.header('If-None-Match') ?? null, version))
    return new Response(null, { status: 304, headers });
  const part = partOf(c, headers.ETag, size);
  const { from, to } = part ?? { from: 0, to: size };
  const body = c.req.method === 'HEAD' ? null : sizedStreamOf(read(from, to), to - from);
  return new Response(body, {
    status: part === null ? 200 : 206,
    headers: {
      ...headers,
      ...sent,
      ...(part === null ? {} : { 'Content-Range': `bytes ${from}-${to - 1}/${size}` }),
      'Content-Length': String(to - from),
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
