/**
 * JSON of Whisper and its kin: OpenAI's (`segments`, `words`), WhisperX (`words` without times happen, `speaker`),
 * whisper.cpp (`transcription` with `offsets` in milliseconds), transformers (`chunks` with `timestamp`).
 */

import type { TimedWord } from '../model.ts';
import { readMs, readSeconds } from '../source/clock.ts';
import type { Draft, Parsed } from '../source/draft.ts';
import type { Findings } from '../source/findings.ts';
import { gatherWords } from '../source/merge.ts';
import { isRecord, records, speakerOf, stringOf, type Json } from './json.ts';

export const isWhisperJson = (value: unknown): boolean =>
  isRecord(value) &&
  (records(value['segments']).some((segment) => typeof segment['text'] === 'string') ||
    records(value['transcription']).some((item) => typeof item['text'] === 'string') ||
    records(value['chunks']).some((chunk) => typeof chunk['text'] === 'string' && 'timestamp' in chunk) ||
    records(value['word_segments']).length > 0 ||
    (typeof value['text'] === 'string' &&
      records(value['words']).some(
        (word) => typeof word['word'] === 'string' && typeof word['start'] === 'number',
      )));

const textOf = (word: Json): string => stringOf(word['word']) ?? stringOf(word['text']) ?? '';

const timedWord = (word: Json): TimedWord => ({
  text: textOf(word).trim(),
  startMs: readSeconds(word['start']),
  endMs: readSeconds(word['end']),
});

const readSegment = (segment: Json): Draft => {
  const words = records(segment['words'])
    .map(timedWord)
    .filter((word) => word.text !== '');
  return {
    body: stringOf(segment['text']) ?? '',
    startMs: readSeconds(segment['start']),
    endMs: readSeconds(segment['end']),
    label: speakerOf(segment['speaker']),
    timedWords: words.length > 0 ? words : undefined,
  };
};

/** whisper.cpp: `{offsets: {from, to}, text}`. */
const readOffsets = (item: Json): Draft => {
  const offsets: Json = isRecord(item['offsets']) ? item['offsets'] : {};
  return {
    body: stringOf(item['text']) ?? '',
    startMs: readMs(offsets['from']),
    endMs: readMs(offsets['to']),
  };
};

/** transformers: `{timestamp: [from, to], text}`. */
const readChunk = (chunk: Json): Draft => {
  const stamp: readonly unknown[] = Array.isArray(chunk['timestamp']) ? chunk['timestamp'] : [];
  return {
    body: stringOf(chunk['text']) ?? '',
    startMs: readSeconds(stamp[0]),
    endMs: readSeconds(stamp[1]),
    label: speakerOf(chunk['speaker']),
  };
};

/** Words at the top of the file, without segments; leading spaces, where the source has them, say what is glued. */
const readWords = (words: readonly Json[]): Draft[] => {
  const spaced = words.some((word) => textOf(word).startsWith(' '));
  return gatherWords(
    words
      .map((word) => ({
        ...timedWord(word),
        label: speakerOf(word['speaker']) ?? undefined,
        glued: spaced ? !textOf(word).startsWith(' ') : undefined,
      }))
      .filter((word) => word.text !== ''),
  );
};

const draftsOf = (file: Json): Draft[] => {
  const segments = records(file['segments']);
  if (segments.length > 0) return segments.map(readSegment);
  const items = records(file['transcription']);
  if (items.length > 0) return items.map(readOffsets);
  const chunks = records(file['chunks']);
  if (chunks.length > 0) return chunks.map(readChunk);
  return readWords(records(file['words'] ?? file['word_segments']));
};

/** Reads JSON of the Whisper family. Speakers are stated a segment; nothing is carried. */
export const parseWhisperJson = (value: unknown, findings: Findings): Parsed => {
  const file: Json = isRecord(value) ? value : {};
  const drafts = draftsOf(file);
  const untimed = drafts
    .flatMap((draft) => draft.timedWords ?? [])
    .filter((word) => word.startMs === null).length;
  if (untimed > 0) findings.add('words-untimed', `${untimed} words have no time of their own in the source.`);
  const result = isRecord(file['result']) ? file['result'] : {};
  return { drafts, mayBeWords: true, language: stringOf(file['language']) ?? stringOf(result['language']) };
};
