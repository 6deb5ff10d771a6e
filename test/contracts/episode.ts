/** Small made-up episodes for tests of the store: one word a segment would do, one sentence a segment is clearer. */
import type { Episode, Quote, Show } from '../../src/quote/model.ts';
import type { Import, Revision } from '../../src/store/port.ts';
import type { EpisodeText, Word } from '../../src/transcript/model.ts';

export function makeShow(fields: Partial<Show> = {}): Show {
  return {
    id: 'tidal',
    title: 'Tidal',
    url: null,
    language: 'en',
    brandId: null,
    visibility: 'public',
    ...fields,
  };
}

export function makeEpisode(fields: Partial<Episode> = {}): Episode {
  return {
    id: 'ep-1',
    showId: 'tidal',
    title: 'The moon and the mud',
    publishedAt: '2026-03-14',
    guid: null,
    url: 'https://tidal.example/1',
    mediaUrl: null,
    durationMs: 60_000,
    language: 'en',
    participants: [{ id: 'ines', name: 'Inês Prado', role: 'host', photo: null }],
    chapters: [{ startMs: 0, title: 'Low water' }],
    cover: null,
    brandId: null,
    ...fields,
  };
}

export function makeRevision(fields: Partial<Revision> = {}): Revision {
  return {
    id: 'rev-1',
    episodeId: 'ep-1',
    sourceSha256: 'a'.repeat(64),
    format: 'vtt',
    parserVersion: 1,
    warnings: [{ code: 'lost-cue', message: 'A cue was lost.', line: 7 }],
    createdAt: '2026-03-15T10:00:00.000Z',
    ...fields,
  };
}

/** A text of one segment and one turn a sentence; words stand two seconds apart. */
export function makeText(sentences: readonly string[]): EpisodeText {
  const words: Word[] = [];
  const text: EpisodeText = {
    segments: [],
    words,
    sentences: [],
    turns: [],
    timing: 'cue',
    durationMs: null,
  };
  for (const [index, body] of sentences.entries()) {
    const wordFrom = words.length;
    for (const word of body.split(' ')) {
      const startMs = words.length * 2000;
      words.push({ text: word, glued: false, segment: index, startMs, endMs: startMs + 1900 });
    }
    text.segments.push({
      index,
      startMs: wordFrom * 2000,
      endMs: words.length * 2000,
      body,
      speakerLabel: 'Inês',
    });
    text.sentences.push({ index, wordFrom, wordTo: words.length, flags: [] });
    text.turns.push({
      wordFrom,
      wordTo: words.length,
      label: 'Inês',
      participantId: 'ines',
      source: 'label',
    });
  }
  text.durationMs = words.length * 2000;
  return text;
}

/** One live quote a sentence, named `q_{episode}_{index}`. */
export function makeQuotes(text: EpisodeText, episodeId = 'ep-1', revisionId = 'rev-1'): Quote[] {
  return text.sentences.map(({ index, wordFrom, wordTo }) => ({
    id: `q_${episodeId}_${String(index).padStart(4, '0')}`,
    episodeId,
    revisionId,
    spans: [{ wordFrom, wordTo }],
    text: text.segments[index]?.body ?? '',
    normHash: `hash-${index}`,
    aliases: [],
    startMs: wordFrom * 2000,
    endMs: wordTo * 2000,
    timing: { kind: 'cue', errorMs: 0 },
    status: 'live',
    supersededBy: null,
    turns: text.turns.filter((turn) => turn.wordFrom === wordFrom),
    author: null,
  }));
}

/** A whole import of the given sentences. */
export function makeImport(
  sentences: readonly string[],
  { episode = makeEpisode(), show = makeShow(), revisionId = 'rev-1', follows = null as string | null } = {},
): Import {
  const text = makeText(sentences);
  return {
    show,
    episode,
    hints: { notes: [], notesFrom: 'transcript', soundbites: [] },
    revision: makeRevision({ id: revisionId, episodeId: episode.id }),
    follows,
    text,
    quotes: makeQuotes(text, episode.id, revisionId),
  };
}
