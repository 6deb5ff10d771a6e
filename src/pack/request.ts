/** What can be asked of a pack, checked: by the API as JSON, on the command line from options. */
import { z } from 'zod';
import { CONTENT_TYPES, type CardFormat } from '../card/format.ts';
import { imageParams } from '../card/params.ts';
import { formatFor, PLATFORM_NAMES, type PlatformName } from '../card/platforms.ts';
import { CLIP_SIZES } from '../clip/sizes.ts';
import { SIZES } from '../layer/sizes.ts';
import { templateNames } from '../../templates/index.ts';

/** Most cards one pack may hold. */
export const MAX_ITEMS = 100_000;

const DEFAULT_SIZES = ['og', 'square', 'story'] as const;

const sizes = Object.keys(SIZES);
const formats = Object.keys(CONTENT_TYPES);
const clipSizes = Object.keys(CLIP_SIZES);

const isFormat = (name: string): name is CardFormat => name in CONTENT_TYPES;

const range = z.string().min(1, 'a quote ID or a range').max(4000);

/** How one quote is to look, whatever the others do. */
export const itemLook = z.strictObject({
  template: imageParams.shape.template,
  brand: imageParams.shape.brand,
  mark: imageParams.shape.mark,
  lang: imageParams.shape.lang,
  slide: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Only this slide, from 1. Default: all, where the words take several.' }),
});

export type ItemLook = z.output<typeof itemLook>;

const packItem = itemLook
  .extend({
    range: range.meta({ description: 'A quote ID or a range as in addresses.' }),
    snap: imageParams.shape.snap.unwrap().optional(),
  })
  .meta({ id: 'PackItem' });

export type PackItem = z.output<typeof packItem>;

export const packInput = z
  .strictObject({
    episode: z.string().min(1, 'the ID of an episode').max(64),
    select: z
      .union([z.string().max(4_000_000), z.array(range)], 'highlights:12, or quote IDs and ranges')
      .optional()
      .meta({
        description:
          'The quotes: `highlights:N`, or quote IDs and ranges as in addresses, as a list or parted by spaces. Default: `highlights:12`.',
      }),
    items: z
      .array(packItem)
      .min(1, 'at least one item')
      .optional()
      .meta({ description: 'In place of `select`: quotes each with a look of its own, in this order.' }),
    sizes: z
      .array(
        z.string().refine(isSize, `one of ${sizes.join(', ')} or WIDTHxHEIGHT with sides from 64 to 4096`),
      )
      .max(20)
      .optional()
      .meta({
        description: `Sizes of each card. Default: ${DEFAULT_SIZES.join(', ')}; none where \`for\` is given.`,
      }),
    templates: z
      .array(z.enum(templateNames, `one of ${templateNames.join(', ')}`))
      .max(20)
      .optional()
      .meta({
        description: 'Looks of each card. Default: the brand’s. Not where `items` name a `template`.',
      }),
    for: z
      .array(z.enum(PLATFORM_NAMES, `one of ${PLATFORM_NAMES.join(', ')}`))
      .max(20)
      .optional()
      .meta({
        description: 'Platforms the cards are for: each adds a card in the size, format and weight it takes.',
      }),
    formats: z
      .array(z.string().refine(isFormat, `one of ${formats.join(', ')}`))
      .min(1)
      .max(10)
      .default(['png'])
      .meta({ description: `Formats of each card: ${formats.join(', ')}.` }),
    clips: z
      .array(z.enum(clipSizes, `one of ${clipSizes.join(', ')}`))
      .max(clipSizes.length)
      .optional()
      .meta({ description: `Sizes of a clip of each quote: ${clipSizes.join(', ')}. Default: none.` }),
  })
  .refine(({ select, items }) => select === undefined || items === undefined, {
    message: '`select` or `items`, one of them,',
    path: ['items'],
  })
  .refine(({ templates, items }) => !templates || !items?.some(({ template }) => template), {
    message: 'none where `items` name a `template`',
    path: ['templates'],
  })
  .meta({ id: 'PackInput' });

export type PackInput = z.output<typeof packInput>;

/** What a pack is of. */
export function chosenOf({
  select,
  items,
}: Pick<PackInput, 'select' | 'items'>): string | readonly (string | PackItem)[] {
  return items ?? select ?? 'highlights:12';
}

function isSize(name: string): boolean {
  const free = /^(\d{2,4})x(\d{2,4})$/.exec(name);
  return name in SIZES || (isSide(free?.[1]) && isSide(free?.[2]));
}

function isSide(pixels: string | undefined): boolean {
  return Number(pixels) >= 64 && Number(pixels) <= 4096;
}

/** One way each quote is drawn as a card. */
export interface CardVariant {
  /** `null`: the brand's. */
  template: string | null;
  /** `null`: the platform's. */
  size: string | null;
  platform: PlatformName | null;
  format: CardFormat;
}

/** A clip of each quote, in a size of clips and the brand's look. */
export interface ClipVariant {
  template: null;
  size: string;
  platform: null;
  format: 'mp4';
}

export type Variant = CardVariant | ClipVariant;

export function isClip(variant: Variant): variant is ClipVariant {
  return variant.format === 'mp4';
}

/** The ways each quote is drawn: every template in every size and format and for every platform, each once; then its clips. */
export function variantsOf(
  input: Pick<PackInput, 'sizes' | 'templates' | 'for' | 'formats' | 'clips'>,
): Variant[] {
  const platforms = [...new Set(input.for)];
  const sizesAsked = input.sizes ?? (platforms.length === 0 ? DEFAULT_SIZES : []);
  const looks = new Set<string | null>(input.templates?.length ? input.templates : [null]);
  const clips = [...new Set(input.clips)].map((size): ClipVariant => ({
    template: null,
    size,
    platform: null,
    format: 'mp4',
  }));
  const cards = [...looks].flatMap((template): CardVariant[] => [
    ...[...new Set(sizesAsked)].flatMap((size) =>
      [...new Set(input.formats)].map((format) => ({ template, size, platform: null, format })),
    ),
    ...platforms.map((platform) => {
      const format = formatFor(platform, input.formats[0] ?? 'png');
      return { template, size: null, platform, format };
    }),
  ]);
  // Last, since they take longest.
  return [...cards, ...clips];
}
