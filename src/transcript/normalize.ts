import type { EpisodeText, Segment, Transcript, Warning } from './model.ts';
import { sentencesOf } from './sentences.ts';
import { turnsOf, type SpeakerOptions } from './speakers.ts';
import { timeWords } from './timing.ts';
import { wordsOf } from './words.ts';

export interface NormalizeOptions extends SpeakerOptions {
  /** BCP 47 tag of the language spoken; it decides where sentences end. */
  language: string;
  /** Length of the audio, where known. */
  durationMs?: number | null;
}

function withoutTimedWords(segment: Segment): Segment {
  const { timedWords, ...rest } = segment;
  return timedWords === undefined ? segment : rest;
}

/**
 * Makes a parsed transcript ready for quoting: words with times, sentences, turns. Pure and deterministic; no word of the
 * source is lost or changed. What it had to repair comes back as warnings.
 */
export function normalize(
  transcript: Transcript,
  options: NormalizeOptions,
): { text: EpisodeText; warnings: Warning[] } {
  const segments = transcript.segments.map((segment, index) => ({ ...segment, index }));
  const words = wordsOf(segments);
  const warnings = timeWords(segments, words, transcript.timing, options.durationMs ?? null);
  const turns = turnsOf(segments, words, options);
  const sentences = sentencesOf(words, turns, options.language);
  const labels = new Set(turns.map((turn) => turn.label));
  for (const label of Object.keys(options.speakers ?? {})) {
    if (!labels.has(label)) {
      warnings.push({
        code: 'speaker-not-found',
        message: `No words are labelled "${label}" in this transcript.`,
      });
    }
  }
  let durationMs = options.durationMs ?? null;
  for (const { startMs, endMs } of [...segments, ...words]) {
    const end = endMs ?? startMs;
    if (end !== null && transcript.timing !== 'none' && (durationMs === null || end > durationMs))
      durationMs = end;
  }
  return {
    // Words carry the times now.
    text: {
      segments: segments.map(withoutTimedWords),
      words,
      sentences,
      turns,
      timing: words.length === 0 ? 'none' : transcript.timing,
      durationMs,
    },
    warnings,
  };
}
