/** What runs in pages, named by its digest in their policies. Everything works without it, in more steps. */

/** Shows the copy buttons and makes them copy; the field beside them can be copied from by hand. */
export const COPY_SCRIPT = `
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    try { await navigator.clipboard.writeText(field.value); }
    catch { field.select(); document.execCommand('copy'); }
    const said = button.textContent;
    button.textContent = 'Copied';
    document.getElementById('said').textContent = 'Copied: ' + field.labels[0].textContent;
    setTimeout(() => { button.textContent = said; }, 1600);
  });
}`.trim();

/** Tells the page an iframe stands in how high its content is, whenever that changes. */
export const HEIGHT_SCRIPT = `
const content = document.querySelector('figure');
new ResizeObserver(() => {
  parent.postMessage({ type: 'pullquote:height', height: Math.ceil(content.getBoundingClientRect().height) }, '*');
}).observe(content);`.trim();

/**
 * The module of \`<pull-quote src="PAGE">\`: shows the page's embed in its place, as high as that says it is. What stands inside
 * is shown where this cannot run.
 */
export const COMPONENT_SCRIPT = `const base = new URL(import.meta.url).origin;

class PullQuote extends HTMLElement {
  static observedAttributes = ['src'];
  #frame = null;
  #resize = ({ data, source }) => {
    if (source !== this.#frame?.contentWindow || data?.type !== 'pullquote:height') return;
    const height = Number(data.height);
    if (height > 0 && height < 20000) this.#frame.style.height = height + 'px';
  };

  connectedCallback() {
    addEventListener('message', this.#resize);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener('message', this.#resize);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#show();
  }

  #show() {
    const src = this.getAttribute('src') ?? '';
    const page = URL.canParse(src, base) ? new URL(src, base) : null;
    // Only quotes of the service this module comes from, whoever wrote the attribute.
    if (page === null || page.origin !== base || !/^\\/[qe]\\/./.test(page.pathname)) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const frame = document.createElement('iframe');
    frame.src = base + '/embed' + page.pathname;
    frame.title = this.textContent.trim().slice(0, 120) || 'Quote';
    frame.loading = 'lazy';
    frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    frame.style.cssText = 'display:block;border:0;width:100%;height:260px;color-scheme:normal';
    this.style.display = 'block';
    root.replaceChildren(frame);
    this.#frame = frame;
  }
}

customElements.get('pull-quote') ?? customElements.define('pull-quote', PullQuote);
`;
