/** @jsxImportSource hono/jsx */
import { directionOf } from '../card/language.ts';
import { clock } from '../card/time.ts';
import type { Chapter, Episode, Show } from '../quote/model.ts';
import { Frame, pageResponse, type Head } from './document.tsx';
import { CardLink, imageOf, type FeaturedCard } from './featured-card.tsx';
import { Cover } from './home.tsx';
import { episodeJsonLd } from './json-ld.ts';
import { listenAddresses } from './listen.ts';
import { subtitle } from './subtitle.ts';
import type { TranscriptTurn } from './turns.ts';
import { WithEmoji } from './with-emoji.tsx';

export interface EpisodePage {
  episode: Episode;
  show: Show;
  turns: TranscriptTurn[];
  featured: FeaturedCard | null;
  publicUrl: string;
  oembed: { json: string; xml: string };
  cacheControl: string;
}

/** The transcript as files, by their ending. */
const FILES = { vtt: 'text/vtt', srt: 'application/x-subrip', json: 'application/json', txt: 'text/plain' };

/** The transcript to read, by chapter; each sentence leads to its own page. */
export function episodePage(page: EpisodePage): Promise<Response> {
  const { episode, show, turns, featured, publicUrl, oembed, cacheControl } = page;
  const files = Object.entries(FILES).map(([format, type]) => ({
    format,
    type,
    href: `${publicUrl}/v1/episodes/${episode.id}/transcript.${format}`,
  }));
  const head: Head = {
    title: `${episode.title} · ${show.title}`,
    description: subtitle(episode, show.title),
    language: episode.language,
    direction: directionOf(episode.language),
    canonical: `${publicUrl}/e/${episode.id}`,
    site: show.title,
    jsonLd: episodeJsonLd(episode, show, publicUrl),
    oembed,
    alternates: files,
    ...imageOf(featured, publicUrl),
  };
  const [listening] = listenAddresses(episode, 0);
  const items = withChapters(turns, episode.chapters);
  const chapters = items.flatMap((item, index) => ('title' in item ? [{ ...item, id: `c${index}` }] : []));
  return pageResponse(
    head,
    <Frame show={show} up={{ href: '/', label: 'All episodes' }}>
      <header class="row opening">
        <Cover episode={episode} show={show} />
        <div>
          <h1 class="title">
            <WithEmoji text={episode.title} />
          </h1>
          <p class="soft">{subtitle(episode, show.title)}</p>
          {listening === undefined ? null : (
            <a class="act first" lang="en" href={listening.href}>
              {listening.on === null ? 'Listen' : `Listen on ${listening.on}`}
            </a>
          )}
        </div>
      </header>
      {featured === null ? null : <CardLink {...featured} />}
      <p class="files soft" lang="en" dir="ltr">
        {'Every sentence leads to its page and card. The transcript as '}
        {files.map(({ format, href }, index) => (
          <>
            {index > 0 ? ', ' : ''}
            <a href={href.slice(publicUrl.length)}>{format.toUpperCase()}</a>
          </>
        ))}
      </p>
      {chapters.length < 2 ? null : (
        <nav class="chapters" aria-label="Chapters">
          <ol>
            {chapters.map(({ id, title, startMs }) => (
              <li>
                <time class="soft">{clock(startMs)}</time>
                <a href={`#${id}`} dir="auto">
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="lines">
        {items.map((item, index) =>
          'title' in item ? (
            <h2 id={`c${index}`} dir="auto">
              {item.title}
            </h2>
          ) : (
            <Turn {...item} />
          ),
        )}
      </div>
    </Frame>,
    { cacheControl, headers: { Vary: 'Authorization' } },
  );
}

/** Turns with the title of each chapter before the first turn that starts in it. */
function withChapters(
  turns: readonly TranscriptTurn[],
  chapters: readonly Chapter[],
): (TranscriptTurn | Chapter)[] {
  const left = chapters.toSorted((a, b) => a.startMs - b.startMs);
  return turns.flatMap((turn) => {
    const startMs = turn.sentences[0]?.startMs ?? null;
    const begun = startMs === null ? -1 : left.findLastIndex((chapter) => chapter.startMs <= startMs);
    const [chapter] = left.splice(0, begun + 1).slice(-1);
    return chapter === undefined ? [turn] : [chapter, turn];
  });
}

function Turn({ speaker, sentences }: TranscriptTurn) {
  const startMs = sentences[0]?.startMs ?? null;
  return (
    <p>
      {speaker === null && startMs === null ? null : (
        <span class="who">
          {startMs === null ? null : <time>{clock(startMs)}</time>}
          {speaker}
        </span>
      )}
      {sentences.map(({ index, text, href }) => (
        <>
          <a id={`s${index}`} href={href} dir="auto">
            <WithEmoji text={text} />
          </a>{' '}
        </>
      ))}
    </p>
  );
}
