/** Checking words somebody posted: `/v1/verify`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { verify, type VerifyDeps, type VerifyResult } from '../quote/verify.ts';
import type { Store } from '../store/port.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { jsonOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { warningList, warningsOf } from './warnings.ts';

const ms = z.int().nonnegative().nullable();

const BODY_LIMIT = 64_000;

const verifyInput = z
  .strictObject({
    text: z.string().min(1, 'words').max(20_000).meta({ description: 'The words as they were posted.' }),
    speaker: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Whose words they are said to be; without it, the name posted beside them.' }),
    episode: z.string().min(1).max(64).optional().meta({ description: 'Look in this episode only.' }),
  })
  .meta({ id: 'VerifyInput' });

export const verifyView = z
  .object({
    verdict: z.enum(['verbatim', 'elided', 'altered', 'other-speaker', 'not-found']),
    similarity: z
      .number()
      .meta({ description: 'The part of the words that stands there, in order; 0 to 1.' }),
    isSpeaker: z
      .boolean()
      .nullable()
      .meta({ description: '`null` where no speaker was asked for, or none is stated.' }),
    isMarked: z.boolean().meta({ description: 'Whether all that was left out is marked in the words.' }),
    diff: z.array(z.object({ kind: z.enum(['same', 'left-out', 'put-in']), text: z.string() })),
    warnings: warningList,
    nearest: z
      .object({
        episodeId: z.string(),
        range: z.string(),
        quoteId: z.string().nullable(),
        text: z.string(),
        startMs: ms,
        endMs: ms,
        speakers: z.array(z.string()),
        page: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Verification' });

type VerifyView = z.output<typeof verifyView>;

/** Checks words against the episodes a store shows. */
export async function verifyIn(
  store: Store,
  { text, speaker, episode }: z.output<typeof verifyInput>,
  publicUrl: string,
): Promise<VerifyView> {
  const options = {
    ...(speaker === undefined ? {} : { speaker }),
    ...(episode === undefined ? {} : { episodeId: episode }),
  };
  const load: VerifyDeps['load'] = async (id) => {
    const [about, current] = await Promise.all([store.episode(id), store.current(id)]);
    if (about === null || current === null) return null;
    const { language, participants } = about;
    return { revisionId: current.revision.id, text: current.text, language, participants };
  };
  const result = await verify(text, options, { search: store.search, load });
  return view(result, await warningsFor(result, load), publicUrl);
}

/** What the posted words leave out around them, where they are words of the passage at all. */
async function warningsFor(
  { verdict, passage }: VerifyResult,
  load: VerifyDeps['load'],
): Promise<VerifyView['warnings']> {
  if (passage === null || verdict === 'altered' || verdict === 'not-found') return [];
  const loaded = await load(passage.episodeId);
  return loaded === null ? [] : warningsOf(loaded.text, passage.spans, loaded.language);
}

function view(
  { passage, ...result }: VerifyResult,
  warnings: VerifyView['warnings'],
  publicUrl: string,
): VerifyView {
  if (passage === null) return { ...result, warnings, nearest: null };
  const { episodeId, range, quoteId, text, startMs, endMs, speakers } = passage;
  const page = quoteId === null ? `${publicUrl}/e/${episodeId}/${range}` : `${publicUrl}/q/${quoteId}`;
  return {
    ...result,
    warnings,
    nearest: { episodeId, range, quoteId, text, startMs, endMs, speakers, page },
  };
}

export function verifyRoutes({ config: { publicUrl } }: AppDeps) {
  return new Hono<AppEnv>().post('/v1/verify', jsonOf(verifyInput, BODY_LIMIT), async (c) => {
    const answer = await verifyIn(c.var.visible.store, c.req.valid('json'), publicUrl);
    return c.json(answer, 200, { 'Cache-Control': 'no-store' });
  });
}

export const verifyOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/verify',
    summary:
      'Whether posted words were said so: verbatim, elided, altered, by another speaker, or not found.',
    body: { json: verifyInput },
    answer: { status: 200, description: 'The verdict and the nearest passage.', json: verifyView },
    errors: ['bad-request', 'bad-parameter', 'too-large'],
  },
];
