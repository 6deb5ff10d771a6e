import type { Episode, Show } from '../quote/model.ts';
import { once } from '../store/once.ts';
import type { Scope, Store } from '../store/port.ts';
import type { Visible } from './context.ts';

/**
 * The store as one caller may read it, for the time of one request: what belongs to a private show is not there for a
 * caller without a token, and shows, episodes and quotes are read once, however many parts of the request ask for them.
 */
export function visibleStore(store: Store, scope: Scope | null): Visible {
  let touched = false;

  const seen = (found: Show | null): Show | null => {
    if (found?.visibility !== 'private') return found;
    touched = true;
    return scope === null ? null : found;
  };
  const shows = new Map<string, Promise<Show | null>>();
  const episodes = new Map<string, Promise<Episode | null>>();
  const show = once(async (id) => seen(await store.show(id)), shows);
  const episode = once(async (id) => {
    const found = await store.episode(id);
    return found !== null && (await show(found.showId)) !== null ? found : null;
  }, episodes);
  const quoted = once(async (id) => {
    const found = await store.quoted(id);
    if (found === null) return null;
    const isVisible = seen(found.show) !== null;
    shows.set(found.show.id, Promise.resolve(isVisible ? found.show : null));
    episodes.set(found.episode.id, Promise.resolve(isVisible ? found.episode : null));
    return isVisible ? found : null;
  });

  return {
    touchedPrivate: () => touched,
    store: {
      ...store,
      show,
      episode,
      quoted,
      quote: async (id) => (await quoted(id))?.quote ?? null,
      current: once(async (id) => ((await episode(id)) === null ? null : store.current(id))),
      brand: once((id) => store.brand(id)),
      hints: async (id) => ((await episode(id)) === null ? null : store.hints(id)),
      async episodes(page) {
        const { items, next } = await store.episodes(page);
        return { items: await keep(items, async ({ showId }) => (await show(showId)) !== null), next };
      },
      async search(query, options) {
        const hits = await store.search(query, options);
        return keep(hits, async ({ episodeId }) => (await episode(episodeId)) !== null);
      },
    },
  };
}

async function keep<T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(items.map(test));
  return items.filter((_, index) => kept[index]);
}
