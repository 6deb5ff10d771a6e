/** The sound of an episode: `/v1/episodes/{id}/audio`, and how loud it is where: `/v1/episodes/{id}/peaks`. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Blobs } from '../blobs/port.ts';
import { PEAK_MS } from '../clip/audio/index-file.ts';
import { indexOf, knownRecording } from '../clip/audio/recording.ts';
import { PullquoteError } from '../errors.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { createGate } from './gate.ts';
import { listHeaders, SHARED } from './headers.ts';
import { forgetRecording, keepRecording } from '../ingest/recording.ts';
import { allow, queryOf } from './input.ts';
import { type Operation, WRITE_ERRORS } from './openapi.ts';
import { noQuery } from './schemas.ts';
import { sendStream } from './send-stream.ts';
import { isFresh } from './tags.ts';
import { findEpisode } from './views.ts';

export const peaksView = z
  .object({
    durationMs: z.int(),
    stepMs: z.int().meta({ description: 'From one peak to the next. 100.' }),
    peaks: z.array(z.int().min(0).max(255)).meta({
      description:
        'How loud each step of the recording is: 0 is silence, 255 as loud as can be, and even steps between are even steps in decibels.',
    }),
  })
  .meta({ id: 'Peaks' });

const recordingView = z
  .object({
    contentType: z.string(),
    size: z.int().meta({ description: 'In bytes.' }),
    durationMs: z.int(),
    version: z.string().meta({ description: 'Another one for another recording.' }),
  })
  .meta({ id: 'Recording' });

export function recordingRoutes(deps: AppDeps) {
  const { blobs } = deps;
  const keeping = createGate(MOST);
  return new Hono<AppEnv>()
    .put('/v1/episodes/:id/audio', allow('import'), queryOf(noQuery), async (c) => {
      const { id } = await findEpisode(c.var.visible.store, c.req.param('id'));
      const { body } = c.req.raw;
      if (body === null) throw new PullquoteError('bad-request', 'Expected a recording as the body.');
      const { contentType, size, durationMs, version } = await keeping(() => keepRecording(deps, id, body));
      const view: z.output<typeof recordingView> = { contentType, size, durationMs, version };
      return c.json(view, 201, { 'Cache-Control': 'no-store' });
    })
    .delete('/v1/episodes/:id/audio', allow('import'), queryOf(noQuery), async (c) => {
      const { id } = await findEpisode(c.var.visible.store, c.req.param('id'));
      const recording = await deps.store.recording(id);
      if (recording === null || recording.blob === null) throw noRecording(id);
      await forgetRecording(deps, recording);
      return c.body(null, 204);
    })
    .get('/v1/episodes/:id/audio', queryOf(noQuery), async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const episode = await findEpisode(store, c.req.param('id'));
      const recording = await knownRecording(store, episode);
      const headers = { ...SHARED, ...listHeaders(touchedPrivate()) };
      if (recording?.blob) {
        const { blob, size, version, contentType } = recording;
        const read = (from: number, to: number) => piecesOf(blobs, blob, from, to);
        const sent = { 'Content-Type': contentType };
        return sendStream(c, { version, size, read }, { known: headers, sent });
      }
      if (episode.mediaUrl === null) throw noRecording(episode.id);
      return c.body(null, 302, { ...headers, Location: episode.mediaUrl });
    })
    .get('/v1/episodes/:id/peaks', queryOf(noQuery), async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const episode = await findEpisode(store, c.req.param('id'));
      const recording = await knownRecording(store, episode);
      if (recording === null) {
        if (episode.mediaUrl === null) throw noRecording(episode.id);
        throw new PullquoteError('not-found', `The recording of \`${episode.id}\` was not read through yet.`);
      }
      const headers = { ...listHeaders(touchedPrivate()), ETag: `"${recording.version}"` };
      if (isFresh(c, headers.ETag)) return c.body(null, 304, headers);
      const { durationMs, peaks } = await indexOf(blobs, recording);
      if (peaks === null)
        throw new PullquoteError('not-found', `The peaks of \`${episode.id}\` are not known.`);
      const view: z.output<typeof peaksView> = { durationMs, stepMs: PEAK_MS, peaks };
      return c.json(view, 200, headers);
    });
}

function noRecording(episodeId: string): PullquoteError {
  return new PullquoteError('not-found', `The episode \`${episodeId}\` has no recording.`);
}

/** Recordings taken in at once: each is read through. */
const MOST = 4;

/** Read from blobs at once, in bytes. */
const PIECE = 1 << 20;

async function* piecesOf(
  blobs: Blobs,
  name: string,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array, void, void> {
  for (let at = from; at < to; at += PIECE) {
    const piece = await blobs.read(name, at, Math.min(to, at + PIECE));
    // The reader sees that bytes are missing: the length was announced.
    if (piece === null || piece.length === 0)
      throw new Error(`The recording ${name} ended while it was read.`);
    yield piece;
  }
}

export const recordingOperations: Operation[] = [
  {
    method: 'put',
    path: '/v1/episodes/{id}/audio',
    summary:
      'Keep the recording of an episode: MP3, AAC in an MP4 file (`.m4a`), or WAV; up to 1 GB, as the body itself. It takes the place of the one before, and of the one published.',
    scope: 'import',
    body: { file: ['audio/mpeg', 'audio/mp4', 'audio/wav'] },
    answer: { status: 201, description: 'The recording, read through.', json: recordingView },
    errors: [...WRITE_ERRORS, 'bad-recording', 'busy'],
  },
  {
    method: 'delete',
    path: '/v1/episodes/{id}/audio',
    summary: 'Delete the recording that is kept of an episode.',
    scope: 'import',
    answer: { status: 204, description: 'It is gone.' },
    errors: ['bad-parameter', 'unauthorized', 'forbidden', 'not-found', 'rate-limited'],
  },
  {
    method: 'get',
    path: '/v1/episodes/{id}/audio',
    summary:
      'The recording of an episode. Where it is kept here it is sent, and takes `Range`; otherwise 302 to where it is published.',
    answer: {
      status: 200,
      description: 'The recording.',
      types: ['audio/mpeg', 'audio/mp4', 'audio/wav'],
    },
    errors: ['bad-parameter', 'not-found', 'bytes-outside'],
  },
  {
    method: 'get',
    path: '/v1/episodes/{id}/peaks',
    summary: 'How loud the recording of an episode is, ten times a second, for drawing a waveform.',
    answer: { status: 200, description: 'The peaks.', json: peaksView },
    errors: ['bad-parameter', 'not-found', 'conflict'],
  },
];
