/** The formats of a card, as its address ends. */
export const CARD_FORMATS = ['png', 'jpg', 'webp', 'avif', 'svg', 'pdf'] as const;

export type CardFormat = (typeof CARD_FORMATS)[number];

export const CONTENT_TYPES: Record<CardFormat, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};

/** True for the formats whose looks do not depend on `dpr`. */
export function isVector(format: CardFormat): boolean {
  return format === 'svg' || format === 'pdf';
}

/** A name of a file or an address without its ending, and the format that is; null where it is none. */
export function splitFormat(name: string): { stem: string; format: CardFormat } | null {
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).toLowerCase();
  const format = CARD_FORMATS.find((known) => known === ending);
  return dot < 0 || format === undefined ? null : { stem: name.slice(0, dot), format };
}
