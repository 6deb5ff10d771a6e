import type { Picture, Pictures } from './pictures.ts';

/** What of the Cache API (Service Workers) is used. */
interface EdgeCache {
  match(key: string): Promise<Response | undefined>;
  put(key: string, response: Response): Promise<void>;
}

/** Seconds a picture whose address names its version is sent without asking again. */
const VERSIONED = 3600;

/** The header that says what readers are told; `Cache-Control` itself is what the cache goes by. */
const TOLD = 'X-Told-Cache-Control';

/**
 * Pictures in the cache of the data centre, keyed by their canonical address. Only those whose address names their version: others
 * could not be taken back from every data centre when they change.
 * @param onError is told of what could not be kept
 */
export function edgePictures(
  cache: EdgeCache,
  publicUrl: string,
  onError: (error: unknown) => void,
): Pictures {
  return {
    async get(key) {
      if (!/[?&]v=/.test(key)) return null;
      const response = await cache.match(`${publicUrl}${key}`);
      if (response === undefined) return null;
      const { [TOLD.toLowerCase()]: told = '', ...kept } = Object.fromEntries(response.headers);
      const headers: Picture['headers'] = { ...named(kept), 'Cache-Control': told };
      return { bytes: new Uint8Array(await response.arrayBuffer()), headers };
    },
    async put(key, { bytes, headers }) {
      const told = headers['Cache-Control'] ?? '';
      if (!told.includes('immutable')) return;
      const kept = { ...headers, [TOLD]: told, 'Cache-Control': `public, max-age=${VERSIONED}` };
      await cache.put(`${publicUrl}${key}`, new Response(bytes, { headers: kept })).catch(onError);
    },
    clear() {
      // What is kept never changes.
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
