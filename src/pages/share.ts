import type { Card } from '../card/model.ts';
import { nameList, printedDate } from '../card/phrases.ts';
import { quotationMarks } from '../text/typography.ts';

/** What the snippets point at. Addresses are absolute. */
export interface Shared {
  card: Card;
  page: string;
  image: string;
  alt: string;
  /** The page an iframe shows, and its size before it says its own. */
  embed: { url: string; width: number; height: number };
  /** The module of `<pull-quote>`. */
  component: string;
}

/** The iframe other sites show a quote in; oEmbed answers with the same. */
export function iframeCode({ card, embed }: Pick<Shared, 'card' | 'embed'>): string {
  const title = escapeHtml(plainText(`Quote: ${card.words}`).slice(0, 120).toWellFormed());
  return `<iframe src="${escapeHtml(embed.url)}" title="${title}" width="${embed.width}" height="${embed.height}" style="border:0;max-width:100%" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** The custom element, with a quotation inside for where it cannot run. */
export function componentCode(shared: Shared): string {
  return `<pull-quote src="${escapeHtml(shared.page)}">${htmlCode(shared)}</pull-quote>\n<script type="module" src="${escapeHtml(shared.component)}"></script>`;
}

export function htmlCode({ card, page }: Shared): string {
  return `<blockquote cite="${escapeHtml(page)}" lang="${escapeHtml(card.spoken)}" dir="${card.direction}"><p>${escapeHtml(card.words)}</p><footer>— <a href="${escapeHtml(page)}">${escapeHtml(attribution(card))}</a></footer></blockquote>`;
}

/** The card as a picture that leads to the page. */
export function markdownCode({ image, alt, page }: Shared): string {
  return `[![${escapeMarkdown(plainText(alt))}](${image})](${page})`;
}

/** The words with who said them and where, as plain text. */
export function wordsCode({ card, page }: Shared): string {
  const [open, close] = quotationMarks(card.spoken);
  return `${open}${card.words}${close}\n— ${attribution(card)}\n${page}`;
}

/** `Ida Holm, Cold Harbour, Ice, 14 March 2026, 13:36`; without a speaker whom no source states. */
function attribution(card: Card): string {
  const names = card.speakers.map(({ name }) => name);
  return [
    ...(names.length === 0 ? [] : [nameList(card.language, names)]),
    card.show,
    card.episode,
    ...(card.publishedAt === null ? [] : [printedDate(card.language, card.publishedAt)]),
    ...(card.time === null ? [] : [card.time.label]),
  ].join(', ');
}

/** Text without the characters that turn the direction of what stands around it, for places that have no markup. */
export function plainText(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|&~-]/g, (character) => `\\${character}`);
}
