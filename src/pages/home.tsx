/** @jsxImportSource hono/jsx */
import type { Episode, Show } from '../quote/model.ts';
import { Frame, pageResponse, plainHead } from './document.tsx';
import { CardLink, imageOf, type FeaturedCard } from './featured-card.tsx';
import { subtitle } from './subtitle.ts';
import { WithEmoji } from './with-emoji.tsx';

export interface HomePage {
  /** Newest first, each with its show. */
  episodes: { episode: Episode; show: Show }[];
  /** A card of the newest. */
  featured: FeaturedCard | null;
  publicUrl: string;
  cacheControl: string;
}

const IDEA = 'Every sentence of every episode has an address, and a card at that address.';

/** What there is: the newest episode with one of its cards, then the others. */
export function homePage({ episodes, featured, publicUrl, cacheControl }: HomePage): Promise<Response> {
  const shows = [...new Set(episodes.map(({ show }) => show.title))];
  const name = shows.length === 1 ? (shows[0] ?? 'Episodes') : 'Episodes';
  return pageResponse(
    { ...plainHead(name, IDEA, `${publicUrl}/`), ...imageOf(featured, publicUrl) },
    <Frame wide up={{ href: '/studio', label: 'Studio' }}>
      <div class="hero">
        <div>
          <h1 class="title" dir="auto">
            {name}
          </h1>
          <p class="lead">{IDEA}</p>
        </div>
        {featured === null ? null : <CardLink {...featured} />}
      </div>
      {episodes.length === 0 ? (
        <p>
          There is none yet. <code>pullquote import FILE --show … --title …</code> takes one in.
        </p>
      ) : null}
      <ul class="list">
        {episodes.map(({ episode, show }) => (
          <li class="row">
            <Cover episode={episode} show={show} loading="lazy" />
            <div>
              <h2>
                <a href={`/e/${episode.id}`} dir="auto">
                  <WithEmoji text={episode.title} />
                </a>
              </h2>
              <span class="soft" dir="auto">
                {subtitle(episode, shows.length === 1 ? null : show.title)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Frame>,
    { cacheControl, headers: { Vary: 'Authorization' } },
  );
}

/** The cover beside the title, which says what it is of. A private one needs a token, which an `<img>` has not. */
export function Cover({ episode, show, loading = 'eager' }: CoverProps) {
  if (episode.cover === null || show.visibility === 'private') return <span class="cover none"></span>;
  const href = `/v1/episodes/${episode.id}/cover`;
  return <img class="cover" src={href} alt="" width={96} height={96} loading={loading} decoding="async" />;
}

interface CoverProps {
  episode: Episode;
  show: Show;
  loading?: 'eager' | 'lazy';
}
