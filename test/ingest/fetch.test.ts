import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { guardedFetch, type Transport } from '../../src/ingest/fetch.ts';
import { nodeTransport } from '../../src/ingest/node-transport.ts';
import { serve } from './server.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Both ways to the network: the platform's own fetch, and Node with checked addresses. */
const transports: [string, Transport | undefined][] = [
  ['the platform', undefined],
  ['node', nodeTransport({ allowPrivate: true })],
];

describe.each(transports)('fetching by %s', (_, transport) => {
  const fetchLocal = guardedFetch({
    allowPrivate: true,
    maxBytes: 1000,
    timeoutMs: 5000,
    ...(transport && { transport }),
  });

  test('gives the body, decompressed, and what the server says of it', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/vtt',
        'Content-Encoding': 'gzip',
        ETag: '"a"',
        'Last-Modified': 'Sat, 14 Mar 2026 10:00:00 GMT',
      });
      response.end(gzipSync('WEBVTT'));
    });
    const fetched = await fetchLocal(`${server.origin}/t.vtt`);
    expect(text(fetched.bytes)).toBe('WEBVTT');
    expect(fetched).toMatchObject({
      notModified: false,
      url: `${server.origin}/t.vtt`,
      contentType: 'text/vtt',
      etag: '"a"',
      lastModified: 'Sat, 14 Mar 2026 10:00:00 GMT',
    });
  });

  test('asks conditionally and understands that nothing changed', async () => {
    await using server = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end();
    });
    const fetched = await fetchLocal(server.origin, { etag: '"a"', lastModified: null });
    expect(fetched).toMatchObject({ notModified: true, bytes: new Uint8Array() });
  });

  test('follows five redirects and no more', async () => {
    await using server = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('here');
      else response.writeHead(302, { Location: `/${left - 1}` }).end();
    });
    expect(text((await fetchLocal(`${server.origin}/5`)).bytes)).toBe('here');
    await expect(fetchLocal(`${server.origin}/6`)).rejects.toMatchObject({ code: 'fetch-failed' });
  });

  test('refuses a redirect to something that is not http(s)', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(302, { Location: 'file:///etc/passwd' }).end();
    });
    await expect(fetchLocal(server.origin)).rejects.toMatchObject({ code: 'fetch-refused' });
  });

  test('stops at the limit, counted after decompression', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('a'.repeat(1_000_000)));
    });
    await expect(fetchLocal(server.origin)).rejects.toMatchObject({ code: 'too-large' });
  });

  test('stops when it takes too long', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200).write('a');
    });
    const hasty = guardedFetch({ allowPrivate: true, timeoutMs: 50, ...(transport && { transport }) });
    await expect(hasty(server.origin)).rejects.toThrow(/took too long/);
  });

  test('says that a connection broke', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('a');
      setImmediate(() => response.destroy());
    });
    await expect(fetchLocal(server.origin)).rejects.toMatchObject({ code: 'fetch-failed' });
  });

  test('says the status of a bad answer', async () => {
    await using server = await serve((_request, response) => response.writeHead(404).end('no'));
    await expect(fetchLocal(server.origin)).rejects.toThrow(/answered with status 404/);
  });
});

describe('the guard', () => {
  test.each([
    'ftp://example.com/a',
    'file:///etc/passwd',
    'data:text/plain,x',
    'nonsense',
    'http://user:secret@example.com/',
  ])('refuses %s', async (url) => {
    await expect(guardedFetch()(url)).rejects.toMatchObject({ code: 'fetch-refused' });
  });

  test('asks nothing of a private address, and does not repeat a password', async () => {
    await using server = await serve((_request, response) => response.end('secret'));
    await expect(guardedFetch()(server.origin)).rejects.toMatchObject({ code: 'fetch-refused' });
    await expect(guardedFetch()(`http://u:hush@127.0.0.1:${server.port}`)).rejects.not.toThrow(/hush/);
    expect(server.asked).toEqual([]);
  });

  test('checks where a redirect leads', async () => {
    const inward = guardedFetch({
      transport: async () =>
        new Response(null, { status: 302, headers: { Location: 'http://169.254.169.254/' } }),
    });
    await expect(inward('https://example.com/')).rejects.toMatchObject({
      code: 'fetch-refused',
    });
  });

  test('refuses a public name that leads to a private address', async () => {
    await using server = await serve((_request, response) => response.end('secret'));
    const transport = nodeTransport({ resolve: async () => ['127.0.0.1'] });
    await expect(
      guardedFetch({ transport })(`http://rebound.example.com:${server.port}/`),
    ).rejects.toMatchObject({ code: 'fetch-refused' });
    const mixed = nodeTransport({ resolve: async () => ['93.184.216.34', '10.0.0.1'] });
    await expect(guardedFetch({ transport: mixed })('http://mixed.example.com/')).rejects.toMatchObject({
      code: 'fetch-refused',
    });
    expect(server.asked).toEqual([]);
  });

  test('connects to the address it checked, whatever the name says at a second look', async () => {
    await using server = await serve((request, response) => response.end(request.headers.host));
    const looks: string[] = [];
    const transport = nodeTransport({
      allowPrivate: true,
      resolve: async (hostname) => {
        looks.push(hostname);
        return ['127.0.0.1'];
      },
    });
    const { bytes } = await guardedFetch({ transport })(`http://named.example.com:${server.port}/`);
    expect(text(bytes)).toBe(`named.example.com:${server.port}`);
    expect(looks).toEqual(['named.example.com']);
  });
});
