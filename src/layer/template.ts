import type { JSXElement } from 'satori/jsx';
import type { Brand, BrandKit, DrawnColors } from '../brand/model.ts';
import type { FontFamilies } from '../text/model.ts';
import type { Shape, Size } from './model.ts';

/** A picture a template may draw: its bytes as a `data:` address, its pixels and what matters in it. */
export interface Picture {
  src: string;
  width: number;
  height: number;
}

/** All a template knows. It is a pure function of this, so a layer can be kept by the digest of it. */
export interface TemplateInput {
  shape: Shape;
  brand: Brand;
  size: Size;
  pictures: { photo: Picture | null; cover: Picture | null; logo: Picture | null };
  /** Colours of the cover, `null` without one or where the template does not use them. */
  art: DrawnColors | null;
}

/** One look of a card. */
export interface Template {
  name: string;
  /** Raised with every change of what is drawn, so that older cards keep their address and look. */
  revision: number;
  /** The idea, in one sentence, for lists and docs. */
  idea: string;
  /** What it wants and what it does without it, in one sentence. */
  without: string;
  /**
   * Pictures it draws; others are neither loaded nor part of a layer's key. `question`: of an exchange it shows the
   * first turn as a question and the second as the quote.
   */
  uses: readonly ('photo' | 'cover' | 'logo' | 'art' | 'question')[];
  /** Whether the words stand within quotation marks, or a mark is drawn beside them instead. */
  quotes: 'printed' | 'drawn';
  /** Family of the words where the brand names none: an ID of the font registry. */
  display: string;
  draw(input: TemplateInput): JSXElement;
}

/** The families the words of a card are set in. */
export function familiesOf(template: Template, brand: BrandKit): FontFamilies {
  return { body: brand.fonts.body, display: brand.fonts.display ?? template.display };
}
