import { z } from 'zod';
import { imageParams, readParams } from '../card/params.ts';
import type { Size } from '../layer/model.ts';
import { clipTemplateNames } from '../../templates/clip-names.ts';
import { CLIP_SIZES } from './sizes.ts';

const NAMES = Object.keys(CLIP_SIZES).join(', ');

const { brand, missing, snap, lang, dl, exp, sig, v } = imageParams.shape;

/** Every query parameter of a clip, what it may be, and its default. */
export const clipParams = z.strictObject({
  size: z
    .string()
    .default('vertical')
    .transform((value, context): Size => {
      const size = CLIP_SIZES[value];
      if (size !== undefined) return size;
      context.addIssue(`one of ${NAMES}`);
      return z.NEVER;
    })
    .describe(`${NAMES}. Default: vertical, 1080x1920.`),
  template: z
    .enum(clipTemplateNames, clipTemplateNames.join(', '))
    .optional()
    .describe('The look. Default: the brand’s, classic where clips have no such look.'),
  style: z
    .enum(['karaoke', 'plain'], 'karaoke or plain')
    .default('karaoke')
    .describe('Whether the word being spoken is marked. Without times of words none is. Default: karaoke.'),
  fillers: z
    .enum(['keep', 'hide'], 'keep or hide')
    .default('keep')
    .describe(
      '`hide`: captions leave out sounds of hesitation like um and uh, and no other word. Default: keep.',
    ),
  audio: z
    .enum(['auto', 'none'], 'auto or none')
    .default('auto')
    .describe('`none`: a silent clip. Without a recording it is silent in any case. Default: auto.'),
  wait: z
    .string()
    .regex(/^\d{1,2}$/, 'a whole number of seconds up to 25')
    .transform(Number)
    .refine((seconds) => seconds <= 25, 'a whole number of seconds up to 25')
    .default(0)
    .describe(
      'Seconds to wait for a clip that is not there yet, up to 25, before the answer is 202. Default: 0.',
    ),
  brand,
  missing,
  snap,
  lang,
  dl,
  exp,
  sig,
  v,
});

type ClipParams = z.output<typeof clipParams>;

/**
 * Reads the query of a clip's address.
 * @throws PullquoteError `bad-parameter` for one that is unknown, repeated or out of bounds, naming it.
 */
export function parseClipParams(query: URLSearchParams): ClipParams {
  return readParams(clipParams, query, 'a clip');
}
