/** The page of a pack, to look at it without a server: it loads nothing but the cards beside it. */
import type { NamedFile } from '../store/pack-port.ts';
import type { PackContents, PackedCard, PackedQuote } from './contents.ts';
import { SCRIPT, STYLE } from './gallery-look.ts';
import { escapeMarkup as escape } from './markup.ts';

/** One HTML file without any address but those of the cards, the quotes' pages and the episode's. */
export function galleryPage({ episode, quotes, sheets }: PackContents): string {
  const cards = quotes.flatMap((quote) => quote.cards);
  const failed = cards.filter(({ error }) => error !== null).length;
  const clips = cards.filter(({ format, error }) => format === 'mp4' && error === null).length;
  const facts = [
    episode.publishedAt === null ? '' : escape(episode.publishedAt.slice(0, 10)),
    counted(quotes.length, 'quote'),
    counted(cards.length - failed - clips, 'card'),
    clips === 0 ? '' : counted(clips, 'clip'),
    failed === 0 ? '' : `<span class="error">${failed} could not be made</span>`,
    ...sheets.map(({ name }, nth) =>
      link(name, sheets.length === 1 ? 'Contact sheet' : `Contact sheet ${nth + 1}`),
    ),
    link('captions.md', 'Captions'),
    link('captions.csv', 'as a table'),
    episode.url === null ? '' : link(episode.url, 'Episode'),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; media-src 'self' file:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escape(`${episode.title} — ${episode.show}`)}</title>
<style>${STYLE}</style>
<header>
<p class="show" dir="auto">${escape(episode.show)}</p>
<h1 dir="auto">${escape(episode.title)}</h1>
<ul class="facts">${facts
    .filter(Boolean)
    .map((fact) => `<li>${fact}</li>`)
    .join('')}</ul>
</header>
<nav aria-label="Which cards"><div>${filter(
    'size',
    'Size',
    cards.map(({ size }) => size),
  )}${filter(
    'template',
    'Look',
    cards.map(({ template }) => template ?? 'brand'),
  )}</div></nav>
<main>
${quotes.map(article).join('\n')}
</main>
<footer>Words are the transcript’s; times with ≈ are estimated. Files and checksums: ${link('manifest.json', 'manifest.json')}.</footer>
<dialog aria-label="Card"><form method="dialog"><button type="button" data-step="-1" aria-label="Card before">←</button><button type="button" data-step="1" aria-label="Next card">→</button><button aria-label="Close">✕</button></form><figure><img alt=""><figcaption><a download></a></figcaption></figure></dialog>
<script>${SCRIPT}</script>
</html>
`;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** Buttons to see only some cards, where there are several kinds. */
function filter(name: string, label: string, values: readonly string[]): string {
  const kinds = [...new Set(values)];
  if (kinds.length < 2) return '';
  const button = (value: string, shown: string): string =>
    `<button type="button" data-filter="${name}" value="${escape(value)}" aria-pressed="${value === ''}">${escape(shown)}</button>`;
  return `<span>${label}</span>${button('', 'All')}${kinds.map((kind) => button(kind, kind)).join('')}`;
}

function article({ number, asked, about, cards }: PackedQuote): string {
  const items = cards.map((card) => item(card, about?.alt ?? '')).join('\n');
  const time = about?.time == null ? '' : ` · ${escape(about.time)}`;
  return `<article id="q${number}">
<div>
<p class="number"><b>${number}</b>${time}</p>
${about === null ? `<p class="from">${escape(asked)}</p>` : said(about)}
</div>
<ul class="cards">
${items}
</ul>
</article>`;
}

function said({
  language,
  direction,
  words,
  attribution,
  url,
  alt,
  hashtags,
}: NonNullable<PackedQuote['about']>): string {
  const tags = hashtags.map((name) => `#${name}`).join(' ');
  const caption = [`“${words}”`, attribution, url, tags].filter(Boolean).join('\n\n');
  return `<blockquote lang="${escape(language)}" dir="${direction}">${escape(words)}</blockquote>
<p class="from" dir="auto">${escape(attribution)}</p>
${tags === '' ? '' : `<p class="tags">${escape(tags)}</p>\n`}<div class="buttons"><button type="button" data-copy="${escape(caption)}">Copy caption</button><button type="button" data-copy="${escape(alt)}">Copy alt text</button><button type="button" data-copy="${escape(url)}">Copy link</button></div>`;
}

function item({ size, template, files, error }: PackedCard, alt: string): string {
  const look = [size, ...(template === null ? [] : [template])].join(', ');
  const data = `data-size="${escape(size)}" data-template="${escape(template ?? 'brand')}"`;
  if (error !== null) return `<li class="error" ${data}>${escape(look)}: ${escape(error.message)}</li>`;
  return files.map((file) => `<li ${data}>${shownFile(file, look, alt)}</li>`).join('\n');
}

function shownFile({ name, size }: NamedFile, look: string, alt: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const weight = `${ending.toUpperCase()}, ${weightOf(size)}`;
  if (ending === 'pdf') {
    const what = name.endsWith('_carousel.pdf') ? 'Carousel, all slides' : 'Document';
    return `<figure><a class="file" href="${escape(name)}">${what}</a><figcaption>${escape(look)} · ${weight}</figcaption></figure>`;
  }
  if (ending === 'mp4')
    return `<figure><video src="${escape(name)}" controls preload="metadata"></video><figcaption>${escape(look)} · ${weight}</figcaption></figure>`;
  const slide = /_(\d+)-of-(\d+)\./.exec(name);
  const which = slide === null ? look : `${look}, ${slide[1]} of ${slide[2]}`;
  return `<figure><a href="${escape(name)}" data-card><img src="${escape(name)}" alt="${escape(alt)}" loading="lazy"></a><figcaption>${escape(which)} · ${weight}</figcaption></figure>`;
}

function weightOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function link(address: string, label: string): string {
  return `<a href="${escape(address)}">${escape(label)}</a>`;
}
