import { queriesOf } from './probe.ts';
import type { Posted } from './posted.ts';

/** So many places, the likeliest, are compared. */
const MOST = 4;
/** Sentences with hits that lie this near to one another are one place. */
const NEAR = 12;

/** What search must give of a hit. */
export interface Hit {
  episodeId: string;
  sentence: number;
  quoteId: string;
}

/** Sentences that hold all words of `query`; words in straight quotation marks follow one another. */
export type Search = (
  query: string,
  options: { limit: number; episodeId?: string },
) => Promise<readonly Hit[]>;

/** A stretch of an episode worth comparing. */
export interface Place {
  episodeId: string;
  from: number;
  to: number;
  votes: number;
  quoteIds: Map<number, string>;
}

/** Asks the index for the posted words' rarest stretches, then for less and less, until something is found. */
export async function placesOf(
  wanted: Posted,
  episodeId: string | undefined,
  search: Search,
): Promise<Place[]> {
  const within = episodeId === undefined ? {} : { episodeId };
  for (const round of queriesOf(wanted)) {
    const places: Place[] = [];
    const answers = await Promise.all(round.map((query) => search(query, { limit: 50, ...within })));
    for (const hits of answers) for (const hit of hits) vote(places, hit, 1 / Math.sqrt(hits.length));
    if (places.length === 0) continue;
    return places.toSorted((a, b) => b.votes - a.votes).slice(0, MOST);
  }
  return [];
}

function vote(places: Place[], { episodeId, sentence, quoteId }: Hit, weight: number): void {
  let place = places.find(
    (known) => known.episodeId === episodeId && sentence >= known.from - NEAR && sentence <= known.to + NEAR,
  );
  if (place === undefined) {
    place = { episodeId, from: sentence, to: sentence, votes: 0, quoteIds: new Map() };
    places.push(place);
  }
  place.from = Math.min(place.from, sentence);
  place.to = Math.max(place.to, sentence);
  place.votes += weight;
  place.quoteIds.set(sentence, quoteId);
}
