import type { JSXElement } from 'satori/jsx';
import type { Brand } from '../brand/model.ts';
import type { Shape, Size } from './model.ts';

/** A picture a template may draw: its bytes as a `data:` address, its pixels and what matters in it. */
export interface Picture {
  src: string;
  width: number;
  height: number;
}

/** Colours taken from the cover art, `#rrggbb`; every text colour has a contrast of at least 4.5 on `background`. */
export interface ArtColors {
  background: string;
  text: string;
  muted: string;
  accent: string;
}

/** All a template knows. It is a pure function of this, so a layer can be kept by the digest of it. */
export interface TemplateInput {
  shape: Shape;
  brand: Brand;
  size: Size;
  pictures: { photo: Picture | null; cover: Picture | null; logo: Picture | null };
  /** Colours of the cover, `null` without one. */
  art: ArtColors | null;
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
  /** Pictures it draws; others are neither loaded nor part of a layer's key. */
  uses: readonly ('photo' | 'cover' | 'logo' | 'art')[];
  draw(input: TemplateInput): JSXElement;
}
