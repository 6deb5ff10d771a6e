import type { Picture, Pictures } from './pictures.ts';

/** What of the Cache API (Service Workers) is used. */
interface EdgeCache {
  match(key: string): Promise<Response | undefined>;
  put(key: string, response: Response): Promise<void>;
}

/** Seconds a picture is sent without asking again: one whose address names its version, and one that is looked up. */
const VERSIONED = 3600;
const LOOKED_UP = 10;

/** The header that says what readers are told; `Cache-Control` itself is what the cache goes by. */
const TOLD = 'X-Told-Cache-Control';

/**
 * Pictures in the cache of the data centre, keyed by their canonical address.
 * @param onError is told of what could not be kept
 */
export function edgePictures(
  cache: EdgeCache,
  publicUrl: string,
  onError: (error: unknown) => void,
): Pictures {
  return {
    async get(key) {
      const response = await cache.match(`${publicUrl}${key}`);
      if (response === undefined) return null;
      const { [TOLD.toLowerCase()]: told = '', ...kept } = Object.fromEntries(response.headers);
      const headers: Picture['headers'] = { ...named(kept), 'Cache-Control': told };
      return { bytes: new Uint8Array(await response.arrayBuffer()), headers };
    },
    async put(key, { bytes, headers }) {
      const told = headers['Cache-Control'] ?? '';
      const seconds = told.includes('immutable') ? VERSIONED : LOOKED_UP;
      const kept = { ...headers, [TOLD]: told, 'Cache-Control': `public, max-age=${seconds}` };
      await cache.put(`${publicUrl}${key}`, new Response(bytes, { headers: kept })).catch(onError);
    },
  };
}

/** Headers the cache may have added say how it works, not what the picture is. */
const OWN = [
  'Age',
  'CF-Cache-Status',
  'Content-Length',
  'Date',
  'Expires',
  'Last-Modified',
  'Cache-Control',
].map((name) => name.toLowerCase());

/** The picture's own headers; the tag under the name that senders read. */
function named(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { etag = '', ...rest } = headers;
  return { ...Object.fromEntries(Object.entries(rest).filter(([name]) => !OWN.includes(name))), ETag: etag };
}
