/** @jsxImportSource hono/jsx */
import type { Card } from '../card/model.ts';
import { fromLine, nameList } from '../card/phrases.ts';
import { resolveCard } from '../card/resolve.ts';
import type { Subject } from '../card/subject.ts';
import { quotationMarks } from '../text/typography.ts';
import { pageResponse } from './document.tsx';
import { listenAddresses } from './listen.ts';
import { titleOf } from './quote.tsx';
import { HEIGHT_SCRIPT } from './script.ts';
import { EMBED_STYLE } from './style.ts';
import { WithEmoji } from './with-emoji.tsx';

export interface EmbedPage {
  subject: Subject;
  publicUrl: string;
  path: string;
  cacheControl: string;
}

/** Characters from which a quote is set small. */
const LONG = 280;

/** What an iframe on another site shows: the words as text, who said them, and where to listen and read on. */
export function embedPage({ subject, publicUrl, path, cacheControl }: EmbedPage): Promise<Response> {
  const card = resolveCard(subject, { publicUrl });
  const [listening] = card.time === null ? [] : listenAddresses(subject.episode, card.time.startMs);
  const [open, close] = quotationMarks(card.spoken);
  const names = card.speakers.map(({ name }) => name);
  return pageResponse(
    {
      title: titleOf(card),
      description: `${card.show} · ${card.episode}`,
      language: card.spoken,
      direction: card.direction,
      canonical: `${publicUrl}${path}`,
      site: card.show,
    },
    <main>
      <h1 class="vh">{titleOf(card)}</h1>
      <figure class={card.words.length > LONG ? 'pull long' : 'pull'}>
        <blockquote cite={card.url}>
          {open}
          <WithEmoji text={card.words} />
          {close}
        </blockquote>
        <figcaption lang={card.language}>
          <span>
            {names.length === 0 ? (
              fromLine(card.language, card.episode, card.participants)
            ) : (
              <b>{nameList(card.language, names)}</b>
            )}
            <br />
            <a class="soft" href={`${publicUrl}${path}`} target="_blank" rel="noopener">
              {[card.show, ...(names.length === 0 ? [] : [card.episode])].join(' · ')}
            </a>
          </span>
          {listening === undefined ? null : (
            <a class="act first" lang="en" href={listening.href} target="_blank" rel="noopener">
              {`Listen at ${card.time?.label}`}
            </a>
          )}
        </figcaption>
      </figure>
    </main>,
    { cacheControl, style: EMBED_STYLE, script: HEIGHT_SCRIPT, framed: true },
  );
}

const EMBED_WIDTH = 600;

/** About how large an embed is, in CSS pixels: it says exactly once it is shown. */
export function embedSize(
  card: Card,
  most: { width: number; height: number } = { width: Infinity, height: Infinity },
): { width: number; height: number } {
  const width = Math.min(EMBED_WIDTH, most.width);
  const [size, leading] = card.words.length > LONG ? [18, 1.45] : [Math.min(28, width * 0.044), 1.32];
  const lines = Math.ceil((card.words.length * size * 0.52) / Math.max(width - 66, 80));
  return { width, height: Math.min(Math.ceil(lines * size * leading) + 176, most.height) };
}
