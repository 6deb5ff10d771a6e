/** @jsxImportSource hono/jsx */
import type { Episode } from '../quote/model.ts';
import { Frame, pageResponse, plainHead } from './document.tsx';
import { subtitle } from './subtitle.ts';

export interface HomePage {
  /** With the titles of their shows. */
  episodes: { episode: Episode; show: string }[];
  publicUrl: string;
  cacheControl: string;
}

export function homePage({ episodes, publicUrl, cacheControl }: HomePage): Promise<Response> {
  const idea = 'Every sentence of every episode has an address, and a card at that address.';
  return pageResponse(
    plainHead('Episodes', idea, `${publicUrl}/`),
    <Frame>
      <h1 class="title">Episodes</h1>
      <p class="soft">{idea}</p>
      {episodes.length === 0 ? (
        <p>
          There is none yet. <code>pullquote import FILE --show … --title …</code> takes one in.
        </p>
      ) : null}
      <ul class="list">
        {episodes.map(({ episode, show }) => (
          <li>
            <h2>
              <a href={`/e/${episode.id}`} dir="auto">
                {episode.title}
              </a>
            </h2>
            <span class="soft">{subtitle(episode, show)}</span>
          </li>
        ))}
      </ul>
    </Frame>,
    { cacheControl },
  );
}
