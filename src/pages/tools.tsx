/** @jsxImportSource hono/jsx */
import type { Size } from '../layer/model.ts';
import { componentCode, htmlCode, iframeCode, markdownCode, wordsCode, type Shared } from './share.ts';

/** What sizes are for, said to a person. */
const PURPOSES: Readonly<Record<string, string>> = {
  og: 'Preview',
  x: 'Post',
  square: 'Square',
  portrait: 'Portrait',
  story: 'Story',
  pin: 'Pin',
};

interface ToolsProps {
  shared: Shared;
  downloads: readonly Download[];
  formats: readonly { format: string; href: string }[];
}

/** The card in one of its sizes. */
export interface Download {
  /** As in addresses. */
  name: string;
  size: Size;
  href: string;
}

/** Addresses and code to copy, and the card to download in every size. */
export function ShareTools({ shared, downloads, formats }: ToolsProps) {
  return (
    <div class="tools" lang="en" dir="ltr">
      <section aria-labelledby="share">
        <h2 id="share">Share</h2>
        <Field id="page-address" label="Page" value={shared.page} />
        <Field id="image-address" label="Image" value={shared.image} />
        <Field id="words" label="Words with attribution" value={wordsCode(shared)} lines />
        <details>
          <summary>Embed code, Markdown, HTML</summary>
          <Field id="iframe" label="Embed" value={iframeCode(shared)} lines />
          <Field id="element" label="Web component" value={componentCode(shared)} lines />
          <Field id="markdown" label="Markdown" value={markdownCode(shared)} lines />
          <Field id="html" label="HTML" value={htmlCode(shared)} lines />
        </details>
        <p id="said" class="vh" role="status"></p>
      </section>
      <section aria-labelledby="download">
        <h2 id="download">Download</h2>
        <ul class="sizes">
          {downloads.map(({ name, size, href }) => (
            <li>
              <a href={href}>
                <Shape {...size} />
                <span>
                  {PURPOSES[name] ?? name}
                  <small>
                    {size.width} × {size.height}
                  </small>
                </span>
              </a>
            </li>
          ))}
        </ul>
        <p class="formats">
          {'Also as '}
          {formats.map(({ format, href }, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <a href={href}>{format.toUpperCase()}</a>
            </>
          ))}
        </p>
      </section>
    </div>
  );
}

function Field(props: { id: string; label: string; value: string; lines?: boolean }) {
  const { id, label, value, lines = false } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines ? (
        <textarea id={id} dir="auto" readonly spellcheck={false}>
          {value}
        </textarea>
      ) : (
        <input id={id} value={value} readonly />
      )}
      <button type="button" hidden data-copy={id} aria-label={`Copy ${label}`}>
        Copy
      </button>
    </div>
  );
}

/** A size's proportions. */
function Shape({ width, height }: Size) {
  const scale = 22 / Math.max(width, height);
  const [w, h] = [width * scale, height * scale];
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <rect x={(28 - w) / 2} y={(28 - h) / 2} width={w} height={h} rx="2" />
    </svg>
  );
}
