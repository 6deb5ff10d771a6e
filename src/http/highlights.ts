/** The best quotes of an episode: `/v1/episodes/{id}/highlights`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { contextWarnings } from '../highlight/context.ts';
import { highlights } from '../highlight/highlights.ts';
import type { Episode, Span } from '../quote/model.ts';
import { sentenceAt } from '../quote/text.ts';
import type { EpisodeText } from '../transcript/model.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { listHeaders } from './headers.ts';
import { queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { findEpisode, findText } from './views.ts';

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
          warnings: z
            .array(z.object({ kind: z.string(), message: z.string(), words: z.string(), wider: z.string() }))
            .meta({ description: 'Where the cut leaves out what changes its sense, with a wider range.' }),
          page: z.string(),
          image: z.string(),
        })
        .meta({ id: 'Highlight' }),
    ),
  })
  .meta({ id: 'HighlightList' });

export type HighlightView = z.output<typeof highlightList>['items'][number];

/** The best quotes of an episode as the API and the command line show them. */
export function viewHighlights(
  { id, language, chapters }: Episode,
  text: EpisodeText,
  count: number,
  publicUrl: string,
): HighlightView[] {
  return highlights(text, { count, language, chapters }).map((highlight) => {
    const { sentenceFrom, sentenceTo, spans, startMs, endMs, scores, note } = highlight;
    const range = rangeOf(sentenceFrom, sentenceTo - 1);
    const page = `${publicUrl}/e/${id}/${range}`;
    const warnings = contextWarnings(text, spans, { language }).map(({ wider, ...warning }) => ({
      ...warning,
      wider: rangeOfSpan(text, wider),
    }));
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

function rangeOfSpan(text: EpisodeText, { wordFrom, wordTo }: Span): string {
  const first = sentenceAt(text.sentences, wordFrom)?.index ?? 0;
  return rangeOf(first, sentenceAt(text.sentences, wordTo - 1)?.index ?? first);
}

function rangeOf(first: number, last: number): string {
  return first === last ? `s=${first}` : `s=${first}-${last}`;
}

export function highlightRoutes({ config: { publicUrl } }: AppDeps) {
  return new Hono<AppEnv>().get('/v1/episodes/:id/highlights', queryOf(highlightsQuery), async (c) => {
    const { store, touchedPrivate } = c.var.visible;
    const episode = await findEpisode(store, c.req.param('id'));
    const { text } = await findText(store, episode.id);
    const items = viewHighlights(episode, text, c.req.valid('query').count, publicUrl);
    return c.json({ items }, 200, listHeaders(touchedPrivate()));
  });
}

export const highlightOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/episodes/{id}/highlights',
    summary: 'The best quotes of an episode, best first, each with why it was picked.',
    query: highlightsQuery,
    answer: { status: 200, description: 'Highlights.', json: highlightList },
    errors: ['bad-parameter', 'not-found'],
  },
];
