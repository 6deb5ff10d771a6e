/** HTTP on Node with the address of every connection checked: what a name resolves to is what is connected to. */
import { lookup } from 'node:dns/promises';
import type { IncomingMessage, request as requestHttp, RequestOptions } from 'node:http';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PullquoteError } from '../errors.ts';
import { isPublicAddress } from './addresses.ts';
import type { Transport } from './fetch.ts';

/** Addresses of a name. */
export type Resolve = (hostname: string) => Promise<string[]>;

const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

/**
 * The transport of `guardedFetch` on Node. A second look-up, as the platform's `fetch` would make, could answer with
 * another address than the one checked; here the socket is given the checked one.
 */
export function nodeTransport(options: { allowPrivate?: boolean; resolve?: Resolve } = {}): Transport {
  const { allowPrivate = false, resolve = resolveBySystem } = options;

  async function addressOf(hostname: string): Promise<string> {
    const host = hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) === 0 ? await resolve(host) : [host];
    const [address] = addresses;
    if (address === undefined) throw new Error(`${host} has no address`);
    // One private address among public ones is no accident.
    if (allowPrivate || addresses.every(isPublicAddress)) return address;
    throw new PullquoteError(
      'fetch-refused',
      `Will not fetch from \`${host}\`: it is not on the public internet.`,
    );
  }

  return async (url, { headers, signal, method = 'GET', body }) => {
    const address = await addressOf(url.hostname);
    // Late: most commands fetch nothing.
    const { request } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
    const message = await send(request, url, body, {
      signal,
      method,
      headers: { ...Object.fromEntries(headers), 'Accept-Encoding': 'gzip' },
      // A connection of an agent may be an older one, to another address.
      agent: false,
      lookup: (_host, { all }, found) => {
        const family = isIP(address);
        if (all) found(null, [{ address, family }]);
        else found(null, address, family);
      },
    });
    return toResponse(message);
  };
}

function send(
  request: typeof requestHttp,
  url: URL,
  body: string | undefined,
  options: RequestOptions,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, options).once('response', resolve).once('error', reject).end(body);
  });
}

function toResponse(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const status = message.statusCode ?? 500;
  // A Response may not have a body with these.
  if (status === 204 || status === 205 || status === 304) {
    message.resume();
    return new Response(null, { status, headers });
  }
  return new Response(streamOf(plainBody(message)), { status, headers });
}

/** The body decompressed. Both ends of the way know of each other: leaving one early closes the connection. */
function plainBody(message: IncomingMessage): Readable {
  if (message.headers['content-encoding'] !== 'gzip') return message;
  const plain = createGunzip();
  message.once('error', (error) => plain.destroy(error));
  message.once('aborted', () => plain.destroy(new Error('the connection broke')));
  plain.once('close', () => message.destroy());
  return message.pipe(plain);
}

function streamOf(body: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      body.destroy();
    },
  });
}
