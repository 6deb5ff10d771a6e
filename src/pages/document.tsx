/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { STYLE } from './style.ts';

/** What a page says of itself in its head. Addresses are absolute. */
export interface Head {
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  canonical: string;
  image?: { url: string; alt: string; width: number; height: number };
  /** Only for pages with words of an episode: how the quoted service names itself. */
  site?: string;
}

let policy: Promise<string> | undefined;

/** What a page may load: its own style sheet, named by its digest, and pictures. Nothing runs. */
async function contentSecurityPolicy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
  const style = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${style}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** A whole page as a response. */
export async function pageResponse(
  head: Head,
  body: Child,
  { status = 200, cacheControl }: { status?: number; cacheControl: string },
): Promise<Response> {
  const markup = await html`<!doctype html>${<Document head={head}>{body}</Document>}`;
  return new Response(markup.toString(), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': cacheControl,
      'Content-Security-Policy': await (policy ??= contentSecurityPolicy()),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    },
  });
}

/** The head of a page about the service itself. */
export function plainHead(title: string, description: string, canonical: string): Head {
  return { title: `${title} · Pullquote`, description, language: 'en', direction: 'ltr', canonical };
}

function Document({ head, children }: { head: Head; children?: Child }) {
  const { title, description, language, direction, canonical, image } = head;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <link rel="canonical" href={canonical} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <meta property="og:type" content="article" />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:url" content={canonical} />
        {head.site === undefined ? null : <meta property="og:site_name" content={head.site} />}
        {image === undefined ? null : <ImageTags {...image} />}
        <meta name="twitter:card" content={image === undefined ? 'summary' : 'summary_large_image'} />
        <style>{raw(STYLE)}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}

function ImageTags({ url, alt, width, height }: NonNullable<Head['image']>) {
  return (
    <>
      <meta property="og:image" content={url} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:image:alt" content={alt} />
    </>
  );
}

/** The frame around what a page is about. */
export function Frame({ up, children }: { up?: { href: string; label: string }; children?: Child }) {
  return (
    <>
      <header class="top">
        <div class="wrap" dir="ltr">
          <a class="name" href="/">
            Pullquote
          </a>
          {up === undefined ? null : (
            <a href={up.href} dir="auto">
              {up.label}
            </a>
          )}
        </div>
      </header>
      <main class="wrap">{children}</main>
      <footer class="foot" dir="ltr">
        <div class="wrap">
          Words as the transcript has them. <a href="/docs">API</a>
        </div>
      </footer>
    </>
  );
}
