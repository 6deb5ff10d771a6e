/** Changes of brands that are kept in this browser alone, by the brand's ID; `new` for one that is nowhere yet. */
import type { BrandKit } from '../../brand/model.ts';
import type { BrandView } from '../api/queries.ts';
import { Shelf } from '../unsaved/shelf.ts';

export interface ChangedKit {
  kit: BrandKit;
  /** What was changed; `null` for a new brand. */
  base: BrandView | null;
}

export const changedKits = new Shelf<ChangedKit>('brand');
