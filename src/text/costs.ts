/** What makes a line's end good or bad, as costs for `balance`: 0.01 is as bad as a line a tenth too short. */
import type { LineCosts, LineWidths } from './fit.ts';
import type { Paragraph } from './paragraph.ts';
import { scriptOf } from './unicode/properties.ts';

/** Words that lean on the next one. A line ends after them only where nothing better is found. */
const leaning: Readonly<Record<string, string>> = {
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
  Object.entries(leaning).map(([language, words]) => [language, new Set(words.split(' '))]),
);

const sentenceEnd = /[.!?…。！？][”’»“」』)]*$/;
const clauseEnd = /[,;:—–、，；：]$/;

const isHan = (script: string): boolean => script === 'Hani' || script === 'Kana' || script === 'Latn';

/**
 * Japanese has no spaces, but its phrases mostly end in hiragana and begin in another script: a line may end there, or
 * after punctuation, without tearing a phrase.
 */
function japaneseCost(text: string, at: number): number {
  const before = text.charAt(at - 1);
  if (/[、。！？」』）…]/.test(before)) return 0;
  const left = scriptOf(text.charCodeAt(at - 1));
  const right = scriptOf(text.charCodeAt(at));
  if (/[「『（]/.test(text.charAt(at))) return 0.01;
  if (left === 'Hira' && isHan(right)) return 0.01;
  // Inside a word: after a small tsu, between the kanji of a compound, between katakana.
  return /[っッ]/.test(before) || left === right ? 0.16 : 0.1;
}

/** Costs for the lines of a paragraph in a language (BCP 47). */
export function lineCosts(paragraph: Paragraph, widths: LineWidths, language: string): LineCosts {
  const { text } = paragraph;
  const primary = language.split('-')[0] ?? '';
  const words = leaningSets.get(primary);
  const ends = widths.segments.map((segment) => {
    const shown = text.slice(segment.from, segment.to);
    if (sentenceEnd.test(shown)) return -0.004;
    if (clauseEnd.test(shown)) return -0.002;
    if (primary === 'ja' && segment.trail === 0) return japaneseCost(text, segment.to);
    return words?.has((shown.split(' ').at(-1) ?? '').toLowerCase()) ? 0.03 : 0;
  });
  return {
    end: (to) => ends[to - 1] ?? 0,
    last: (from, width) => {
      const alone = from === widths.segments.length - 1 && from > 0;
      return (alone && width < 0.5 ? 0.3 : 0) + (width < 0.25 ? 0.3 : width < 0.4 ? 0.05 : 0);
    },
  };
}
