/** How a card looks, as the query of its address says it. */
export interface Look {
  /** `null`: the brand's. */
  template: string | null;
  /** `null`: the episode's or show's. */
  brand: string | null;
  size: string;
  /** Words of the quote that are marked. */
  mark: string | null;
  slide: number;
  /** Language of the card's fixed words; `null`: the episode's. */
  language: string | null;
}

export const DEFAULT_LOOK: Look = {
  template: null,
  brand: null,
  size: 'og',
  mark: null,
  slide: 1,
  language: null,
};

export function lookOf(query: URLSearchParams): Look {
  const slide = Number(query.get('slide') ?? 1);
  return {
    template: query.get('template'),
    brand: query.get('brand'),
    size: query.get('size') ?? DEFAULT_LOOK.size,
    mark: query.get('mark'),
    slide: Number.isInteger(slide) && slide > 0 ? slide : 1,
    language: query.get('lang'),
  };
}

/** Only what is not the default: the shortest address for a card. */
export function queryOf(look: Look): URLSearchParams {
  const query = new URLSearchParams();
  if (look.template !== null) query.set('template', look.template);
  if (look.brand !== null) query.set('brand', look.brand);
  if (look.size !== DEFAULT_LOOK.size) query.set('size', look.size);
  if (look.mark !== null) query.set('mark', look.mark);
  if (look.slide > 1) query.set('slide', String(look.slide));
  if (look.language !== null) query.set('lang', look.language);
  return query;
}

/** A path with a query, where there is one. */
export function withQuery(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
