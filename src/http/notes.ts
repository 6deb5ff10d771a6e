/** What leads to an episode's highlights: `/v1/episodes/{id}/notes`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { describeHints, NO_HINTS } from '../ingest/hints.ts';
import { hintFields } from '../ingest/metadata.ts';
import type { Store } from '../store/port.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { listHeaders } from './headers.ts';
import { allow, jsonOf, queryOf } from './input.ts';
import { type Operation, WRITE_ERRORS } from './openapi.ts';
import { noQuery } from './schemas.ts';
import { isFresh, requireMatch, tagOf } from './tags.ts';
import { findEpisode } from './views.ts';

const BODY_LIMIT = 1_000_000;

const notesInput = z.strictObject(hintFields).meta({ id: 'NotesInput' });

export const notesView = z
  .object({
    notes: z.array(z.string()).meta({ description: 'Lines of the show notes that may lead to a passage.' }),
    notesFrom: z.enum(['given', 'transcript']).meta({
      description: '`transcript`: nobody gave notes, these lines stood around the words in the file.',
    }),
    soundbites: z.array(
      z.object({ startMs: z.int(), endMs: z.int(), title: z.string().nullable() }).meta({ id: 'Soundbite' }),
    ),
  })
  .meta({ id: 'Notes' });

async function findHints(store: Store, episodeId: string) {
  const { id } = await findEpisode(store, episodeId);
  return { id, hints: (await store.hints(id)) ?? NO_HINTS };
}

export function noteRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .get('/v1/episodes/:id/notes', queryOf(noQuery), async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const { hints } = await findHints(store, c.req.param('id'));
      const headers = { ...listHeaders(touchedPrivate()), ETag: await tagOf(hints) };
      return isFresh(c, headers.ETag) ? c.body(null, 304, headers) : c.json(hints, 200, headers);
    })
    .patch(
      '/v1/episodes/:id/notes',
      allow('import'),
      queryOf(noQuery),
      jsonOf(notesInput, BODY_LIMIT),
      async (c) => {
        const { id, hints } = await findHints(c.var.visible.store, c.req.param('id'));
        requireMatch(c, await tagOf(hints));
        const edited = describeHints(hints, c.req.valid('json'));
        await deps.store.saveHints(id, edited);
        return c.json(edited, 200, { ETag: await tagOf(edited), 'Cache-Control': 'no-store' });
      },
    );
}

export const noteOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/episodes/{id}/notes',
    summary: 'What leads to highlights: lines of the show notes, and stretches the publisher marked.',
    answer: { status: 200, description: 'Notes and soundbites.', json: notesView },
    errors: ['not-found'],
  },
  {
    method: 'patch',
    path: '/v1/episodes/{id}/notes',
    summary:
      'Give an episode other show notes or soundbites; what is left out stays, `"notes": null` takes them away. `If-Match` takes the `ETag` they were read with.',
    scope: 'import',
    body: { json: notesInput },
    answer: { status: 200, description: 'Notes and soundbites.', json: notesView },
    errors: [...WRITE_ERRORS, 'precondition-failed'],
  },
];
