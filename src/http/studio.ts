/** The Studio, for people who do not write addresses: `/studio`. A client of the API like any other, served as it was built. */
import { Hono } from 'hono';
import { PullquoteError } from '../errors.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';

/**
 * It talks to this service alone. Pictures it was sent are shown as blobs; recordings come from here or, where the service keeps
 * none, from where the episode says.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob: http: https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

export function studioRoutes({ assets }: AppDeps) {
  /** A file as it was built, packed for who takes that. */
  async function send(c: AppContext, file: string, headers: Record<string, string>): Promise<Response> {
    const isPacked = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
    const bytes = await assets.read(`studio/${file}${isPacked ? '.gz' : ''}`).catch((cause: unknown) => {
      throw new PullquoteError('not-found', `There is nothing at \`${c.req.path}\`.`, {}, { cause });
    });
    // On Workers: the bytes are packed already.
    const init = {
      headers: {
        'Content-Type': TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Accept-Encoding',
        ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
        ...headers,
      },
      encodeBody: 'manual',
    };
    return new Response(new Uint8Array(bytes), init);
  }

  return new Hono<AppEnv>()
    .get('/studio/assets/:file{[\\w-]+\\.(?:js|css)}', (c) =>
      // The name has the digest of the bytes.
      send(c, `assets/${c.req.param('file')}`, { 'Cache-Control': 'public, max-age=31536000, immutable' }),
    )
    .get('/studio/sw.js', (c) =>
      send(c, 'sw.js', {
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
        'Service-Worker-Allowed': '/studio',
      }),
    )
    .get('/studio/*', (c) =>
      send(c, 'index.html', {
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': POLICY,
        'Referrer-Policy': 'strict-origin-when-cross-origin',
      }),
    );
}
