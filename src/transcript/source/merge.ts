/** Words given one by one, gathered into segments: a speaker's sentence each. */

import type { TimedWord } from '../model.ts';
import type { Draft } from './draft.ts';
import { joinsWithoutSpace } from './pieces.ts';

export interface SpokenWord {
  text: string;
  startMs: number | null;
  endMs: number | null;
  /** As {@link Draft.label}. */
  label?: string | null | undefined;
  line?: number | undefined;
  /** True where the source says that no space stands before it, false where it says that one does. */
  glued?: boolean | undefined;
  turnMark?: boolean | undefined;
}

const ENDS_SENTENCE = /[.!?…。！？]["'”’»)\]」』]*$/u;
/** Abbreviations and initials end in a stop that ends no sentence. */
const ABBREVIATION = /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Prof|vs|e\.g|i\.e)\.$/u;
/** A sentence never ends in some sources; a segment still should. */
const LONGEST_SEGMENT = 60;
/** A silence this long, in milliseconds, ends a segment. */
const LONG_SILENCE_MS = 3_000;

const ends = (word: SpokenWord, next: SpokenWord, count: number): boolean => {
  if (next.label !== undefined && next.label !== word.label) return true;
  if (next.turnMark === true || count >= LONGEST_SEGMENT) return true;
  if (ENDS_SENTENCE.test(word.text) && !ABBREVIATION.test(word.text) && next.glued !== true) return true;
  const silence = word.endMs !== null && next.startMs !== null ? next.startMs - word.endMs : 0;
  return silence >= LONG_SILENCE_MS;
};

const gather = (words: readonly SpokenWord[]): Draft => {
  let body = '';
  const timedWords: TimedWord[] = [];
  for (const { text, startMs, endMs, glued } of words) {
    const space = body === '' || (glued ?? joinsWithoutSpace(body, text)) ? '' : ' ';
    body += space + text;
    timedWords.push({ text, startMs, endMs });
  }
  const first = words[0];
  return {
    body,
    startMs: first?.startMs ?? null,
    endMs: words.at(-1)?.endMs ?? null,
    line: first?.line,
    label: first?.label,
    turnMark: first?.turnMark,
    timedWords,
  };
};

/** Gathers words into segments that end with a sentence, a change of speaker, a long silence or 60 words. Linear. */
export const gatherWords = (words: readonly SpokenWord[]): Draft[] => {
  const drafts: Draft[] = [];
  let from = 0;
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (next && !ends(word, next, i + 1 - from)) return;
    drafts.push(gather(words.slice(from, i + 1)));
    from = i + 1;
  });
  return drafts;
};

const LONGEST_LONE_WORD = 24;
const isLoneWord = (draft: Draft): boolean =>
  !/\s/.test(draft.body) && draft.body.length <= LONGEST_LONE_WORD;

/** Whether a source gives one word a segment: at least five segments, four in five of them a single timed word. */
export const isOneWordEach = (drafts: readonly Draft[]): boolean =>
  drafts.length >= 5 &&
  drafts.filter((draft) => isLoneWord(draft) && draft.startMs !== null && !draft.timedWords).length >=
    drafts.length * 0.8;

/** Turns segments of one word each into segments of a sentence each. */
export const mergeLoneWords = (drafts: readonly Draft[]): Draft[] =>
  gatherWords(
    drafts.flatMap((draft): SpokenWord[] => {
      const texts = draft.body.split(/\s+/).filter((text) => text !== '');
      return texts.map((text, i) => ({
        text,
        startMs: i === 0 ? draft.startMs : null,
        endMs: i === texts.length - 1 ? draft.endMs : null,
        label: draft.label,
        line: draft.line,
        turnMark: i === 0 ? draft.turnMark : undefined,
      }));
    }),
  );
