/** Rev: `monologues[{speaker, elements: [{type, value, ts, end_ts}]}]`, times in seconds. */

import { readClock, readSeconds } from '../source/clock.ts';
import type { Draft, Parsed } from '../source/draft.ts';
import { gatherWords, type SpokenWord } from '../source/merge.ts';
import { isRecord, records, speakerOf, stringOf, type Json } from './json.ts';

export const isRevJson = (value: unknown): boolean =>
  isRecord(value) && records(value['monologues']).some((monologue) => Array.isArray(monologue['elements']));

const readTime = (value: unknown): number | null => readSeconds(value) ?? readClock(stringOf(value) ?? '');

/** Names of the speakers, by number, where the file lists them. */
const namesOf = (file: Json): Map<unknown, string> =>
  new Map(
    records(file['speakers']).flatMap((speaker): [unknown, string][] => {
      const name = stringOf(speaker['name'])?.trim();
      return name ? [[speaker['id'], name]] : [];
    }),
  );

/** Words with the punctuation that follows them; white space stands between words as elements of its own. */
const readElements = (elements: readonly Json[], label: string | null): SpokenWord[] => {
  const words: SpokenWord[] = [];
  let glued = false;
  for (const element of elements) {
    const value = stringOf(element['value']) ?? '';
    const isWord = element['ts'] !== undefined || element['type'] === 'text';
    for (const piece of value.match(/\s+|\S+/g) ?? []) {
      const last = words.at(-1);
      if (piece.trim() === '') glued = false;
      else if (!isWord && glued && last) last.text += piece;
      else {
        words.push({
          text: piece,
          startMs: readTime(element['ts']),
          endMs: readTime(element['end_ts']),
          label,
          glued: words.length > 0 && glued,
        });
        glued = true;
      }
    }
  }
  return words;
};

/** Reads Rev's JSON. */
export const parseRevJson = (value: unknown): Parsed => {
  const file: Json = isRecord(value) ? value : {};
  const names = namesOf(file);
  const drafts = records(file['monologues']).flatMap((monologue): Draft[] => {
    const info = isRecord(monologue['speaker_info']) ? monologue['speaker_info'] : {};
    const label =
      stringOf(info['display_name']) ?? names.get(monologue['speaker']) ?? speakerOf(monologue['speaker']);
    return gatherWords(readElements(records(monologue['elements']), label));
  });
  return { drafts, language: stringOf(file['language']) };
};
