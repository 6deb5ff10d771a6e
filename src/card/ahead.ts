/** Which layers the cards of a store need. */
import type { BrandKit } from '../brand/model.ts';
import type { Shape } from '../layer/model.ts';
import type { Quote } from '../quote/model.ts';
import type { Listing, Store } from '../store/port.ts';
import { brandOf } from './brand.ts';
import { canonicalJson } from '../canonical-json.ts';
import { resolveCard } from './resolve.ts';
import { shapeOf } from './slots.ts';

/** A shape and the brand it is drawn with. */
export interface LayerNeed {
  shape: Shape;
  brand: BrandKit;
  /** True for the answer of an exchange, which only some templates show as one. */
  exchange: boolean;
}

const PAGE = 200;

/**
 * Every shape of the cards of all quotes, as one picture and as slides, each once. Marked phrases are left out: readers choose
 * them.
 * @param brandId only cards drawn with this brand
 */
export async function layerNeeds(store: Store, brandId?: string): Promise<LayerNeed[]> {
  const needs = new Map<string, LayerNeed>();
  for await (const episode of pages((after) => store.episodes({ limit: PAGE, ...after }))) {
    const show = await store.show(episode.showId);
    if (show === null) continue;
    const brand = await brandOf(store, undefined, { episode, show });
    if (brandId !== undefined && brand.id !== brandId) continue;
    for await (const quote of pages((after) => store.quotes(episode.id, { limit: PAGE, ...after }))) {
      const card = resolveCard({ quote, exchange: null, episode, show }, { publicUrl: '' });
      for (const exchange of mayBeExchange(quote) ? [false, true] : [false]) {
        for (const slide of [false, true]) {
          const shape = shapeOf(card, { slide, mark: false, question: exchange });
          needs.set(canonicalJson([shape, brand]), { shape, brand, exchange });
        }
      }
    }
  }
  return [...needs.values()];
}

function mayBeExchange({ turns }: Quote): boolean {
  return turns.length === 2;
}

async function* pages<T>(read: (from: { after?: string }) => Promise<Listing<T>>): AsyncGenerator<T> {
  let next: string | null | undefined;
  do {
    // A page says where the one after it begins.
    // oxlint-disable-next-line no-await-in-loop
    const listing: Listing<T> = await read(next ? { after: next } : {});
    yield* listing.items;
    ({ next } = listing);
  } while (next);
}
