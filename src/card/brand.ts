import { type BrandKit, defaultBrand } from '../brand/model.ts';
import { brandSchema } from '../brand/schema.ts';
import { PullquoteError } from '../errors.ts';
import type { Store } from '../store/port.ts';
import { Cache } from '../text/cache.ts';
import type { Subject } from './subject.ts';

/** Kits that were checked already, by what is stored of them: most cards have one of a few. */
const kits = new Cache<string, BrandKit>(64);

/**
 * The kit a card is drawn with: the one asked for, else the episode's, else the show's, else Pullquote's own. A brand that
 * show or episode name but nobody has made counts as none: imports refuse such a name, and cards say it (`X-Missing-Brand`).
 * @throws PullquoteError `bad-parameter` when a brand is asked for that is not here
 */
export async function brandOf(
  store: Pick<Store, 'brand'>,
  asked: string | undefined,
  { episode, show }: Pick<Subject, 'episode' | 'show'>,
): Promise<BrandKit> {
  const id = asked ?? episode.brandId ?? show.brandId ?? defaultBrand.id;
  if (id === defaultBrand.id) return defaultBrand;
  const found = await store.brand(id);
  if (found !== null) return kits.getOr(JSON.stringify(found.kit), () => brandSchema.parse(found.kit));
  if (asked === undefined) return defaultBrand;
  throw new PullquoteError(
    'bad-parameter',
    `Expected a brand that is kept here for \`brand\` but received \`${asked}\`.`,
    {
      parameter: 'brand',
    },
  );
}
