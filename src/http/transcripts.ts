/** Transcripts as files: `/v1/episodes/{id}/transcript.vtt`, `.srt`, `.json`, `.txt`. */
import { Hono } from 'hono';
import { speakerName } from '../quote/speaker.ts';
import { type SerialFormat, serializeTranscript } from '../transcript/serialize.ts';
import type { AppEnv } from './context.ts';
import { listHeaders, SHARED } from './headers.ts';
import { queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { noQuery } from './schemas.ts';
import { findEpisode, findText } from './views.ts';

const TYPES = {
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
} as const satisfies Record<SerialFormat, string>;

export function transcriptRoutes() {
  return new Hono<AppEnv>().get(
    '/v1/episodes/:id/:file{transcript\\.(?:vtt|srt|json|txt)}',
    queryOf(noQuery),
    async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const episode = await findEpisode(store, c.req.param('id'));
      const { text } = await findText(store, episode.id);
      const format = formatOf(c.req.param('file'));
      const body = serializeTranscript(text, format, (turn) => speakerName(turn, episode.participants));
      return c.body(body, 200, {
        ...SHARED,
        'Content-Type': TYPES[format],
        ...listHeaders(touchedPrivate()),
      });
    },
  );
}

function formatOf(file: string): SerialFormat {
  if (file.endsWith('.vtt')) return 'vtt';
  if (file.endsWith('.srt')) return 'srt';
  return file.endsWith('.json') ? 'json' : 'txt';
}

export const transcriptOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/episodes/{id}/transcript.{format}',
    summary:
      'The transcript with the names its sources state, as `vtt`, `srt`, `json` (Podcasting 2.0) or `txt`.',
    answer: { status: 200, description: 'The transcript.', types: Object.values(TYPES) },
    errors: ['not-found', 'not-acceptable'],
  },
];
