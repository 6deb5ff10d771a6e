/** Who says what, as a person who listened confirms it: `PUT /v1/episodes/{id}/speakers`. */
import { Hono } from 'hono';
import { confirmSpeakers } from '../ingest/speakers.ts';
import { requireScope } from './auth.ts';
import { readJson } from './body.ts';
import type { AppDeps, AppEnv } from './context.ts';
import type { Operation } from './openapi.ts';
import { noQuery, speakersInput, speakersView } from './schemas.ts';
import { check, parseQuery } from './validate.ts';
import { findEpisode } from './views.ts';

const BODY_LIMIT = 1_000_000;

export function speakerRoutes({ store }: AppDeps) {
  return new Hono<AppEnv>().put('/v1/episodes/:id/speakers', async (c) => {
    requireScope(c.var.scope, 'import');
    parseQuery(noQuery, c.req.url);
    const { speakers } = check(speakersInput, await readJson(c.req.raw, BODY_LIMIT), 'bad-parameter');
    const { id: episodeId } = await findEpisode(store, c.req.param('id'));
    const confirmed = [];
    // One after the other: each changes the words' turns that the next one reads.
    for (const { range, participant } of speakers) {
      const { participantId, quotes } = await confirmSpeakers({ store }, { episodeId, range, participant });
      confirmed.push({ range, participantId, quotes });
    }
    return c.json({ confirmed }, 200, { 'Cache-Control': 'no-store' });
  });
}

export const speakerOperations: Operation[] = [
  {
    method: 'put',
    path: '/v1/episodes/{id}/speakers',
    summary:
      'Confirm who speaks in ranges of an episode. Their quotes are then attributed to that participant.',
    scope: 'import',
    body: { json: speakersInput },
    answer: { status: 200, description: 'What was confirmed.', json: speakersView },
    errors: [
      'bad-request',
      'bad-parameter',
      'bad-range',
      'unauthorized',
      'forbidden',
      'not-found',
      'range-outside',
      'ambiguous-text',
    ],
  },
];
