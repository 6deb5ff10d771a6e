/** @jsxImportSource hono/jsx */
import { Frame, pageResponse, plainHead } from './document.tsx';
import { Prose } from './prose.tsx';
import { HEIGHT_SCRIPT } from './script.ts';
import { EMBED_STYLE } from './style.ts';

export interface Notice {
  title: string;
  detail: string;
  status: number;
  headers: Record<string, string>;
  canonical: string;
}

/** Where a reader may go on. */
export interface Way {
  href: string;
  label: string;
  time: string | null;
}

/** An error, said to a reader. */
export function noticePage(notice: Notice & { ways: readonly Way[] }): Promise<Response> {
  const { title, detail, status, headers, canonical, ways } = notice;
  return pageResponse(
    plainHead(title, detail, canonical),
    <Frame>
      <p class="status soft">{status}</p>
      <h1 class="title">{title}</h1>
      <p class="lead" dir="auto">
        <Prose text={sentence(detail)} />
      </p>
      {ways.length === 0 ? null : (
        <ul class="list ways">
          {ways.map(({ href, label, time }) => (
            <li>
              {time === null ? null : <time class="soft">{time}</time>}
              <a href={href} dir="auto">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/">All episodes</a>
      </p>
    </Frame>,
    { status, cacheControl: 'no-store', headers },
  );
}

/** The same in an iframe on another site. */
export function embedNotice({ title, detail, status, headers, canonical }: Notice): Promise<Response> {
  return pageResponse(
    plainHead(title, detail, canonical),
    <main>
      <figure class="pull">
        <h1 class="gone">{title}</h1>
        <p class="soft" dir="auto">
          <Prose text={sentence(detail)} />
        </p>
      </figure>
    </main>,
    { status, cacheControl: 'no-store', headers, style: EMBED_STYLE, script: HEIGHT_SCRIPT, framed: true },
  );
}

function sentence(detail: string): string {
  return /[.!?…]$/.test(detail) ? detail : `${detail}.`;
}
