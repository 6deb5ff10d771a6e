/** The page of a pack, to look at it without a server: it loads nothing but the cards beside it. */
import type { PackContents, PackedCard, PackedQuote } from './contents.ts';
import { escapeMarkup as escape } from './markup.ts';

const STYLE = `
:root { color-scheme: light dark; --paper: #f7f7f2; --ink: #16181d; --muted: #5c6067; --line: #d8d8d0; --accent: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181d; --ink: #eeeee8; --muted: #a3a7ad; --line: #33363d; --accent: #ffc329; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
header p, figcaption, .from { color: var(--muted); }
header p { margin: 0.4rem 0 0; }
section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
blockquote { margin: 0 0 0.4rem; max-width: 46rem; font-size: 1.2rem; line-height: 1.4; }
.from { margin: 0 0 0.8rem; }
.cards { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0 0; padding: 0; list-style: none; align-items: flex-start; }
figure { margin: 0; }
figcaption { margin-top: 0.35rem; font-size: 0.85rem; }
img { display: block; height: 15rem; width: auto; max-width: 100%; border: 1px solid var(--line); }
a { color: var(--accent); }
button { font: inherit; font-size: 0.9rem; padding: 0.25rem 0.7rem; border: 1px solid var(--line); border-radius: 0.4rem; background: transparent; color: inherit; cursor: pointer; }
button:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.error { color: #b3261e; }
@media (prefers-color-scheme: dark) { .error { color: #ff8a80; } }
`;

/** Copies the caption beside a button; says so on it. */
const SCRIPT = `
document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-copy]');
  if (button === null) return;
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Not allowed here';
  }
  setTimeout(() => { button.textContent = label; }, 1500);
});
`;

/** One HTML file without any address but those of the cards and the quotes' pages. */
export function galleryPage({ episode, quotes, sheets }: PackContents): string {
  const cards = quotes.reduce(
    (count, quote) => count + quote.cards.filter(({ error }) => error === null).length,
    0,
  );
  const title = `${episode.title} — ${episode.show}`;
  const counts = `${quotes.length} ${quotes.length === 1 ? 'quote' : 'quotes'}, ${cards} ${cards === 1 ? 'card' : 'cards'}`;
  const links = [
    ...sheets.map(({ name }, nth) =>
      link(name, sheets.length === 1 ? 'contact sheet' : `contact sheet ${nth + 1}`),
    ),
    link('captions.md', 'captions'),
    link('captions.csv', 'as a table'),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${STYLE}</style>
<header>
<h1>${escape(episode.title)}</h1>
<p>${escape(episode.show)} · ${counts} · ${links.join(' · ')}</p>
</header>
<main>
${quotes.map(section).join('\n')}
</main>
<script>${SCRIPT}</script>
</html>
`;
}

function section({ number, asked, about, cards }: PackedQuote): string {
  const items = cards.map((card) => item(card, about?.alt ?? '')).join('\n');
  if (about === null) {
    return `<section id="${number}">\n<p class="from">${escape(asked)}</p>\n<ul class="cards">\n${items}\n</ul>\n</section>`;
  }
  const { words, attribution, url, hashtags } = about;
  const caption = [`“${words}”`, attribution, url, hashtags.map((name) => `#${name}`).join(' ')]
    .filter(Boolean)
    .join('\n\n');
  return `<section id="${number}">
<blockquote lang="${escape(about.language)}" dir="${about.direction}">${escape(words)}</blockquote>
<p class="from">${escape(attribution)} · <a href="${escape(url)}">page</a></p>
<button type="button" data-copy="${escape(caption)}">Copy caption</button>
<button type="button" data-copy="${escape(about.alt)}">Copy alt text</button>
<ul class="cards">
${items}
</ul>
</section>`;
}

function item({ size, template, files, error }: PackedCard, alt: string): string {
  const look = [size, ...(template === null ? [] : [template])].join(', ');
  if (error !== null) return `<li class="error">${escape(look)}: ${escape(error.message)}</li>`;
  return files
    .map(({ name }) => {
      if (name.endsWith('.pdf')) return `<li>${link(name, `${look}, as a document`)}</li>`;
      const slide = /_(\d+)-of-(\d+)\./.exec(name);
      const which = slide === null ? look : `${look}, ${slide[1]} of ${slide[2]}`;
      return `<li><figure><a href="${escape(name)}"><img src="${escape(name)}" alt="${escape(alt)}" loading="lazy"></a><figcaption>${escape(which)}</figcaption></figure></li>`;
    })
    .join('\n');
}

function link(name: string, label: string): string {
  return `<a href="${escape(name)}">${escape(label)}</a>`;
}
