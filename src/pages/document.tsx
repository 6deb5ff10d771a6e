/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { scriptJson } from './json-ld.ts';
import { plainText } from './share.ts';
import { shortened } from '../card/shortened.ts';
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
  /** Structured data (schema.org). */
  jsonLd?: object;
  /** The page has an oEmbed answer (oembed.com, section 4). */
  oembed?: { json: string; xml: string };
  /** The same in other formats. */
  alternates?: { type: string; href: string }[];
}

/** How a page is sent. */
interface Sending {
  status?: number;
  cacheControl: string;
  headers?: Readonly<Record<string, string>>;
  style?: string;
  /** What runs in it. */
  script?: string;
  /** True where other sites may show it in a frame. */
  framed?: boolean;
}

/** A whole page as a response. Its policy names its style sheet and script by their digests; besides them it may load its own pictures and fonts. */
export async function pageResponse(
  head: Head,
  body: Child,
  { status = 200, cacheControl, headers = {}, style = STYLE, script, framed = false }: Sending,
): Promise<Response> {
  const [styleDigest, scriptDigest] = await Promise.all([digest(style), script && digest(script)]);
  const policy = [
    "default-src 'none'",
    `style-src '${styleDigest}'`,
    ...(scriptDigest ? [`script-src '${scriptDigest}'`] : []),
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ];
  const markup = await html`<!doctype html>${(
      <Document head={head} style={style} script={script}>
        {body}
      </Document>
    )}`;
  return new Response(markup.toString(), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': cacheControl,
      'Content-Security-Policy': policy.join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      ...headers,
    },
  });
}

const digests = new Map<string, Promise<string>>();

/** As a policy names it. Of each text it is made once: there are as many as style sheets and scripts in the code. */
function digest(text: string): Promise<string> {
  const made = digests.get(text) ?? sha256(text);
  digests.set(text, made);
  return made;
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
}

/** The head of a page about the service itself. */
export function plainHead(title: string, description: string, canonical: string): Head {
  return { title: `${title} · Pullquote`, description, language: 'en', direction: 'ltr', canonical };
}

interface DocumentProps {
  head: Head;
  style: string;
  script: string | undefined;
  children?: Child;
}

function Document({ head, style, script, children }: DocumentProps) {
  const { language, direction, canonical, image, jsonLd, oembed, alternates = [] } = head;
  const [title, description] = [plainText(head.title), plainText(head.description)];
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <link rel="canonical" href={canonical} />
        <meta property="og:type" content="article" />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:url" content={canonical} />
        {head.site === undefined ? null : <meta property="og:site_name" content={head.site} />}
        {image === undefined ? null : <ImageTags {...image} />}
        <meta name="twitter:card" content={image === undefined ? 'summary' : 'summary_large_image'} />
        <meta name="twitter:title" content={title} />
        <meta name="twitter:description" content={description} />
        {oembed === undefined ? null : <OembedLinks {...oembed} title={title} />}
        {alternates.map(({ type, href }) => (
          <link rel="alternate" type={type} href={href} />
        ))}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <style>{raw(style)}</style>
        {jsonLd === undefined ? null : <script type="application/ld+json">{raw(scriptJson(jsonLd))}</script>}
      </head>
      <body>
        {children}
        {script === undefined ? null : <script type="module">{raw(script)}</script>}
      </body>
    </html>
  );
}

/** Longest description of a picture that X takes. */
const X_ALT = 420;

function ImageTags({ url, alt, width, height }: NonNullable<Head['image']>) {
  const plain = plainText(alt);
  return (
    <>
      <meta property="og:image" content={url} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta property="og:image:alt" content={plain} />
      <meta name="twitter:image" content={url} />
      <meta name="twitter:image:alt" content={shortened(plain, X_ALT)} />
    </>
  );
}

function OembedLinks({ json, xml, title }: NonNullable<Head['oembed']> & { title: string }) {
  return (
    <>
      <link rel="alternate" type="application/json+oembed" href={json} title={title} />
      <link rel="alternate" type="text/xml+oembed" href={xml} title={title} />
    </>
  );
}

interface FrameProps {
  /** Whose page it is, where that is not the service itself. */
  show?: { title: string; url: string | null };
  up?: { href: string; label: string };
  wide?: boolean;
  children?: Child;
}

/** The frame around what a page is about. */
export function Frame({ show, up, wide = false, children }: FrameProps) {
  const site = show?.url && /^https?:/i.test(show.url) ? show.url : '/';
  return (
    <div class={wide ? 'wide' : ''}>
      <header class="top">
        <div class="wrap" dir="ltr">
          <a class="name" href={site} {...(show === undefined ? { lang: 'en' } : { dir: 'auto' })}>
            {show?.title ?? 'Pullquote'}
          </a>
          {up === undefined ? null : (
            <a href={up.href} dir="auto">
              {up.label}
            </a>
          )}
        </div>
      </header>
      <main class="wrap">{children}</main>
      <footer class="foot" dir="ltr" lang="en">
        <div class="wrap">
          <span>Words as the transcript has them.</span>
          <span>
            <a href="/">Pullquote</a> · <a href="/docs">API</a>
          </span>
        </div>
      </footer>
    </div>
  );
}
