import { once } from '../store/once.ts';
import type { Scope, Store } from '../store/port.ts';
import type { Visible } from './context.ts';

/**
 * The store as one caller may read it, for the time of one request: what belongs to a private show is not there for a
 * caller without a token, and shows, episodes and quotes are read once, however many parts of the request ask for them.
 */
export function visibleStore(store: Store, scope: Scope | null): Visible {
  let touched = false;

  const show = once(async (id: string) => {
    const found = await store.show(id);
    if (found?.visibility !== 'private') return found;
    touched = true;
    return scope === null ? null : found;
  });
  const episode = once(async (id: string) => {
    const found = await store.episode(id);
    return found !== null && (await show(found.showId)) !== null ? found : null;
  });
  const quote = once(async (id: string) => {
    const found = await store.quote(id);
    return found !== null && (await episode(found.episodeId)) !== null ? found : null;
  });

  return {
    touchedPrivate: () => touched,
    store: {
      ...store,
      show,
      episode,
      quote,
      current: once(async (id) => ((await episode(id)) === null ? null : store.current(id))),
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
