import { load } from '../transcript/clauses.ts';
import type { EpisodeText, Sentence } from '../transcript/model.ts';
import { sameSpeaker } from '../transcript/speakers.ts';
import { joinWords } from '../transcript/words.ts';
import { leansBack } from './alone.ts';
import { has, plain, type Lexicon } from './lexicon/model.ts';
import { mapped, type Steps } from './steps.ts';
import { termsOf } from './terms.ts';

/** A sentence as the scoring sees it, read once. */
export interface Reading {
  sentence: Sentence;
  /** The source's words. */
  text: string;
  /** In lower case, apostrophes straight. */
  plain: string;
  /** Length in spoken words. */
  length: number;
  terms: readonly string[];
  /** Number of the voice that speaks: it changes where the speaker does. */
  voice: number;
  isQuestion: boolean;
  /** A question put to the other person. */
  isAsking: boolean;
  /** Its start goes on from the sentence before. */
  leansBack: boolean;
}

/** Reads all sentences of an episode. */
export function* read(text: EpisodeText, lexicon: Lexicon): Steps<Reading[]> {
  let voice = 0;
  let turn = 0;
  return yield* mapped(text.sentences, (sentence) => {
    for (;;) {
      const current = text.turns[turn];
      const next = text.turns[turn + 1];
      if (current === undefined || next === undefined || sentence.wordFrom < current.wordTo) break;
      if (!sameSpeaker(current, next)) voice++;
      turn++;
    }
    const words = joinWords(text.words, sentence.wordFrom, sentence.wordTo);
    const folded = plain(words);
    const isQuestion = /[?？؟]["”'’»)」』]*$/u.test(folded);
    return {
      sentence,
      text: words,
      plain: folded,
      length: load(text.words, sentence.wordFrom, sentence.wordTo),
      terms: termsOf(words, lexicon),
      voice,
      isQuestion,
      isAsking: isQuestion && has(folded, lexicon.asking),
      leansBack: leansBack(folded, lexicon),
    };
  });
}
