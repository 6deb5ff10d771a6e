/**
 * What platforms take, as collected in November 2026: Facebook, WhatsApp's head rule, Bluesky, Mastodon and Discord from
 * their own texts; X, LinkedIn, Slack, Instagram, TikTok and WhatsApp's weight from others', where the stricter number stands.
 */
import { PullquoteError } from '../errors.ts';
import { SIZES } from '../layer/sizes.ts';
import type { Size } from '../layer/model.ts';
import type { CardFormat } from './format.ts';

export interface Platform {
  /** Size of cards that ask for none. */
  size: Size;
  /** Formats taken, the best one first. */
  formats: readonly [CardFormat, ...CardFormat[]];
  /** Most bytes of a picture. */
  maxBytes: number;
  /** Most bytes of a PDF, where documents are taken. */
  maxDocumentBytes?: number;
  /** Bounds in device pixels; `ratio` is width by height. */
  bounds: {
    minWidth?: number;
    minHeight?: number;
    maxWidth?: number;
    maxPixels?: number;
    minRatio?: number;
    maxRatio?: number;
  };
}

export const PLATFORMS = {
  whatsapp: {
    size: SIZES.og,
    formats: ['png', 'jpg'],
    maxBytes: 600_000,
    bounds: { minWidth: 300, maxRatio: 4 },
  },
  bluesky: { size: SIZES.og, formats: ['png', 'jpg', 'webp'], maxBytes: 1_000_000, bounds: {} },
  discord: { size: SIZES.og, formats: ['png', 'jpg', 'webp', 'avif'], maxBytes: 8_000_000, bounds: {} },
  x: {
    size: SIZES.x,
    formats: ['png', 'jpg', 'webp'],
    maxBytes: 5_000_000,
    bounds: { minWidth: 300, minHeight: 157, maxWidth: 4096 },
  },
  linkedin: {
    size: { width: 1200, height: 627 },
    formats: ['png', 'jpg', 'pdf'],
    maxBytes: 5_000_000,
    maxDocumentBytes: 100_000_000,
    bounds: {},
  },
  facebook: {
    size: SIZES.og,
    formats: ['png', 'jpg'],
    maxBytes: 8_000_000,
    bounds: { minWidth: 600, minHeight: 315 },
  },
  mastodon: {
    size: SIZES.og,
    formats: ['png', 'jpg', 'webp', 'avif'],
    maxBytes: 16_000_000,
    bounds: { maxPixels: 8_300_000 },
  },
  instagram: {
    size: SIZES.portrait,
    formats: ['jpg'],
    maxBytes: 8_000_000,
    bounds: { minWidth: 320, maxWidth: 1440, minRatio: 4 / 5, maxRatio: 1.91 },
  },
  tiktok: { size: SIZES.story, formats: ['jpg'], maxBytes: 20_000_000, bounds: {} },
  slack: {
    size: SIZES.og,
    formats: ['png', 'jpg', 'webp'],
    maxBytes: 2_000_000,
    bounds: { minWidth: 500, minHeight: 261 },
  },
} as const satisfies Record<string, Platform>;

export type PlatformName = keyof typeof PLATFORMS;

export const PLATFORM_NAMES = [
  'whatsapp',
  'bluesky',
  'discord',
  'x',
  'linkedin',
  'facebook',
  'mastodon',
  'instagram',
  'tiktok',
  'slack',
] as const satisfies readonly PlatformName[];

/** @throws PullquoteError `bad-parameter` for a size in device pixels that the platform does not take */
export function requireTaken(name: PlatformName, { width, height }: Size): void {
  const {
    minWidth = 1,
    minHeight = 1,
    maxWidth = Infinity,
    maxPixels = Infinity,
    minRatio = 0,
    maxRatio = Infinity,
  }: Platform['bounds'] = PLATFORMS[name].bounds;
  const wanted = [
    width < minWidth && `at least ${minWidth} pixels across`,
    height < minHeight && `at least ${minHeight} pixels down`,
    width > maxWidth && `at most ${maxWidth} pixels across`,
    width * height > maxPixels && `at most ${maxPixels} pixels`,
    // A pixel's rounding is no reason to refuse.
    (width + 1) / height < minRatio &&
      `a height of at most ${Number((1 / minRatio).toFixed(2))} times the width`,
    (width - 1) / height > maxRatio && `a width of at most ${maxRatio} times the height`,
  ].find((reason) => reason !== false);
  if (wanted === undefined) return;
  throw new PullquoteError(
    'bad-parameter',
    `Expected ${wanted}, as ${name} takes it, but received ${width}x${height}.`,
    {
      parameter: 'size',
    },
  );
}

/** The format for a platform: the one asked for where it is taken, else the platform's own. */
export function formatFor(name: PlatformName | undefined, format: CardFormat): CardFormat {
  if (name === undefined) return format;
  const taken: readonly [CardFormat, ...CardFormat[]] = PLATFORMS[name].formats;
  return taken.includes(format) ? format : taken[0];
}

/** What to try where a picture cannot be made small enough for a platform: JPEG for PNG, and nothing for what loses quality. */
export function nextFormat(name: PlatformName | undefined, format: CardFormat): CardFormat | null {
  return name !== undefined && format === 'png' && formatFor(name, 'jpg') === 'jpg' ? 'jpg' : null;
}

/** Most bytes of a picture by its platform and by what was asked for; undefined where neither says. */
export function maxBytesOf(
  { for: name, max_bytes: asked }: { for?: PlatformName | undefined; max_bytes?: number | undefined },
  format: CardFormat,
): number | undefined {
  const platform: Platform | undefined = name === undefined ? undefined : PLATFORMS[name];
  const taken = format === 'pdf' ? (platform?.maxDocumentBytes ?? platform?.maxBytes) : platform?.maxBytes;
  const least = Math.min(taken ?? Infinity, asked ?? Infinity);
  return least === Infinity ? undefined : least;
}
