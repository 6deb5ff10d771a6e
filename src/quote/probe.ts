import { isUnspaced } from '../transcript/words.ts';
import { joinWords } from '../transcript/words.ts';
import type { Posted } from './posted.ts';

/** Words of a phrase asked for; characters in scripts written without spaces. */
const PHRASE = 4;
const UNSPACED_PHRASE = 8;
/** Phrases asked for at once. */
const PHRASES = 6;
/** A letter more than this says no more about how rare a word is. */
const LONG = 9;

/**
 * What to ask a search for, most telling first; a later round only where the one before finds nothing. First phrases
 * of four words, the ones with the longest words, apart from one another: a changed word spoils one, not all. Then pairs of long
 * words in any place of a sentence, then single ones.
 */
export function queriesOf({ words, tokens, marked }: Posted): string[][] {
  const texts = words.map(({ text }) => text.replace(/["“”„«»]/gu, ''));
  const breaks = new Set([...marked].map((token) => tokens[token]?.word ?? -1));
  const size = texts.some(isUnspaced) ? UNSPACED_PHRASE : PHRASE;
  const phrases = chosen(texts, breaks, Math.min(size, texts.length)).map(
    ([from, to]) =>
      `"${joinWords(
        words.map((word, i) => ({ ...word, text: texts[i] ?? '' })),
        from,
        to,
      )}"`,
  );
  const long = [...new Set(texts.map(bare))]
    .filter((text) => text !== '')
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 4);
  const pairs = long.flatMap((a, i) => long.slice(i + 1).map((b) => `"${a}" "${b}"`));
  return [[...new Set(phrases)], pairs, long.map((word) => `"${word}"`)].filter((round) => round.length > 0);
}

const bare = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/gu, '');

/** Word ranges of `size` that overlap no other and no mark of omission, those with the longest words first. */
function chosen(
  texts: readonly string[],
  breaks: ReadonlySet<number>,
  size: number,
): [from: number, to: number][] {
  const lengths = texts.map((text) => Math.min(bare(text).length, LONG) ** 2);
  const starts = texts
    .map((_, from) => from)
    .filter((from) => from + size <= texts.length && ![...breaks].some((at) => at > from && at < from + size))
    .map((from) => ({
      from,
      weight: lengths.slice(from, from + size).reduce((sum, length) => sum + length, 0),
    }))
    .toSorted((a, b) => b.weight - a.weight || a.from - b.from);
  const taken: [number, number][] = [];
  for (const { from } of starts) {
    if (taken.some(([start, end]) => from < end && start < from + size)) continue;
    taken.push([from, from + size]);
    if (taken.length === PHRASES) break;
  }
  return taken;
}
