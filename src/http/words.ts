/** The words of an episode for a program to pick from: `GET /v1/episodes/{id}/words`; and its cover. */
import { Hono } from 'hono';
import type { z } from 'zod';
import { artName } from '../blobs/port.ts';
import { knownRecording } from '../clip/audio/recording.ts';
import { PullquoteError } from '../errors.ts';
import type { Episode, Quote } from '../quote/model.ts';
import { speakerName } from '../quote/speaker.ts';
import type { Revision } from '../store/port.ts';
import type { EpisodeText } from '../transcript/model.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { listHeaders } from './headers.ts';
import { queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { noQuery, wordsView } from './schemas.ts';
import { findEpisode, findText } from './views.ts';

export function wordRoutes({ blobs, config }: AppDeps) {
  return new Hono<AppEnv>()
    .get('/v1/episodes/:id/words', queryOf(noQuery), async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const episode = await findEpisode(store, c.req.param('id'));
      const [{ revision, text }, quotes, recording] = await Promise.all([
        findText(store, episode.id),
        store.allQuotes(episode.id),
        knownRecording(store, episode),
      ]);
      const base = `${config.publicUrl}/v1/episodes/${episode.id}`;
      const sound = {
        audio: recording === null && episode.mediaUrl === null ? null : `${base}/audio`,
        peaks: recording === null ? null : `${base}/peaks`,
      };
      const view = { ...viewWords(episode, revision, text, quotes), ...sound };
      return c.json(view, 200, listHeaders(touchedPrivate()));
    })
    .get('/v1/episodes/:id/cover', queryOf(noQuery), async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const { id, cover } = await findEpisode(store, c.req.param('id'));
      const etag = `"${cover}"`;
      const headers = { ETag: etag, ...listHeaders(touchedPrivate()) };
      if (cover !== null && c.req.header('If-None-Match') === etag) return c.body(null, 304, headers);
      const bytes = cover === null ? null : await blobs.get(artName(cover));
      if (bytes === null) throw new PullquoteError('not-found', `The episode \`${id}\` has no cover.`);
      return c.body(new Uint8Array(bytes), 200, {
        ...headers,
        'Content-Type': bytes[0] === 0x89 ? 'image/png' : 'image/jpeg',
        'X-Content-Type-Options': 'nosniff',
      });
    });
}

function viewWords(
  episode: Episode,
  revision: Revision,
  text: EpisodeText,
  quotes: readonly Quote[],
): Omit<z.output<typeof wordsView>, 'audio' | 'peaks'> {
  const minted = new Map<string, string>();
  for (const { id, spans, status } of quotes) {
    const [span, ...more] = spans;
    if (span !== undefined && more.length === 0 && (status === 'live' || status === 'changed')) {
      minted.set(`${span.wordFrom}-${span.wordTo}`, id);
    }
  }
  return {
    episodeId: episode.id,
    revisionId: revision.id,
    language: episode.language,
    timing: text.timing,
    durationMs: text.durationMs,
    words: text.words.map(({ text: word }) => word),
    glued: text.words.flatMap(({ glued }, index) => (glued ? [index] : [])),
    startsMs: text.timing === 'none' ? [] : text.words.map(({ startMs }) => startMs),
    sentences: text.sentences.map(({ wordFrom, wordTo, flags }) => ({
      wordFrom,
      wordTo,
      runOn: flags.includes('run-on'),
      quoteId: minted.get(`${wordFrom}-${wordTo}`) ?? null,
    })),
    turns: text.turns.map((turn) => ({
      wordFrom: turn.wordFrom,
      wordTo: turn.wordTo,
      speaker: speakerName(turn, episode.participants),
      label: turn.label,
      source: turn.source,
    })),
    chapters: episode.chapters,
  };
}

export const wordOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/episodes/{id}/words',
    summary:
      'The words of an episode with its sentences, turns and chapters, for a program that lets a person pick some.',
    answer: { status: 200, description: 'The words.', json: wordsView },
    errors: ['bad-parameter', 'not-found'],
  },
  {
    method: 'get',
    path: '/v1/episodes/{id}/cover',
    summary: 'The cover of an episode.',
    answer: { status: 200, description: 'The cover.', types: ['image/png', 'image/jpeg'] },
    errors: ['bad-parameter', 'not-found'],
  },
];
