/** AssemblyAI: `words[]` and `utterances[]`, times in milliseconds. */

import { readMs } from '../source/clock.ts';
import type { Draft, Parsed } from '../source/draft.ts';
import { gatherWords, type SpokenWord } from '../source/merge.ts';
import { isRecord, records, speakerOf, stringOf, type Json } from './json.ts';

export const isAssemblyAiJson = (value: unknown): boolean => {
  if (!isRecord(value)) return false;
  const words = records(value['words']);
  const utterances = records(value['utterances']);
  const timed = [...words.slice(0, 1), ...utterances.slice(0, 1)].some(
    (item) => 'start' in item && typeof item['text'] === 'string',
  );
  return (
    timed &&
    ('utterances' in value ||
      'audio_duration' in value ||
      'language_code' in value ||
      typeof value['text'] === 'string')
  );
};

const readWords = (words: readonly Json[]): SpokenWord[] =>
  words
    .map((word) => ({
      text: (stringOf(word['text']) ?? '').trim(),
      startMs: readMs(word['start']),
      endMs: readMs(word['end']),
      label: speakerOf(word['speaker']) ?? undefined,
    }))
    .filter((word) => word.text !== '');

const readUtterance = (utterance: Json): Draft[] => {
  const label = speakerOf(utterance['speaker']) ?? undefined;
  const words = readWords(records(utterance['words'])).map((word) => ({
    ...word,
    label: word.label ?? label,
  }));
  if (words.length > 0) return gatherWords(words);
  return [
    {
      body: stringOf(utterance['text']) ?? '',
      startMs: readMs(utterance['start']),
      endMs: readMs(utterance['end']),
      label,
    },
  ];
};

/** Reads AssemblyAI's JSON: from its utterances, which state speakers, else from its words. */
export const parseAssemblyAiJson = (value: unknown): Parsed => {
  const file: Json = isRecord(value) ? value : {};
  const utterances = records(file['utterances']);
  return {
    drafts:
      utterances.length > 0
        ? utterances.flatMap(readUtterance)
        : gatherWords(readWords(records(file['words']))),
    language: stringOf(file['language_code'])?.replace('_', '-') ?? null,
  };
};
