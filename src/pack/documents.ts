/** The texts of a pack: what is in it, and captions to post. All are pure functions of its contents. */
import { shortened } from '../card/shortened.ts';
import { writeCsv } from './csv.ts';
import type { PackContents, PackedQuote } from './contents.ts';
import { galleryPage } from './gallery.ts';
import { escapeMarkup } from './markup.ts';
import type { QuoteAbout } from './about.ts';

/** Every text of a pack with its name, made when it is asked for: those of ten thousand cards are large. */
export function* documentsOf(contents: PackContents): Generator<[name: string, text: string], void, void> {
  yield ['manifest.json', manifest(contents)];
  yield ['captions.csv', captionsCsv(contents)];
  yield ['captions.md', captionsMarkdown(contents)];
  yield ['soundbites.xml', soundbites(contents)];
  yield ['index.html', galleryPage(contents)];
}

export const DOCUMENT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xml: 'application/xml',
  html: 'text/html; charset=utf-8',
};

/** The quotes that have anything to post. */
function told({ quotes }: PackContents): (PackedQuote & { about: QuoteAbout })[] {
  return quotes.flatMap((quote) =>
    quote.about === null || filesOfQuote(quote).length === 0 ? [] : [{ ...quote, about: quote.about }],
  );
}

function filesOfQuote({ cards }: PackedQuote): string[] {
  return cards.flatMap(({ files }) => files.map(({ name }) => name));
}

function manifest({ episode, quotes, sheets }: PackContents): string {
  const cards = quotes.flatMap((quote) => quote.cards);
  const value = {
    format: 'pullquote-pack',
    version: 1,
    episode,
    counts: {
      quotes: quotes.length,
      cards: cards.length,
      failed: cards.filter(({ error }) => error !== null).length,
    },
    quotes: quotes.map((quote) => ({
      number: quote.number,
      asked: quote.asked,
      ...quote.about,
      cards: quote.cards.map(({ files, error, ...card }) => ({
        ...card,
        files: files.map(({ name, size, crc }) => ({ name, size, crc32: crc.toString(16).padStart(8, '0') })),
        ...(error === null ? {} : { error }),
      })),
    })),
    contactSheets: sheets.map(({ name }) => name),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function captionsCsv(contents: PackContents): string {
  const head = ['number', 'words', 'attribution', 'link', 'alt', 'hashtags', 'start', 'files'];
  const rows = told(contents).map((quote) => {
    const { words, attribution, url, alt, time, hashtags } = quote.about;
    return [
      String(quote.number),
      words,
      attribution,
      url,
      alt,
      hashtags.map(tag).join(' '),
      time ?? '',
      filesOfQuote(quote).join(' '),
    ];
  });
  return writeCsv([head, ...rows]);
}

const tag = (name: string): string => `#${name}`;

function captionsMarkdown(contents: PackContents): string {
  const { title, show } = contents.episode;
  const parts = told(contents).map((quote) => {
    const { words, attribution, url, alt, hashtags } = quote.about;
    const lines = [
      `## ${quote.number}`,
      words
        .split('\n')
        .map((line) => `> ${escapeMarkdown(line)}`)
        .join('\n'),
      escapeMarkdown(attribution),
      `<${url}>`,
      ...(hashtags.length === 0 ? [] : [escapeMarkdown(hashtags.map(tag).join(' '))]),
      `Alt text: ${escapeMarkdown(alt)}`,
      filesOfQuote(quote)
        .map((name) => `- [${escapeMarkdown(name)}](${name})`)
        .join('\n'),
    ];
    return lines.join('\n\n');
  });
  return `${[`# ${escapeMarkdown(`${show}: ${title}`)}`, ...parts].join('\n\n')}\n`;
}

/** Text in which Markdown (CommonMark) sees no mark of its own. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>#|~!]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replace(/^(\s*)([-+])/u, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/u, String.raw`$1\$2`);
}

/** Longest title of a soundbite, in characters, as the Podcasting 2.0 namespace advises. */
const SOUNDBITE_TITLE = 128;

/** A soundbite that begins so much too early or late would not be what its title says, in milliseconds. */
const SOUNDBITE_ERROR = 2000;

/** `podcast:soundbite` elements for the item of a feed. A quote whose start and end are not known well has none. */
function soundbites(contents: PackContents): string {
  const elements = told(contents).flatMap(({ about: { startMs, endMs, errorMs, words } }) => {
    if (startMs === null || endMs === null || endMs <= startMs) return [];
    if (errorMs === null || errorMs > SOUNDBITE_ERROR) return [];
    const [start, duration] = [startMs, endMs - startMs].map((ms) => String(ms / 1000));
    return [
      `  <podcast:soundbite startTime="${start}" duration="${duration}">${escapeMarkup(shortened(words, SOUNDBITE_TITLE))}</podcast:soundbite>`,
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<item xmlns:podcast="https://podcastindex.org/namespace/1.0">',
    ...elements,
    '</item>',
    '',
  ].join('\n');
}
