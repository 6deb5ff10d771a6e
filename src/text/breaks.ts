/** Where a line may end in a language: UAX #14, and what good composition in that language adds to it. */
import { graphemeBounds } from './graphemes.ts';
import { lineBreaks, mayBreak, noBreak } from './linebreak.ts';
import { lineBreakClass, lineBreakId, scriptOf } from './unicode/properties.ts';

const open = lineBreakId('OP');
const close = lineBreakId('CL');
const letter = lineBreakId('AL');
const syllables = new Set([lineBreakId('H2'), lineBreakId('H3')]);
const complex = lineBreakId('SA');

/** Chinese and Japanese: curly quotation marks are brackets, not marks that stick to both sides. */
function eastAsianClass(code: number): number {
  if (code === 0x201c || code === 0x2018) return open;
  if (code === 0x201d || code === 0x2019) return close;
  return lineBreakClass(code);
}

/** Korean: lines end between words, not between syllables. */
function koreanClass(code: number): number {
  const kind = lineBreakClass(code);
  return syllables.has(kind) ? letter : kind;
}

function classFor(language: string): (code: number) => number {
  const primary = language.split('-')[0];
  if (primary === 'zh' || primary === 'ja' || primary === 'yue') return eastAsianClass;
  return primary === 'ko' ? koreanClass : lineBreakClass;
}

const units =
  '%|‰|°|€|\\$|£|¥|₽|₴|zł|Kč|kr|km|cm|mm|m|kg|g|mg|l|ml|h|min|s|ms|Hz|kHz|MHz|GHz|kB|MB|GB|TB|W|kW|V|°C|°F|am|pm|a\\.m\\.|p\\.m\\.';

/** Spaces at numbers at which no line ends: a number and its unit, groups of digits, a number's sign word. */
const gluedNumbers: readonly RegExp[] = [
  new RegExp(`\\d (?=(?:${units})(?![\\p{L}\\p{N}]))`, 'gu'),
  /\d (?=\d{3}(?!\d))/gu,
  /(?<![\p{L}\p{N}])(?:№|§|nos?\.|nr\.|pp?\.|vol\.|fig\.|art\.) (?=\d)/giu,
];

/** Others, in any language. Each match ends with the space. */
const glued: readonly RegExp[] = [
  // Initials with what follows them, titles with their name. What comes before is looked at after a capital: there are few.
  /\p{Lu}(?<=(?<![\p{L}\p{N}.])(?:\p{Lu}\. ?)*\p{Lu})\. (?=\p{Lu})/gu,
  /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|St|Mme|Mlle|Sr|Sra|Hr)\.? (?=\p{Lu})/gu,
  // A dash between spaces stays with the word before it; a guillemet with what it encloses.
  / (?=[–—] )/gu,
  /« | (?=»)/gu,
];

/** Languages in which a preposition or conjunction of one letter does not end a line. */
const letterWords = /(?<![\p{L}\p{N}’'])\p{L} (?=[\p{L}\p{N}«„“(])/gu;
const lettersMind = new Set(['cs', 'sk', 'pl', 'ru', 'uk', 'be', 'bg']);

/** Takes away the opportunity after every match. `matchAll` would make a copy of the pattern first. */
function glue(text: string, breaks: Uint8Array, pattern: RegExp): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const spaces = match[0];
    for (let i = 0; i < spaces.length; i++) {
      const after = match.index + i + 1;
      if (spaces.charAt(i) === ' ' && breaks[after] === mayBreak) breaks[after] = noBreak;
    }
  }
}

/** The first letter of a script that puts no spaces between words. */
const KO_KAI = 0xe01;
/** A sign after which the next letter is stacked (Khmer, Myanmar). */
const stacking = /[\u1039\u17d2]$/;
/** Signs of repetition, marks (Myanmar has some that begin a cluster), and a letter that ends a syllable of Myanmar. */
const belongsBefore = /^(?:[ๆฯໆຯ]|\p{M}|[\u1000-\u1021](?:\u1039|\u1037?\u103a))/u;

/**
 * Breaks inside runs of scripts that put no spaces between words: Thai and Lao by ICU's dictionary (the same in Node
 * and workerd), Khmer and Myanmar, whose dictionaries differ there, between clusters and syllables.
 */
function breakRuns(text: string, breaks: Uint8Array): void {
  for (let at = 0; at < text.length;) {
    if (text.charCodeAt(at) < KO_KAI || lineBreakClass(text.codePointAt(at) ?? 0) !== complex) {
      at++;
      continue;
    }
    const script = scriptOf(text.codePointAt(at) ?? 0);
    let end = at;
    while (end < text.length && scriptOf(text.codePointAt(end) ?? 0) === script) end++;
    const run = text.slice(at, end);
    const dictionary = script === 'Thai' || script === 'Laoo';
    const starts = dictionary
      ? Array.from(new Intl.Segmenter('th', { granularity: 'word' }).segment(run), (word) => word.index)
      : graphemeBounds(run);
    // A sign of repetition and what has no letter of its own stay with the word before.
    for (const start of starts) {
      const [before, after] = [run.slice(0, start), run.slice(start)];
      const torn = stacking.test(before) || belongsBefore.test(after);
      if (before !== '' && after !== '' && !torn) breaks[at + start] = mayBreak;
    }
    at = end;
  }
}

/** A long dash stays with what it touches: with the word before it, or where a space comes before it, with the next. */
function glueDashes(text: string, breaks: Uint8Array): void {
  for (let at = text.indexOf('—'); at >= 0; at = text.indexOf('—', at + 1)) {
    const spaceBefore = at === 0 || /\s/.test(text.charAt(at - 1));
    const touched = spaceBefore ? at + 1 : at;
    if (breaks[touched] === mayBreak) breaks[touched] = noBreak;
  }
}

/** Break opportunities by UTF-16 offset, as `lineBreaks` gives them, for a language (BCP 47). */
export function breakOpportunities(text: string, language: string): Uint8Array {
  const breaks = lineBreaks(text, classFor(language));
  // Most texts have no digit, and the patterns of numbers are the slowest.
  if (/\d/.test(text)) for (const pattern of gluedNumbers) glue(text, breaks, pattern);
  for (const pattern of glued) glue(text, breaks, pattern);
  glueDashes(text, breaks);
  if (lettersMind.has(language.split('-')[0] ?? '')) glue(text, breaks, letterWords);
  breakRuns(text, breaks);
  return breaks;
}

/** Adds an opportunity between every two clusters of a stretch that is wider than any line. */
export function breakAnywhere(text: string, breaks: Uint8Array, from: number, to: number): void {
  for (const bound of graphemeBounds(text.slice(from, to))) {
    const at = from + bound;
    if (at > from && at < to && breaks[at] === noBreak && !/^\p{M}/u.test(text.slice(at)))
      breaks[at] = mayBreak;
  }
}
