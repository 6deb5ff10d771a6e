/** Who says what: `/v1/episodes/{id}/speakers`, as sources state it and as a person who listened confirms it. */
import { Hono } from 'hono';
import { confirmSpeakers } from '../ingest/speakers.ts';
import type { EpisodeText } from '../transcript/model.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { listHeaders } from './headers.ts';
import { allow, jsonOf, queryOf } from './input.ts';
import { type Operation, RANGE_ERRORS, WRITE_ERRORS } from './openapi.ts';
import { noQuery, speakersInput, speakersView, turnsView } from './schemas.ts';
import { isFresh, requireMatch, tagOf } from './tags.ts';
import { findEpisode, findText } from './views.ts';

const BODY_LIMIT = 1_000_000;

export function speakerRoutes(deps: AppDeps) {
  const { store } = deps;
  return new Hono<AppEnv>()
    .get('/v1/episodes/:id/speakers', queryOf(noQuery), async (c) => {
      const { store: visible, touchedPrivate } = c.var.visible;
      const { id } = await findEpisode(visible, c.req.param('id'));
      const view = viewTurns((await findText(visible, id)).text);
      const headers = { ...listHeaders(touchedPrivate()), ETag: await tagOf(view) };
      return isFresh(c, headers.ETag) ? c.body(null, 304, headers) : c.json(view, 200, headers);
    })
    .put(
      '/v1/episodes/:id/speakers',
      allow('import'),
      queryOf(noQuery),
      jsonOf(speakersInput, BODY_LIMIT),
      async (c) => {
        const { id: episodeId } = await findEpisode(store, c.req.param('id'));
        requireMatch(c, await tagOf(viewTurns((await findText(store, episodeId)).text)));
        const confirmed = [];
        // One after the other: each changes the words' turns that the next one reads.
        for (const { range, participant } of c.req.valid('json').speakers) {
          const { participantId, quotes } = await confirmSpeakers(
            { store },
            { episodeId, range, participant },
          );
          confirmed.push({ range, participantId, quotes });
        }
        const tag = await tagOf(viewTurns((await findText(store, episodeId)).text));
        return c.json({ confirmed }, 200, { ETag: tag, 'Cache-Control': 'no-store' });
      },
    );
}

function viewTurns({ turns, words }: EpisodeText) {
  return {
    items: turns.map(({ wordFrom, wordTo, label, participantId, source }) => ({
      wordFrom,
      wordTo,
      startMs: words[wordFrom]?.startMs ?? null,
      label,
      participantId,
      source,
    })),
  };
}

export const speakerOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/episodes/{id}/speakers',
    summary: 'Who speaks from word to word, and how that is known.',
    answer: { status: 200, description: 'Turns in order.', json: turnsView },
    errors: ['not-found'],
  },
  {
    method: 'put',
    path: '/v1/episodes/{id}/speakers',
    summary:
      'Confirm who speaks in ranges of an episode. Their quotes are then attributed to that participant. `If-Match` takes the `ETag` they were read with.',
    scope: 'import',
    body: { json: speakersInput },
    answer: { status: 200, description: 'What was confirmed.', json: speakersView },
    errors: [...WRITE_ERRORS, ...RANGE_ERRORS, 'precondition-failed'],
  },
];
