/** Deepgram: `results.channels[].alternatives[0].words[]`, or `results.utterances[]`; times in seconds. */

import { readSeconds } from '../source/clock.ts';
import type { Draft, Parsed } from '../source/draft.ts';
import { gatherWords, type SpokenWord } from '../source/merge.ts';
import { isRecord, records, speakerOf, stringOf, type Json } from './json.ts';

const resultsOf = (value: unknown): Json =>
  isRecord(value) && isRecord(value['results']) ? value['results'] : {};

export const isDeepgramJson = (value: unknown): boolean =>
  records(resultsOf(value)['channels']).length > 0 || records(resultsOf(value)['utterances']).length > 0;

const readWords = (words: readonly Json[], channel: string | undefined): SpokenWord[] =>
  words
    .map((word) => ({
      text: stringOf(word['punctuated_word']) ?? stringOf(word['word']) ?? '',
      startMs: readSeconds(word['start']),
      endMs: readSeconds(word['end']),
      label: speakerOf(word['speaker']) ?? channel,
    }))
    .filter((word) => word.text !== '');

const byStart = (a: Draft, b: Draft): number => (a.startMs ?? 0) - (b.startMs ?? 0);

/** Reads Deepgram's JSON. Several channels are put in order of time; each is a speaker of its own unless speakers are stated. */
export const parseDeepgramJson = (value: unknown): Parsed => {
  const results = resultsOf(value);
  const channels = records(results['channels']);
  const drafts = channels.flatMap((channel, i) => {
    const best = records(channel['alternatives'])[0] ?? {};
    const words = readWords(records(best['words']), channels.length > 1 ? `Channel ${i}` : undefined);
    if (words.length > 0) return gatherWords(words);
    return [{ body: stringOf(best['transcript']) ?? '', startMs: null, endMs: null }];
  });
  const utterances = records(results['utterances']).flatMap((utterance): Draft[] => {
    const label = speakerOf(utterance['speaker']) ?? undefined;
    const words = readWords(records(utterance['words']), undefined).map((word) => ({
      ...word,
      label: word.label ?? label,
    }));
    if (words.length > 0) return gatherWords(words);
    return [
      {
        body: stringOf(utterance['transcript']) ?? '',
        startMs: readSeconds(utterance['start']),
        endMs: readSeconds(utterance['end']),
        label,
      },
    ];
  });
  const read = drafts.some((draft) => draft.body !== '') ? drafts : utterances;
  const language = stringOf(channels[0]?.['detected_language']);
  return { drafts: channels.length > 1 ? read.toSorted(byStart) : read, language };
};
