import { scriptOf, type Script } from '../../src/studio/script/script.ts';
import type { EpisodeText } from '../../src/transcript/model.ts';

/** A text as the Studio reads it. */
export function wordsScript(text: EpisodeText, language = 'en'): Script {
  return scriptOf({
    episodeId: 'e',
    revisionId: 'r',
    language,
    timing: text.timing,
    durationMs: text.durationMs,
    words: text.words.map((word) => word.text),
    glued: text.words.flatMap(({ glued }, index) => (glued ? [index] : [])),
    startsMs: text.timing === 'none' ? [] : text.words.map(({ startMs }) => startMs),
    sentences: text.sentences.map(({ wordFrom, wordTo }) => ({
      wordFrom,
      wordTo,
      runOn: false,
      quoteId: null,
    })),
    turns: [],
    chapters: [],
    audio: null,
    peaks: null,
  });
}
