import type { EpisodeText, Sentence } from '../transcript/model.ts';
import { closesEastAsian, joinWords, opensEastAsian } from '../transcript/words.ts';
import { normalizeCharacters } from './id.ts';
import type { Span } from './model.ts';

/** What stands where words are left out. */
export const LEFT_OUT = '[…]';
const CLAUSE_MARK = /[,;:—–、，；：،-]["'”’»)\]」』]*$/u;

/** The sentence that holds word `at`. */
export function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.wordFrom ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}

/** True where a sentence of the speaker goes on over the border between two words; a run-on's part that ends on a comma does. */
export function isInside(text: EpisodeText, at: number): boolean {
  if (at <= 0 || at >= text.words.length) return false;
  const sentence = sentenceAt(text.sentences, at);
  if (sentence === undefined) return false;
  if (sentence.wordFrom !== at) return true;
  const before = text.sentences[sentence.index - 1];
  return (
    before !== undefined &&
    before.flags.includes('run-on') &&
    sentence.flags.includes('run-on') &&
    CLAUSE_MARK.test(text.words[at - 1]?.text ?? '')
  );
}

/** French sets a space before its high marks and inside its quotes; no line may break there. */
function keepMarks(text: string): string {
  return text.replace(/ (?=[!?:;»%€]+(?:\s|$))/gu, '\u00a0').replace(/(^|\s)« /gu, '$1«\u00a0');
}

/**
 * The words of the spans as the source writes them. What is left out prints as `[…]`: gaps between spans, and what stands
 * before or after within the same sentence. White space is tidied, nothing else changes.
 */
export function quoteText(text: EpisodeText, spans: readonly Span[]): string {
  let out = '';
  let end = -1;
  for (const { wordFrom, wordTo } of spans) {
    const words = joinWords(text.words, wordFrom, wordTo);
    const gap = end < 0 ? isInside(text, wordFrom) : true;
    if (gap) out += `${out === '' || closesEastAsian(out) ? '' : ' '}${LEFT_OUT}`;
    out += gap && !opensEastAsian(words) ? ` ${words}` : words;
    end = wordTo;
  }
  if (end >= 0 && isInside(text, end)) out += closesEastAsian(out) ? LEFT_OUT : ` ${LEFT_OUT}`;
  return keepMarks(out);
}

/** What of a quote counts for its identity: the normalised characters of its words, its gaps marked. */
export function normalizeSpans(text: EpisodeText, spans: readonly Span[]): string {
  return spans
    .map((span) => normalizeCharacters(joinWords(text.words, span.wordFrom, span.wordTo)))
    .join('|');
}

/** Spans in the order of the episode; those that touch or overlap become one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.wordFrom - b.wordFrom || a.wordTo - b.wordTo)) {
    const last = merged.at(-1);
    if (last !== undefined && span.wordFrom <= last.wordTo) last.wordTo = Math.max(last.wordTo, span.wordTo);
    else merged.push({ ...span });
  }
  return merged;
}
