/** Fetching what a stranger named (feeds, transcripts, pictures), guarded against being sent into the private network. */
import { PullquoteError } from '../errors.ts';
import { joined } from '../joined.ts';
import { isPublicHost } from './addresses.ts';

/** What the server said last: with it, an unchanged answer comes without a body. */
interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface Fetched extends Validators {
  /** True where the server answered that what the validators name is still current; `bytes` is then empty. */
  notModified: boolean;
  bytes: Uint8Array;
  /** Where it was found after redirects. */
  url: string;
  contentType: string | null;
}

/** @throws PullquoteError `fetch-refused` where it must not ask, `fetch-failed` where no good answer came, `too-large` */
export type Fetch = (url: string, validators?: Validators) => Promise<Fetched>;

/** One request, no redirect followed. The body it gives is decompressed. */
export type Transport = (
  url: URL,
  init: { headers: Headers; signal: AbortSignal; method?: 'POST'; body?: string },
) => Promise<Response>;

/**
 * Sends a body. A redirect is no answer: who is told must say where.
 * @throws PullquoteError `fetch-refused` where it must not ask, `fetch-failed` where the answer is not 2xx
 */
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<void>;

export interface FetchOptions {
  /**
   * The platform's `fetch` where not said. On Node give `nodeTransport`, which checks the address a name resolves to; a
   * Worker's fetch leaves from Cloudflare's edge and reaches no private network.
   */
  transport?: Transport;
  /** Also private and loopback addresses: for one's own network. */
  allowPrivate?: boolean;
  /** Largest body after decompression, in bytes. */
  maxBytes?: number;
  /** For the whole of it, redirects and body included. */
  timeoutMs?: number;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export function guardedFetch(options: FetchOptions = {}): Fetch {
  const {
    transport = platformFetch,
    allowPrivate = false,
    maxBytes = 25_000_000,
    timeoutMs = 30_000,
  } = options;
  return async (address, validators) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = requestHeaders(validators);
    const { response, url } = await askFollowing(transport, address, { headers, signal }, allowPrivate);
    return read(response, url, { maxBytes, signal });
  };
}

/** Sends to addresses a stranger named, guarded as `guardedFetch` is. */
export function guardedPost(
  options: Pick<FetchOptions, 'transport' | 'allowPrivate' | 'timeoutMs'> = {},
): Post {
  const { transport = platformFetch, allowPrivate = false, timeoutMs = 10_000 } = options;
  return async (address, extra, body) => {
    const url = check(address, allowPrivate);
    const headers = new Headers({ 'User-Agent': 'Pullquote', ...extra });
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await ask(transport, url, { headers, signal, method: 'POST', body });
    await response.body?.cancel();
    if (!response.ok) throw failed(url, `it answered with status ${response.status}`);
  };
}

/**
 * @param allowPrivate whether it may be in the private network
 * @throws PullquoteError `fetch-refused` for an address that is none of http(s) or not on the public internet, as far as it shows that
 */
export function requireFetchable(address: string, allowPrivate: boolean): void {
  check(address, allowPrivate);
}

export const platformFetch: Transport = (url, init) => fetch(url, { ...init, redirect: 'manual' });

export function requestHeaders(validators?: Validators): Headers {
  const headers = new Headers({ 'User-Agent': 'Pullquote', Accept: '*/*' });
  if (validators?.etag != null) headers.set('If-None-Match', validators.etag);
  else if (validators?.lastModified != null) headers.set('If-Modified-Since', validators.lastModified);
  return headers;
}

function check(address: string, allowPrivate: boolean, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw refused(address, 'it is no http(s) address');
  }
  if (url.username !== '' || url.password !== '') throw refused(url.host, 'it holds a user name or password');
  if (!allowPrivate && !isPublicHost(url.hostname))
    throw refused(url.host, 'it is not on the public internet');
  return url;
}

async function ask(transport: Transport, url: URL, init: Parameters<Transport>[1]): Promise<Response> {
  try {
    return await transport(url, init);
  } catch (error) {
    if (error instanceof PullquoteError) throw error;
    throw failed(url, init.signal.aborted ? 'it took too long' : 'it cannot be reached', error);
  }
}

async function read(
  response: Response,
  url: URL,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<Fetched> {
  const { status, headers } = response;
  if (status !== 304 && !response.ok) {
    await response.body?.cancel();
    throw failed(url, `it answered with status ${status}`);
  }
  const bytes = status === 304 ? new Uint8Array() : await readBody(response, url, { maxBytes, signal });
  return {
    notModified: status === 304,
    bytes,
    url: url.href,
    contentType: headers.get('Content-Type'),
    etag: headers.get('ETag'),
    lastModified: headers.get('Last-Modified'),
  };
}

export async function readBody(
  response: Response,
  url: URL,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength;
      // Leaving the loop cancels the stream: the rest is never fetched.
      if (length > maxBytes) throw tooLarge(url, maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof PullquoteError) throw error;
    throw failed(url, signal.aborted ? 'it took too long' : 'the connection broke', error);
  }
  return joined(chunks);
}

function refused(what: string, why: string): PullquoteError {
  return new PullquoteError('fetch-refused', `Will not fetch \`${what}\`: ${why}.`);
}

export function failed(url: URL, why: string, cause?: unknown): PullquoteError {
  return new PullquoteError('fetch-failed', `Could not fetch \`${url.href}\`: ${why}.`, {}, { cause });
}

function tooLarge(url: URL, limit: number): PullquoteError {
  return new PullquoteError(
    'too-large',
    `Expected at most ${limit} bytes at \`${url.href}\` but more came.`,
    { limit },
  );
}

/** Asks, and goes on where it is sent, every address checked. */
export async function askFollowing(
  transport: Transport,
  address: string,
  init: Parameters<Transport>[1],
  allowPrivate: boolean,
): Promise<{ response: Response; url: URL }> {
  let url = check(address, allowPrivate);
  for (let redirects = 0; ; redirects++) {
    const response = await ask(transport, url, init);
    const location = response.headers.get('Location');
    if (!REDIRECTS.has(response.status) || location === null) return { response, url };
    await response.body?.cancel();
    if (redirects === MAX_REDIRECTS) throw failed(url, `it redirects more than ${MAX_REDIRECTS} times`);
    url = check(location, allowPrivate, url);
  }
}
