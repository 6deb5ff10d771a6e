import type { Card } from '../card/model.ts';
import type { Episode, Show } from '../quote/model.ts';
import { shortened } from '../card/shortened.ts';

/** What structured data says of a quote (schema.org). */
export interface QuoteFacts {
  card: Card;
  episode: Episode;
  show: Show;
  publicUrl: string;
  canonical: string;
  image: string;
  listen: string | null;
  /** Known exactly, or `null`. */
  offsets: { startMs: number; endMs: number } | null;
}

/** Characters of a quotation: what previews read ends somewhere, and there is no limit to how long a range is. */
const LONGEST = 5000;

/** Quotation, PodcastEpisode, and Clip where the times are exact. Says no speaker whom no source states. */
export function quoteJsonLd(facts: QuoteFacts): object {
  const { card, episode, show, publicUrl, canonical, image, listen, offsets } = facts;
  const part = { '@id': `${publicUrl}/e/${episode.id}#episode` };
  const quotation = {
    '@type': 'Quotation',
    '@id': `${canonical}#quote`,
    text: shortened(card.words, LONGEST),
    inLanguage: card.spoken,
    url: canonical,
    image,
    isPartOf: part,
    ...(card.speakers.length === 0
      ? {}
      : { creator: card.speakers.map(({ name }) => ({ '@type': 'Person', name })) }),
    ...(card.author === null ? {} : { author: { '@type': 'Person', name: card.author } }),
  };
  const clip = {
    '@type': 'Clip',
    '@id': `${canonical}#clip`,
    name: shortened(card.words, 110),
    partOfEpisode: part,
    startOffset: (offsets?.startMs ?? 0) / 1000,
    endOffset: (offsets?.endMs ?? 0) / 1000,
    url: listen ?? canonical,
  };
  return graph([quotation, episodeNode(episode, show, publicUrl), ...(offsets === null ? [] : [clip])]);
}

export function episodeJsonLd(episode: Episode, show: Show, publicUrl: string): object {
  return graph([episodeNode(episode, show, publicUrl)]);
}

function graph(nodes: readonly object[]): object {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function episodeNode(episode: Episode, show: Show, publicUrl: string): object {
  const { id, title, language, publishedAt, mediaUrl, durationMs, url } = episode;
  return {
    '@type': 'PodcastEpisode',
    '@id': `${publicUrl}/e/${id}#episode`,
    name: title,
    inLanguage: language,
    url: `${publicUrl}/e/${id}`,
    ...(publishedAt === null ? {} : { datePublished: publishedAt }),
    ...(durationMs === null ? {} : { duration: `PT${Math.round(durationMs / 1000)}S` }),
    ...(mediaUrl === null ? {} : { associatedMedia: { '@type': 'AudioObject', contentUrl: mediaUrl } }),
    ...(url === null ? {} : { sameAs: url }),
    partOfSeries: {
      '@type': 'PodcastSeries',
      name: show.title,
      ...(show.url === null ? {} : { url: show.url }),
    },
  };
}

/** JSON that stays JSON inside `<script>`, whatever words it holds. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
