/** The formats of a card, as its address ends. */
export type CardFormat = 'png' | 'svg';

export const CONTENT_TYPES: Record<CardFormat, string> = { png: 'image/png', svg: 'image/svg+xml' };
