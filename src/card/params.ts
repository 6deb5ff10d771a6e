import { z } from 'zod';
import { BRAND_ID } from '../brand/model.ts';
import { PullquoteError } from '../errors.ts';
import { SIZES } from '../layer/sizes.ts';
import type { Size } from '../layer/model.ts';
import { templateNames } from '../../templates/index.ts';
import { MAX_SLIDES } from './split.ts';
import { PLATFORM_NAMES, PLATFORMS, requireTaken } from './platforms.ts';

/** Most pixels of a picture after `dpr`: what fits a Workers isolate. */
export const MAX_PIXELS = { worker: 4_200_000, node: 8_300_000 } as const;

const DEFAULT_SIZE = 'og';

const size = z.string().transform((value, context): Size => {
  const named = Object.entries(SIZES).find(([name]) => name === value)?.[1];
  if (named !== undefined) return named;
  const free = /^(\d{2,4})x(\d{2,4})$/.exec(value);
  const width = Number(free?.[1]);
  const height = Number(free?.[2]);
  if (inSide(width) && inSide(height)) return { width, height };
  context.addIssue(`one of ${Object.keys(SIZES).join(', ')} or WIDTHxHEIGHT with sides from 64 to 4096`);
  return z.NEVER;
});

function inSide(pixels: number): boolean {
  return pixels >= 64 && pixels <= 4096;
}

const language = z.string().transform((value, context) => {
  try {
    return new Intl.Locale(value).toString();
  } catch {
    context.addIssue('a language tag like en or pt-BR');
    return z.NEVER;
  }
});

function integer(from: number, to: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, `a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `a whole number from ${from} to ${to}`);
}

function deviceRatio(least: number) {
  const expected = `a number from ${least} to 3`;
  return z
    .string()
    .regex(/^\d(\.\d{1,2})?$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= 3, expected)
    .default(1)
    .describe(`Device pixels a CSS pixel, ${least} to 3. Default: 1.`);
}

/** Every query parameter of an image, what it may be, and its default. Docs, types and keys come from here. */
export const imageParams = z.strictObject({
  template: z
    .enum(templateNames, `one of ${templateNames.join(', ')}`)
    .optional()
    .describe('The look. Default: the brand’s.'),
  brand: z
    .string()
    .regex(BRAND_ID, 'the ID of a brand')
    .optional()
    .describe('A brand kept here. Default: the episode’s, else the show’s.'),
  size: size
    .optional()
    .describe(
      `${Object.keys(SIZES).join(', ')}, or WIDTHxHEIGHT with sides from 64 to 4096. Default: the platform’s in \`for\`, else ${DEFAULT_SIZE}.`,
    ),
  dpr: deviceRatio(1),
  slide: integer(1, 100).optional().describe('The slide of a quote too long for one card, from 1.'),
  max_slides: integer(1, MAX_SLIDES)
    .optional()
    .describe(
      `Most slides a quote may become, 1 to ${MAX_SLIDES}; one that needs more is refused. Default: ${MAX_SLIDES}.`,
    ),
  mark: z
    .string()
    .min(1, 'a phrase of the quote')
    .max(500, 'at most 500 characters')
    .optional()
    .describe('A phrase of the quote to highlight.'),
  effort: z
    .enum(['fast', 'default', 'max'], 'one of fast, default, max')
    .default('default')
    .describe('How hard to try for fewer bytes. The pixels are the same. Default: default.'),
  for: z
    .enum(PLATFORM_NAMES, `one of ${PLATFORM_NAMES.join(', ')}`)
    .optional()
    .describe('Where the card will be posted: its size, its format and its most bytes follow.'),
  max_bytes: integer(1000, 100_000_000)
    .optional()
    .describe(
      'Most bytes of the picture. It is packed harder, in fewer colours or at a lower quality until it fits.',
    ),
  missing: z
    .enum(['refuse', 'replace'], 'refuse or replace')
    .default('refuse')
    .describe('What to do with a character no font has: refuse the card, or draw U+FFFD. Default: refuse.'),
  snap: z
    .enum(['sentence', 'word'], 'sentence or word')
    .default('sentence')
    .describe('Whether a time range grows to whole sentences or to whole words. Default: sentence.'),
  lang: language.optional().describe('Language of the card’s fixed words and date. Default: the episode’s.'),
  dl: z.literal('1', '1, or leave it out').optional().describe('Offer the picture as a download.'),
  exp: z
    .string()
    .regex(/^\d{1,12}$/, 'a Unix time in seconds')
    .optional()
    .describe('Until when a signed address is good, as Unix time in seconds.'),
  sig: z.string().max(100, 'a signature').optional().describe('The signature of the whole address.'),
  v: z
    .string()
    .max(100, 'a card key')
    .optional()
    .describe('The version, as in the ETag. With it the answer never changes.'),
});

/** Those of a preview, which may have fewer pixels than the card: as many as it is shown with. */
export const previewParams = imageParams.extend({ dpr: deviceRatio(0.5) });

/** The parameters with the size that holds where none was asked for. */
export type ImageParams = Omit<z.output<typeof imageParams>, 'size'> & { size: Size };

/**
 * Reads the query of an image's address.
 * @throws PullquoteError `bad-parameter` for one that is unknown, repeated or out of bounds, naming it.
 */
export function parseImageParams(
  query: URLSearchParams,
  maxPixels: number,
  schema: typeof imageParams | typeof previewParams = imageParams,
): ImageParams {
  const params = readParams(schema, query, 'an image');
  const { dpr, for: platform } = params;
  const asked = params.size ?? (platform === undefined ? SIZES[DEFAULT_SIZE] : PLATFORMS[platform].size);
  const device = { width: Math.round(asked.width * dpr), height: Math.round(asked.height * dpr) };
  if (platform !== undefined) requireTaken(platform, device);
  const pixels = device.width * device.height;
  if (pixels > maxPixels) {
    throw new PullquoteError(
      'bad-parameter',
      `Expected \`size\` and \`dpr\` to make at most ${maxPixels} pixels but received ${asked.width}x${asked.height} at ${dpr}, which makes ${pixels}.`,
      { parameter: 'size' },
    );
  }
  return { ...params, size: asked };
}

/**
 * Reads a query that may hold nothing but the parameters of a schema, each once.
 * @param thing what is asked for, as in "a parameter of an image"
 * @throws PullquoteError `bad-parameter` naming the parameter
 */
export function readParams<T extends z.ZodObject>(
  schema: T,
  query: URLSearchParams,
  thing: string,
): z.output<T> {
  for (const name of new Set(query.keys())) {
    if (query.getAll(name).length > 1) {
      throw new PullquoteError(
        'bad-parameter',
        `Expected \`${name}\` once but received it ${query.getAll(name).length} times.`,
        {
          parameter: name,
        },
      );
    }
    if (!(name in schema.shape)) {
      throw new PullquoteError(
        'bad-parameter',
        `\`${name}\` is not a parameter of ${thing}. Expected one of ${Object.keys(schema.shape).join(', ')}.`,
        { parameter: name },
      );
    }
  }
  const result = schema.safeParse(Object.fromEntries(query));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0]);
  throw new PullquoteError(
    'bad-parameter',
    `Expected ${issue?.message} for \`${name}\` but received \`${query.get(name)}\`.`,
    { parameter: name },
  );
}
