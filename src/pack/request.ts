/** What can be asked of a pack, checked: by the API as JSON, on the command line from options. */
import { z } from 'zod';
import { CONTENT_TYPES, type CardFormat } from '../card/format.ts';
import { SIZES } from '../layer/sizes.ts';
import { templateNames } from '../../templates/index.ts';
import { PLATFORMS, type Platform } from './platforms.ts';

/** Most cards one pack may hold. */
export const MAX_ITEMS = 100_000;

const DEFAULT_SIZES = ['og', 'square', 'story'] as const;

const sizes = Object.keys(SIZES);
const platforms = Object.keys(PLATFORMS);
const formats = Object.keys(CONTENT_TYPES);

const isPlatform = (name: string): name is Platform => name in PLATFORMS;
const isFormat = (name: string): name is CardFormat => name in CONTENT_TYPES;

const selectors = z.array(z.string().min(1, 'a quote ID or a range').max(4000)).max(MAX_ITEMS);

export const packInput = z
  .strictObject({
    episode: z.string().min(1, 'the ID of an episode').max(64),
    select: z
      .union([z.string().max(4_000_000), selectors], 'highlights:12, or quote IDs and ranges')
      .default('highlights:12')
      .meta({
        description:
          'The quotes: `highlights:N`, or quote IDs and ranges as in addresses, as a list or parted by spaces.',
      }),
    sizes: z
      .array(
        z.string().refine(isSize, `one of ${sizes.join(', ')} or WIDTHxHEIGHT with sides from 64 to 4096`),
      )
      .max(20)
      .optional()
      .meta({
        description: `Sizes of each card. Default: ${DEFAULT_SIZES.join(', ')}, or those of \`for\`.`,
      }),
    templates: z
      .array(z.enum(templateNames, `one of ${templateNames.join(', ')}`))
      .max(20)
      .optional()
      .meta({ description: 'Looks of each card. Default: the brand’s.' }),
    for: z
      .array(z.string().refine(isPlatform, `one of ${platforms.join(', ')}`))
      .max(20)
      .optional()
      .meta({ description: `Platforms the cards are for, which add their sizes: ${platforms.join(', ')}.` }),
    formats: z
      .array(z.string().refine(isFormat, `one of ${formats.join(', ')}`))
      .min(1)
      .max(10)
      .default(['png'])
      .meta({ description: `Formats of each card: ${formats.join(', ')}.` }),
  })
  .meta({ id: 'PackInput' });

export type PackInput = z.output<typeof packInput>;

function isSize(name: string): boolean {
  const free = /^(\d{2,4})x(\d{2,4})$/.exec(name);
  return name in SIZES || (isSide(free?.[1]) && isSide(free?.[2]));
}

function isSide(pixels: string | undefined): boolean {
  return Number(pixels) >= 64 && Number(pixels) <= 4096;
}

/** One way each quote is drawn. */
export interface Variant {
  /** `null`: the brand's. */
  template: string | null;
  size: string;
  format: CardFormat;
}

/** The ways each quote is drawn: every template in every size in every format, each once. */
export function variantsOf(input: Pick<PackInput, 'sizes' | 'templates' | 'for' | 'formats'>): Variant[] {
  const asked = [
    ...(input.sizes ?? []),
    ...(input.for ?? []).filter(isPlatform).flatMap((name) => PLATFORMS[name]),
  ];
  const chosen = new Set(asked.length === 0 ? DEFAULT_SIZES : asked);
  const looks = new Set<string | null>(input.templates?.length ? input.templates : [null]);
  const kinds = new Set(input.formats);
  return [...looks].flatMap((template) =>
    [...chosen].flatMap((size) => [...kinds].map((format) => ({ template, size, format }))),
  );
}
