/** @jsxImportSource hono/jsx */
import { directionOf } from '../card/language.ts';
import { clock } from '../card/time.ts';
import type { Episode } from '../quote/model.ts';
import { Frame, pageResponse, type Head } from './document.tsx';
import { subtitle } from './subtitle.ts';
import type { TranscriptTurn } from './turns.ts';

export interface EpisodePage {
  episode: Episode;
  /** Title of the show. */
  show: string;
  turns: TranscriptTurn[];
  publicUrl: string;
  cacheControl: string;
}

/** The transcript to read; each sentence leads to its own page. */
export function episodePage({
  episode,
  show,
  turns,
  publicUrl,
  cacheControl,
}: EpisodePage): Promise<Response> {
  const head: Head = {
    title: `${episode.title} · ${show}`,
    description: subtitle(episode, show),
    language: episode.language,
    direction: directionOf(episode.language),
    canonical: `${publicUrl}/e/${episode.id}`,
    site: show,
  };
  return pageResponse(
    head,
    <Frame up={{ href: '/', label: 'Episodes' }}>
      <h1 class="title">{episode.title}</h1>
      <p class="soft">{subtitle(episode, show)}</p>
      <ol class="lines">
        {turns.map((turn) => (
          <Turn {...turn} />
        ))}
      </ol>
    </Frame>,
    { cacheControl },
  );
}

function Turn({ speaker, sentences }: TranscriptTurn) {
  const startMs = sentences[0]?.startMs ?? null;
  return (
    <li>
      {speaker === null && startMs === null ? null : (
        <span class="who">
          {startMs === null ? null : <time>{clock(startMs)}</time>}
          {speaker}
        </span>
      )}
      {sentences.map(({ text, href }) => (
        <>
          <a href={href} dir="auto">
            {text}
          </a>{' '}
        </>
      ))}
    </li>
  );
}
