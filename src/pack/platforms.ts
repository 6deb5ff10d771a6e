import type { SizeName } from '../layer/model.ts';

/** The sizes that suit each platform's posts, the best one first. */
export const PLATFORMS = {
  instagram: ['portrait', 'story'],
  threads: ['portrait'],
  facebook: ['og', 'portrait'],
  x: ['x'],
  linkedin: ['og', 'portrait'],
  bluesky: ['og'],
  mastodon: ['x'],
  tiktok: ['story'],
  youtube: ['x', 'square'],
  pinterest: ['pin'],
} as const satisfies Record<string, readonly SizeName[]>;

export type Platform = keyof typeof PLATFORMS;
