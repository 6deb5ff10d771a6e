/** The best quotes of an episode: `/v1/episodes/{id}/highlights`. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Highlight } from '../highlight/model.ts';
import { pickByModel, pickByScores, type ModelDeps, type Picked, type PickFrom } from '../highlight/pick.ts';
import type { Episode } from '../quote/model.ts';
import type { EpisodeText } from '../transcript/model.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { listHeaders } from './headers.ts';
import { queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { requireRate } from './rate-limit.ts';
import { findEpisode, findText } from './views.ts';
import { rangeOf, warningList, warningsOf } from './warnings.ts';

const ms = z.int().nonnegative().nullable();

const highlightsQuery = z.object({
  count: z
    .string()
    .regex(/^\d{1,4}$/, 'a whole number from 1 to 200')
    .transform(Number)
    .refine((value) => value >= 1 && value <= 200, 'a whole number from 1 to 200')
    .default(12)
    .meta({ description: 'How many, 1 to 200.', example: '12' }),
});

const score = z.number();

export const highlightList = z
  .object({
    by: z.enum(['scores', 'model']).meta({
      description: '`model`: a language model the server is set up with chose among the best-scored.',
    }),
    fallback: z
      .enum(['failed', 'invalid'])
      .nullable()
      .meta({ description: 'Why a model that is set up did not choose; `null` where nothing is wrong.' }),
    items: z.array(
      z
        .object({
          range: z.string().meta({ description: 'Its address within the episode.' }),
          text: z.string(),
          startMs: ms,
          endMs: ms,
          scores: z
            .object({
              total: score,
              length: score,
              standsAlone: score,
              substance: score,
              subject: score,
              contrast: score,
              numbers: score,
              person: score,
              strong: score,
              stance: score,
              noise: score,
              note: score,
              marked: score,
            })
            .meta({ description: 'Why it was picked: each feature from 0 to 1, penalties below 0.' }),
          note: z.string().nullable().meta({ description: 'The line of the show notes it was found by.' }),
          warnings: warningList,
          page: z.string(),
          image: z.string(),
        })
        .meta({ id: 'Highlight' }),
    ),
  })
  .meta({ id: 'HighlightList' });

export type HighlightView = z.output<typeof highlightList>['items'][number];

/** What may choose: the scores alone, or a language model among those that score best. */
export type Chooser = ModelDeps | null;

/** The best quotes of an episode, and what chose them. @throws PullquoteError `bad-parameter` for a count that is none */
export async function choose(from: PickFrom, count: number, chooser: Chooser): Promise<Picked> {
  if (chooser !== null) return pickByModel(from, count, chooser);
  return { highlights: await pickByScores(from, count), by: 'scores', fallback: null };
}

/** Highlights as the API and the command line show them. */
export function viewHighlights(
  { id, language }: Episode,
  text: EpisodeText,
  picked: readonly Highlight[],
  publicUrl: string,
): HighlightView[] {
  return picked.map((highlight) => {
    const { sentenceFrom, sentenceTo, spans, startMs, endMs, scores, note } = highlight;
    const range = rangeOf(sentenceFrom, sentenceTo - 1);
    const page = `${publicUrl}/e/${id}/${range}`;
    const warnings = warningsOf(text, spans, language);
    return {
      range,
      text: highlight.text,
      startMs,
      endMs,
      scores,
      note,
      warnings,
      page,
      image: `${page}.png`,
    };
  });
}

export function highlightRoutes(deps: AppDeps) {
  const { picker, blobs, log, config } = deps;
  const { publicUrl, highlightModel } = config;
  const onError = (error: unknown): void =>
    log({ level: 'error', message: 'A language model was of no use.', error });
  function chooserFor(c: AppContext): Chooser {
    if (picker === null || highlightModel === null) return null;
    const { timeoutMs } = highlightModel;
    return { picker, timeoutMs, blobs, onError, admit: () => requireRate(deps, c, 'render') };
  }
  return new Hono<AppEnv>().get('/v1/episodes/:id/highlights', queryOf(highlightsQuery), async (c) => {
    const { store, touchedPrivate } = c.var.visible;
    const episode = await findEpisode(store, c.req.param('id'));
    const [{ text }, hints] = await Promise.all([findText(store, episode.id), store.hints(episode.id)]);
    const { count } = c.req.valid('query');
    const { highlights, ...how } = await choose({ episode, hints, text }, count, chooserFor(c));
    const items = viewHighlights(episode, text, highlights, publicUrl);
    return c.json({ ...how, items }, 200, listHeaders(touchedPrivate()));
  });
}

export const highlightOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/episodes/{id}/highlights',
    summary: 'The best quotes of an episode, best first, each with why it was picked.',
    query: highlightsQuery,
    answer: { status: 200, description: 'Highlights.', json: highlightList },
    errors: ['bad-parameter', 'not-found', 'too-large', 'rate-limited'],
  },
];
