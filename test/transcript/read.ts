import type { Segment, Transcript } from '../../src/transcript/model.ts';
import { parseTranscript, type SourceHint } from '../../src/transcript/parse.ts';

/** Parses a transcript given as text. */
export const read = (text: string, hint: SourceHint = {}): Transcript =>
  parseTranscript(new TextEncoder().encode(text), hint);

/** `[start, end, label, words]` of each segment; `~` before a label that is carried on, `-` before the words of a marked turn. */
export const brief = (segments: readonly Segment[]): (string | number | null)[][] =>
  segments.map(({ startMs, endMs, speakerLabel, speakerCarried, turnMark, body }) => [
    startMs,
    endMs,
    speakerLabel === undefined ? null : `${speakerCarried === true ? '~' : ''}${speakerLabel}`,
    `${turnMark === true ? '- ' : ''}${body}`,
  ]);

/** `[text, start, end]` of the timed words. */
export const timed = (segment: Segment | undefined): (string | number | null)[][] =>
  (segment?.timedWords ?? []).map(({ text, startMs, endMs }) => [text, startMs, endMs]);

export const codes = (transcript: Transcript): string[] => transcript.warnings.map((warning) => warning.code);
