/** What makes a line's end good or bad, as costs for `balance`: 0.01 is as bad as a line a tenth too short. */
import type { LineCosts, LineWidths } from './fit.ts';
import type { Paragraph } from './paragraph.ts';
import { scriptOf } from './unicode/properties.ts';

/** Words that lean on the next one. A line ends after them only where nothing better is found. */
const leaningWords: Readonly<Record<string, string>> = {
  en: 'a an the of to in on at by for with from and or but if as is I my your his her our their its no not',
  fr: 'à a de du des le la les un une et ou en au aux que qui ne y par pour dans sur je tu il',
  de: 'der die das den dem des ein eine einen einem und oder zu in im am an auf von mit für ich nicht so',
  es: 'a de del el la los las un una y o e u en al que con por para se no su lo',
  pt: 'a o as os de do da dos das um uma e ou em no na que com por para se não ao à',
  it: 'a di da in con su per tra fra il lo la i gli le un una e o che non si al del della',
  nl: 'de het een en of van in op te aan met voor ik niet',
  ru: 'в во и на с со к ко о об от до за из не но по у а я',
};
const leaningSets = new Map(
  Object.entries(leaningWords).map(([language, words]) => [language, new Set(words.split(' '))]),
);

const sentenceEnd = /[.!?…。！？][”’»“」』)]*$/;
const clauseEnd = /[,;:—–、，；：]$/;

/** What a kana at a phrase's end says about a break after it, where kana go on: `を` ends one always. */
const particles: Readonly<Record<string, number>> = {
  を: 0.01,
  は: 0.05,
  が: 0.05,
  も: 0.07,
  の: 0.07,
  で: 0.08,
  に: 0.08,
  と: 0.08,
};

/** What it costs to tear a word. */
const torn = 0.4;

/**
 * Japanese has no spaces, but its phrases mostly end in hiragana and begin in another script: a line may end there, or
 * after punctuation, without tearing a phrase. What leans on the word before (particles, endings) begins no line.
 */
function japaneseCost(text: string, at: number): number {
  const before = text.charAt(at - 1);
  if (/[、。！？」』）…]/.test(before)) return 0;
  const left = scriptOf(text.charCodeAt(at - 1));
  const right = scriptOf(text.charCodeAt(at));
  if (/[「『（]/.test(text.charAt(at))) return 0.01;
  // A number and what it counts: 四十秒, 二か月.
  if (/[一二三四五六七八九十百千万数何]/.test(before) && right === 'Hani') return torn;
  if (/[かヵケヶ]/.test(before) && /[\d一二三四五六七八九十百千数何]/.test(text.charAt(at - 2))) return torn;
  if (left === 'Hira' && right === 'Hira') {
    // After a kana it may be part of a word, as in おはよう.
    const isSure = before === 'を' || scriptOf(text.charCodeAt(at - 2)) !== 'Hira';
    // A particle before a comma belongs to what is before it.
    if (/^[はがをもにでとのへよね][、。]/.test(text.slice(at, at + 2))) return torn;
    return (particles[before] ?? torn - 0.08) + (isSure ? 0 : 0.08);
  }
  if (left === 'Hira') return 0.01;
  // An ending or a particle torn from its word, a compound, a loan word.
  if (right === 'Hira' || (left === 'Kana' && right === 'Kana')) return torn;
  return left === right ? 0.22 : 0.08;
}

/** An unaccented letter: most words of Latin scripts end in one, and then neither a sentence nor a clause does. */
const isLatin = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** What it costs to end a line after a word that leans on the next, the last of those shown. */
function leaning(words: ReadonlySet<string> | undefined, shown: string): number {
  const word = shown.slice(shown.lastIndexOf(' ') + 1);
  return words?.has(word.toLowerCase()) ? (word.length === 1 ? 0.05 : 0.03) : 0;
}

/** Costs for the lines of a paragraph in a language (BCP 47). */
export function lineCosts(paragraph: Paragraph, widths: LineWidths, language: string): LineCosts {
  const { text } = paragraph;
  const primary = language.split('-')[0] ?? '';
  const words = leaningSets.get(primary);
  const ends = widths.segments.map((segment) => {
    const shown = text.slice(segment.from, segment.to);
    if (isLatin(text.charCodeAt(segment.to - 1))) return leaning(words, shown);
    if (sentenceEnd.test(shown)) return -0.004;
    if (clauseEnd.test(shown)) return -0.002;
    if (primary === 'ja' && segment.trail === 0) return japaneseCost(text, segment.to);
    return leaning(words, shown);
  });
  return {
    end: (to) => ends[to - 1] ?? 0,
    last: (from, width) => {
      const alone = from === widths.segments.length - 1 && from > 0;
      return (alone && width < 0.5 ? 0.3 : 0) + (width < 0.25 ? 0.3 : width < 0.4 ? 0.05 : 0);
    },
  };
}
