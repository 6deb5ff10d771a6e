/** @jsxImportSource hono/jsx */
import { altText } from '../card/alt.ts';
import type { Card } from '../card/model.ts';
import { fromLine, nameList, printedDate } from '../card/phrases.ts';
import { resolveCard } from '../card/resolve.ts';
import type { Subject } from '../card/subject.ts';
import { SIZES } from '../layer/sizes.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { contextParagraphs, type Paragraph } from './context.ts';
import { Frame, pageResponse, type Head } from './document.tsx';
import { listenAddress } from './listen.ts';

const SIZE = SIZES.og;

export interface QuotePage {
  subject: Subject;
  text: EpisodeText;
  publicUrl: string;
  /** Path of the page as it was asked for. */
  path: string;
  /** What a reader should know of the address: corrected since, replaced. */
  note: string | null;
  cacheControl: string;
}

/** The page of a quote or range: its card, its words among those around them, who said them and where to listen. */
export function quotePage({
  subject,
  text,
  publicUrl,
  path,
  note,
  cacheControl,
}: QuotePage): Promise<Response> {
  const { quote, episode } = subject;
  const card = resolveCard(subject, { publicUrl });
  const own = quote.id === null ? path : `/q/${quote.id}`;
  const alt = altText(card);
  const listen = card.time === null ? null : listenAddress(episode, card.time.startMs);
  const head = headOf(card, { canonical: `${publicUrl}${own}`, image: `${publicUrl}${own}.png`, alt });
  return pageResponse(
    head,
    <Frame up={{ href: `/e/${card.episodeId}`, label: card.episode }}>
      {note === null ? null : <p class="note">{note}</p>}
      <img class="card" src={`${own}.png`} alt={alt} width={SIZE.width} height={SIZE.height} />
      <Words card={card} paragraphs={contextParagraphs(text, quote.spans, episode)} />
      <Attribution card={card} />
      <ul class="acts">
        {listen === null || card.time === null ? null : (
          <li>
            <a class="first" href={listen}>
              Listen at {card.time.label}
            </a>
          </li>
        )}
        <li>
          <a href={`${own}.png?dl=1`}>Download the card</a>
        </li>
        <li>
          <a href={`/e/${card.episodeId}`}>Whole episode</a>
        </li>
      </ul>
    </Frame>,
    { cacheControl },
  );
}

function headOf(
  card: Card,
  { canonical, image, alt }: { canonical: string; image: string; alt: string },
): Head {
  const who = nameList(
    card.language,
    card.speakers.map(({ name }) => name),
  );
  return {
    title: who === '' ? shortened(card.words, 110) : `${who}: ${shortened(card.words, 90)}`,
    description: `${card.show} · ${card.episode}`,
    language: card.language,
    direction: card.direction,
    canonical,
    site: card.show,
    image: { url: image, alt, ...SIZE },
  };
}

function Words({ card, paragraphs }: { card: Card; paragraphs: Paragraph[] }) {
  const isTalk = new Set(paragraphs.map(({ speaker }) => speaker)).size > 1;
  return (
    <blockquote class="words" lang={card.spoken} cite={card.url}>
      {paragraphs.map(({ speaker, parts }) => (
        <p>
          {isTalk && speaker !== null ? <cite>{speaker}</cite> : null}
          {parts.map(({ text, quoted }) =>
            quoted ? <strong>{text}</strong> : <span class="context">{text}</span>,
          )}
        </p>
      ))}
    </blockquote>
  );
}

function Attribution({ card }: { card: Card }) {
  const date = card.publishedAt === null ? [] : [printedDate(card.language, card.publishedAt)];
  if (card.speakers.length === 0) {
    return (
      <p class="said">
        {fromLine(card.language, card.episode, card.participants)}
        <br />
        <span class="soft">{[card.show, ...date].join(' · ')}</span>
      </p>
    );
  }
  return (
    <p class="said">
      {card.speakers.map(({ name, role }, index) => (
        <>
          {index > 0 ? ' · ' : null}
          <b>{name}</b>
          {role === null ? null : <span class="soft">, {role}</span>}
        </>
      ))}
      <br />
      <span class="soft">{[card.show, card.episode, ...date].join(' · ')}</span>
    </p>
  );
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 20)).trimEnd()}…`;
}
