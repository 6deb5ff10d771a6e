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

function timeWarnings(transcript: Transcript): Warning[] {
  const warnings: Warning[] = [];
  let last = -Infinity;
  for (const { startMs, endMs, sourceLine } of transcript.segments) {
    const line = sourceLine === undefined ? {} : { line: sourceLine };
    if (startMs !== null && startMs < last) {
      warnings.push({ code: 'times-go-back', message: 'This starts before what stands before it.', ...line });
    }
    if (startMs !== null && endMs !== null && endMs < startMs) {
      warnings.push({
        code: 'ends-before-start',
        message: 'This ends before it starts; its end is ignored.',
        ...line,
      });
    }
    last = startMs ?? last;
  }
  return warnings;
}

function withoutTimedWords(segment: Segment): Segment {
  const { timedWords, ...rest } = segment;
  return timedWords === undefined ? segment : rest;
}

/**
 * Makes a parsed transcript ready for quoting: words with times, sentences, turns. Pure and deterministic; no word of the
 * source is lost or changed. What it had to repair or could not use comes back as warnings.
 */
export function normalize(
  transcript: Transcript,
  options: NormalizeOptions,
): { text: EpisodeText; warnings: Warning[] } {
  const segments = transcript.segments.map((segment, index) => ({ ...segment, index }));
  const warnings = timeWarnings(transcript);
  const words = wordsOf(segments);
  warnings.push(...timeWords(segments, words, transcript.timing, options.durationMs ?? null));
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
