/** A brand, without what checks one (`schema.ts`): who draws needs no more. */
import type { z } from 'zod';
import type { brandSchema, colors } from './schema.ts';

/** What an ID of a brand looks like. */
export const BRAND_ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** A brand as it is stored and given. */
export type BrandKit = z.output<typeof brandSchema>;

export type BrandColors = z.output<typeof colors>;

/** A brand as templates draw it: its colours, and those that follow from them, all readable where they are used. */
export interface Brand extends Omit<BrandKit, 'colors'> {
  colors: DrawnColors;
}

export interface DrawnColors extends BrandColors {
  /** A panel on the background, hardly different. `text` and `muted` can be read on it too. */
  surface: string;
  /** Thin rules and borders. */
  line: string;
  /** The accent as a colour of words on `background`. */
  accentText: string;
  /** Words on `accent`. */
  onAccent: string;
}

/** Pullquote's own colours: newsprint, ink and a highlighter. */
export const defaultColors: BrandColors = {
  background: '#f7f7f2',
  text: '#16181d',
  muted: '#5c6067',
  accent: '#ffc329',
};

/** Pullquote's own look. */
export const defaultBrand: BrandKit = {
  id: 'pullquote',
  name: 'Pullquote',
  colors: defaultColors,
  fonts: { body: 'inter', display: null },
  corner: 0.3,
  handle: null,
  hashtags: [],
  logo: null,
  template: 'classic',
  photo: { style: 'color', focus: { x: 0.5, y: 0.35 } },
};
