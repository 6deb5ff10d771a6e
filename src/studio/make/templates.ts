import type { TemplateName } from '../../../templates/names.ts';
import { SIZES } from '../../layer/sizes.ts';

/** Templates as a person calls them, in the order they are shown. */
export const TEMPLATES: Readonly<Record<TemplateName, string>> = {
  classic: 'Classic',
  editorial: 'Editorial',
  bold: 'Bold',
  portrait: 'Portrait',
  artwork: 'Artwork',
  minimal: 'Minimal',
  highlighter: 'Highlighter',
  dialogue: 'Dialogue',
  waveform: 'Waveform',
};

/** What sizes are for. */
export const SIZE_NAMES: Readonly<Record<keyof typeof SIZES, string>> = {
  og: 'Link preview',
  x: 'Post 16:9',
  square: 'Square',
  portrait: 'Portrait 4:5',
  story: 'Story 9:16',
  pin: 'Pin 2:3',
};

/** Languages of a card's fixed words, by their own names. */
export const LANGUAGES = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'tr',
  'ru',
  'uk',
  'ar',
  'he',
  'hi',
  'ja',
  'ko',
  'zh',
];

export function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** Pixels of a size, named or free; those of a link preview where it is neither. */
export function sizeOf(size: string): { width: number; height: number } {
  const named = Object.entries(SIZES).find(([name]) => name === size)?.[1];
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size) ?? [];
  return named ?? (width && height ? { width: Number(width), height: Number(height) } : SIZES.og);
}
