/** The Studio, for people who do not write addresses: `/studio`. A client of the API like any other, served as it was built. */
import { Hono } from 'hono';
import { PullquoteError } from '../errors.ts';
import type { AppDeps, AppEnv } from './context.ts';

/** It talks to this service alone. Pictures it was sent are shown as blobs; recordings come from where the episode says. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  'media-src http: https:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

export function studioRoutes({ assets }: AppDeps) {
  return new Hono<AppEnv>()
    .get('/studio/assets/:file{[\\w-]+\\.(?:js|css)}', async (c) => {
      const file = c.req.param('file');
      const bytes = await assets.read(`studio/assets/${file}`).catch((cause: unknown) => {
        throw new PullquoteError('not-found', `There is nothing at \`${c.req.path}\`.`, {}, { cause });
      });
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        // The name has the digest of the bytes.
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      });
    })
    .get('/studio/*', async (c) =>
      c.body(new Uint8Array(await assets.read('studio/index.html')), 200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
      }),
    );
}
