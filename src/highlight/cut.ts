import type { Span } from '../quote/model.ts';
import { sentenceAt } from '../quote/text.ts';
import type { EpisodeText, Sentence } from '../transcript/model.ts';
import { joinWords } from '../transcript/words.ts';

/** The sentences a cut lies in, and what it leaves out of them. */
export interface Cut {
  first: Sentence;
  last: Sentence;
  /** The words left out at the start, between spans and at the end, as the source writes them. */
  left: string[];
}

/** A quotation opened longer ago than so many sentences was more likely never closed. */
const QUOTED = 6;
const OPENING = /[“„«「『]/u;
const CLOSING = /[”»」』]/u;

/** The words of a range as the source writes them. */
export const wordsOf = (text: EpisodeText, { wordFrom, wordTo }: Span): string =>
  joinWords(text.words, wordFrom, wordTo);

/** True where a sentence asks. */
export const isQuestion = (sentence: string): boolean => /[?？؟]["”'’»)」』]*$/u.test(sentence);

/** The cut that `spans` make, `null` where they hold no word. */
export function cutOf(text: EpisodeText, spans: readonly Span[]): Cut | null {
  const wordFrom = spans[0]?.wordFrom ?? 0;
  const wordTo = spans.at(-1)?.wordTo ?? 0;
  const first = sentenceAt(text.sentences, wordFrom);
  const last = sentenceAt(text.sentences, wordTo - 1);
  if (wordTo <= wordFrom || first === undefined || last === undefined) return null;
  const left: string[] = [];
  let end = first.wordFrom;
  for (const span of [...spans, { wordFrom: last.wordTo, wordTo: last.wordTo }]) {
    if (end < span.wordFrom) left.push(wordsOf(text, { wordFrom: end, wordTo: span.wordFrom }));
    end = span.wordTo;
  }
  return { first, last, left };
}

/** The sentence before `first` that opens a quotation which is still open where `first` begins, if there is one. */
export function openQuotation(text: EpisodeText, first: Sentence): Sentence | null {
  let open: Sentence | null = null;
  for (const sentence of text.sentences.slice(Math.max(first.index - QUOTED, 0), first.index)) {
    for (const { 0: mark, index, input } of wordsOf(text, sentence).matchAll(/["“„«「『”»」』]/gu)) {
      // A straight mark opens before a word and closes after one.
      const isStraight = mark === '"';
      const isOpening = isStraight ? /^\p{L}|^\p{N}/u.test(input.slice(index + 1)) : OPENING.test(mark);
      if (isOpening && !(isStraight && /\S/u.test(input.charAt(index - 1)))) open = sentence;
      else if (isStraight || CLOSING.test(mark)) open = null;
    }
  }
  return open;
}
