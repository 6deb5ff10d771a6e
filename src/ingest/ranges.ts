/** Reading parts of large files a stranger named, guarded as `guardedFetch` is. */
import type { ReadRange } from '../clip/audio/source.ts';
import { askFollowing, failed, type FetchOptions, platformFetch, readBody, requestHeaders } from './fetch.ts';

/**
 * Reads bytes [from, to) of what an address names. The server has to know ranges (RFC 9110, section 14). What is read
 * throws PullquoteError `fetch-refused` where it must not ask, `fetch-failed` where no good answer came.
 */
export function guardedRanges(options: Omit<FetchOptions, 'maxBytes'> = {}): ReadRange {
  const { transport = platformFetch, allowPrivate = false, timeoutMs = 30_000 } = options;
  return async (address, from, to) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = requestHeaders();
    headers.set('Range', `bytes=${from}-${to - 1}`);
    const { response, url } = await askFollowing(transport, address, { headers, signal }, allowPrivate);
    const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '');
    if (response.status === 206 && range !== null && Number(range[1]) === from) {
      const bytes = await readBody(response, url, { maxBytes: to - from, signal });
      return { bytes, size: Number(range[2]), version: versionOf(response.headers, range[2] ?? '') };
    }
    await response.body?.cancel();
    if (!response.ok) throw failed(url, `it answered with status ${response.status}`);
    throw failed(url, 'its server sends no parts of files (HTTP ranges)');
  };
}

/** What says that two parts are of the same file. */
function versionOf(headers: Headers, size: string): string {
  return headers.get('ETag') ?? `${headers.get('Last-Modified') ?? ''} ${size}`;
}
