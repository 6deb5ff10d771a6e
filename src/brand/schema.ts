/** What a brand kit may be, for those who take one in. */
import { z } from 'zod';
import { BRAND_ID } from './model.ts';

const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'a colour like #1a2b3c')
  .transform((hex) => hex.toLowerCase());

/** A family of the font registry, or the digest of a font that was uploaded. */
const family = z.string().regex(/^[a-z0-9-]{1,64}$/, 'a family like source-serif, or the digest of a font');

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of a picture, 64 hexadecimal digits');

const hashtag = z
  .string()
  .regex(/^#?[\p{L}\p{M}\p{N}_]{1,100}$/u, 'a hashtag like slowsignal')
  .transform((name) => name.replace('#', ''));

export const colors = z.strictObject({
  background: color,
  text: color,
  /** Names, dates and other small words. */
  muted: color,
  /** Marks, bars and chips. */
  accent: color,
});

/** A brand kit: how the cards of a show look, whatever they say. */
export const brandSchema = z.strictObject({
  id: z.string().regex(BRAND_ID, 'a slug like night-ferry'),
  name: z.string().min(1).max(100),
  /** `null`: taken from the cover art, and Pullquote's own where there is none. */
  colors: colors.nullable().default(null),
  /**
   * Families of the font registry, by ID, or uploaded fonts, by digest. Without a display family each template uses the one
   * it was drawn with.
   */
  fonts: z
    .strictObject({ body: family.default('inter'), display: family.nullable().default(null) })
    .default({ body: 'inter', display: null }),
  /** Roundness of corners: 0 is square, 1 as round as a pill. */
  corner: z.number().min(0).max(1).default(0.3),
  /** Printed small, as the owner writes it: `@slowsignal`, `slowsignal.fm`. */
  handle: z.string().min(1).max(60).nullable().default(null),
  /** Put under what is posted, not on cards; without `#`. */
  hashtags: z.array(hashtag).max(30, 'at most 30 hashtags').default([]),
  /** Digest of the logo in blobs. */
  logo: digest.nullable().default(null),
  /** Name of the template of cards that ask for none. */
  template: z.string().min(1).max(40).default('classic'),
  photo: z
    .strictObject({
      style: z.enum(['color', 'mono']).default('color'),
      /** What stays in view when a photo is cropped, as parts of its width and height. */
      focus: z
        .strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
        .default({ x: 0.5, y: 0.35 }),
    })
    .default({ style: 'color', focus: { x: 0.5, y: 0.35 } }),
});
