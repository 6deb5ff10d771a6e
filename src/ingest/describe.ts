/** Show and episode as metadata describes them, over what is stored of them already. */
import { PullquoteError } from '../errors.ts';
import type { Episode, Participant, Show } from '../quote/model.ts';
import type { Store } from '../store/port.ts';
import type { Art } from './art.ts';
import type { EpisodeMetadata } from './metadata.ts';
import { digestSlug, randomSlug, slugOf } from './slug.ts';

export interface Found {
  show: Show | null;
  showId: string;
  episode: Episode | null;
}

/**
 * What the store has of the show and episode meant: the show by ID or the slug of its title, the episode by ID or guid.
 * @throws PullquoteError `conflict` when the ID or guid is another episode's.
 */
export async function findStored(store: Store, metadata: EpisodeMetadata): Promise<Found> {
  const showId = metadata.show.id ?? (await slugOf(metadata.show.title));
  const show = await store.show(showId);
  const byId = metadata.id === undefined ? null : await store.episode(metadata.id);
  const byGuid = metadata.guid == null ? null : await store.episodeByGuid(showId, metadata.guid);
  if (byId && byId.showId !== showId) {
    throw conflict(
      `Episode \`${byId.id}\` belongs to the show \`${byId.showId}\`, not to \`${showId}\`.`,
      byId,
    );
  }
  if (byGuid && metadata.id !== undefined && byGuid.id !== metadata.id) {
    throw conflict(
      `The guid \`${metadata.guid}\` is that of episode \`${byGuid.id}\`, not of \`${metadata.id}\`.`,
      byGuid,
    );
  }
  return { show, showId, episode: byId ?? byGuid };
}

function conflict(message: string, episode: Episode): PullquoteError {
  return new PullquoteError('conflict', message, { episode: episode.id });
}

/** What is said, or where nothing is said, what was there before. `null` says that there is none. */
function over<T>(said: T | undefined, before: T): T {
  return said === undefined ? before : said;
}

/** The show with what is said of it; a show that exists keeps what is left out. */
export function describeShow({ show, showId }: Found, metadata: EpisodeMetadata, language: string): Show {
  const said = metadata.show;
  return {
    id: showId,
    // A title alone only names the show: it does not rename one that exists.
    title: Object.keys(said).length === 1 && show ? show.title : said.title,
    url: over(said.url, show?.url ?? null),
    language: over(said.language, show?.language ?? language),
    brandId: over(said.brandId, show?.brandId ?? null),
    visibility: over(said.visibility, show?.visibility ?? 'public'),
  };
}

/** The episode with what is said of it; one that exists keeps what is left out. */
export async function describeEpisode(
  { episode, showId }: Found,
  said: EpisodeMetadata,
  { language, art }: { language: string; art: Art },
): Promise<Episode> {
  const cover = typeof said.cover === 'string' ? await art.digestOf(said.cover) : said.cover;
  const made = said.guid == null ? randomSlug() : await digestSlug(`${showId}\n${said.guid}`);
  return {
    id: episode?.id ?? said.id ?? made,
    showId,
    title: said.title,
    publishedAt: over(said.publishedAt, episode?.publishedAt ?? null),
    guid: over(said.guid, episode?.guid ?? null),
    url: over(said.url, episode?.url ?? null),
    mediaUrl: over(said.mediaUrl, episode?.mediaUrl ?? null),
    durationMs: over(said.durationMs, episode?.durationMs ?? null),
    language,
    participants: await describeParticipants(said, art, episode?.participants ?? []),
    chapters: over(said.chapters, episode?.chapters ?? []),
    cover: over(cover, episode?.cover ?? null),
    brandId: over(said.brandId, episode?.brandId ?? null),
  };
}

/** Participants in the order given; IDs are slugs of their names, numbered where two have one name. */
async function describeParticipants(
  { participants }: EpisodeMetadata,
  art: Art,
  stored: readonly Participant[],
): Promise<Participant[]> {
  if (!participants) return [...stored];
  const described: Participant[] = [];
  for (const { id, name, role, photo, focus: saidFocus } of participants) {
    const slug = id ?? (await slugOf(name));
    const same = described.filter((other) => other.id === slug || other.id.startsWith(`${slug}-`)).length;
    const unique = same === 0 || id !== undefined ? slug : `${slug}-${same + 1}`;
    if (described.some((other) => other.id === unique)) {
      throw new PullquoteError(
        'bad-parameter',
        `Expected participants to differ but received \`${unique}\` twice.`,
      );
    }
    const before = stored.find((other) => other.id === unique);
    const focus = over(saidFocus, before?.focus);
    described.push({
      id: unique,
      name,
      role: over(role, before?.role ?? null),
      photo: over(typeof photo === 'string' ? await art.digestOf(photo) : photo, before?.photo ?? null),
      ...(focus ? { focus } : {}),
    });
  }
  return described;
}

/**
 * The publisher's mapping with participants' IDs for names.
 * @throws PullquoteError `bad-parameter` for one who is no participant.
 */
export function describeSpeakers(
  speakers: Readonly<Record<string, string>>,
  participants: readonly Participant[],
): Record<string, string> {
  const entries = Object.entries(speakers).map(([label, who]) => {
    const participant =
      participants.find(({ id }) => id === who) ??
      participants.find(({ name }) => name.toLowerCase() === who.toLowerCase());
    if (participant) return [label, participant.id];
    const known = participants.map(({ id }) => `\`${id}\``).join(', ');
    throw new PullquoteError(
      'bad-parameter',
      `Expected one of the participants${known === '' ? '' : ` (${known})`} for \`metadata.speakers.${label}\` but received \`${who}\`.`,
      { parameter: 'metadata.speakers' },
    );
  });
  return Object.fromEntries(entries);
}
