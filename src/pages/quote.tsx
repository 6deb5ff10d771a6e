/** @jsxImportSource hono/jsx */
import type { Card } from '../card/model.ts';
import { fromLine, nameList, printedDate } from '../card/phrases.ts';
import { resolveCard } from '../card/resolve.ts';
import type { Subject } from '../card/subject.ts';
import { SIZES } from '../layer/sizes.ts';
import { sentenceAt } from '../quote/text.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { joinWords } from '../transcript/words.ts';
import { contextParagraphs, type Paragraph } from './context.ts';
import { Frame, pageResponse, type Head } from './document.tsx';
import { highlightAddress } from './fragment.ts';
import { quoteJsonLd } from './json-ld.ts';
import { listenAddresses, type Listening } from './listen.ts';
import { COPY_SCRIPT } from './script.ts';
import { shortened } from '../card/shortened.ts';
import { ShareTools, type Download } from './tools.tsx';
import type { Shared } from './share.ts';
import { WithEmoji } from './with-emoji.tsx';

const SIZE = SIZES.og;

export interface QuotePage {
  subject: Subject;
  text: EpisodeText;
  publicUrl: string;
  /** Path of the quote or range, as its links begin. */
  path: string;
  /** Paths of the card's picture, once and at twice the pixels, and what it says. */
  image: { once: string; twice: string; alt: string };
  downloads: Download[];
  /** Other formats than PNG. */
  formats: { format: string; href: string }[];
  oembed: { json: string; xml: string };
  embed: Shared['embed'];
  /** What a reader should know of the address: corrected since, replaced. */
  note: string | null;
  cacheControl: string;
}

/** The page of a quote or range: its card, its words among those around them, who said them, where to listen and how to share it. */
export function quotePage(page: QuotePage): Promise<Response> {
  const { subject, text, publicUrl, path, image, note, cacheControl } = page;
  const { quote, episode, show } = subject;
  const card = resolveCard(subject, { publicUrl });
  const { alt } = image;
  const shared: Shared = {
    card,
    alt,
    page: `${publicUrl}${path}`,
    image: `${publicUrl}${image.once}`,
    embed: page.embed,
    component: `${publicUrl}/pull-quote.js`,
  };
  const listening = card.time === null ? [] : listenAddresses(episode, card.time.startMs);
  const passages = quote.spans.map(({ wordFrom, wordTo }) => joinWords(text.words, wordFrom, wordTo));
  const head: Head = {
    title: titleOf(card),
    description: `${card.show} · ${card.episode}`,
    language: card.spoken,
    direction: card.direction,
    canonical: shared.page,
    site: card.show,
    image: { url: shared.image, alt, ...SIZE },
    oembed: page.oembed,
    jsonLd: quoteJsonLd({
      card,
      episode,
      show,
      publicUrl,
      canonical: shared.page,
      image: shared.image,
      listen: listening[0]?.href ?? null,
      offsets: exactTimes(subject),
    }),
  };
  const sentence = sentenceAt(text.sentences, quote.spans[0]?.wordFrom ?? 0)?.index;
  return pageResponse(
    head,
    <Frame wide show={show} up={{ href: `/e/${card.episodeId}`, label: card.episode }}>
      {note === null ? null : <p class="note">{note}</p>}
      <h1 class="vh">{head.title}</h1>
      <img
        class="card"
        src={image.once}
        srcset={`${image.once} 1x, ${image.twice} 2x`}
        alt={alt}
        width={SIZE.width}
        height={SIZE.height}
        fetchpriority="high"
      />
      <div class="about">
        <aside aria-label="Source">
          <Attribution card={card} />
          <Places
            card={card}
            listening={listening}
            highlight={episode.url === null ? null : highlightAddress(episode.url, passages)}
          />
        </aside>
        <section>
          <Words card={card} paragraphs={contextParagraphs(text, quote.spans, episode)} />
          <a
            class="on"
            lang="en"
            href={`/e/${card.episodeId}${sentence === undefined ? '' : `#s${sentence}`}`}
          >
            Read on in the transcript
          </a>
        </section>
      </div>
      <ShareTools shared={shared} downloads={page.downloads} formats={page.formats} />
    </Frame>,
    { cacheControl, script: COPY_SCRIPT, headers: { Vary: 'Authorization' } },
  );
}

/** Who said it and how it begins. */
export function titleOf(card: Card): string {
  const who = nameList(
    card.language,
    card.speakers.map(({ name }) => name),
  );
  return who === '' ? shortened(card.words, 110) : `${who}: ${shortened(card.words, 90)}`;
}

function exactTimes({ quote }: Subject): { startMs: number; endMs: number } | null {
  const { startMs, endMs, timing } = quote;
  return startMs === null || endMs === null || timing.errorMs !== 0 ? null : { startMs, endMs };
}

function Words({ card, paragraphs }: { card: Card; paragraphs: Paragraph[] }) {
  const isTalk = new Set(paragraphs.map(({ speaker }) => speaker)).size > 1;
  return (
    <blockquote class="words" lang={card.spoken} cite={card.url}>
      {paragraphs.map(({ speaker, parts }) => (
        <p>
          {isTalk && speaker !== null ? <span class="who">{speaker}</span> : null}
          {parts.map(({ text, quoted }) =>
            quoted ? (
              <mark>
                <WithEmoji text={text} />
              </mark>
            ) : (
              <span class="context">
                <WithEmoji text={text} />
              </span>
            ),
          )}
        </p>
      ))}
    </blockquote>
  );
}

function Attribution({ card }: { card: Card }) {
  const date = card.publishedAt === null ? [] : [printedDate(card.language, card.publishedAt)];
  const { speakers } = card;
  return (
    <p class="said" lang={card.language}>
      {speakers.length === 0
        ? fromLine(card.language, card.episode, card.participants)
        : speakers.map(({ name, role }) => (
            <>
              <b>{name}</b>
              {role === null ? null : <span class="soft">{role}</span>}
            </>
          ))}
      <span class="work">
        <a href={`/e/${card.episodeId}`}>{card.episode}</a>
        {[card.show, ...date].join(' · ')}
      </span>
    </p>
  );
}

function Places(props: { card: Card; listening: Listening[]; highlight: string | null }) {
  const { card, listening, highlight } = props;
  return (
    <ul class="acts" lang="en" dir="ltr">
      {listening.map(({ on, href }, index) => (
        <li>
          <a class={index === 0 ? 'act first' : 'act'} href={href}>
            {on === null ? `Listen at ${card.time?.label}` : `${on} at ${card.time?.label}`}
          </a>
        </li>
      ))}
      {highlight === null ? null : (
        <li>
          <a class="act" href={highlight}>
            Find it on the show’s page
          </a>
        </li>
      )}
    </ul>
  );
}
