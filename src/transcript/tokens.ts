import type { Word } from './model.ts';

/** A part of a word that is compared as a whole when two revisions are aligned. */
export interface Token {
  /** What it says, whatever its case and punctuation. */
  key: string;
  /** Index of its word. */
  word: number;
}

const INSIDE = /[\p{L}\p{M}\p{N}'’ʼ.,:%‰°$€£¥+\u2212&@]/u;
const DIGIT = /\p{Nd}/u;
/** Each run of marks is looked through once, from its beginning: from each of its marks on, a long one would take for ever. */
const EDGE = /^[^\p{L}\p{M}\p{N}]+|(?<=[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/gu;
/** Around a number its sign, currency and unit count. */
const NUMBER_EDGE =
  /^[^\p{L}\p{N}$€£¥+\u2212-]+|(?<![^\p{L}\p{M}\p{N}%‰°$€£¥+])[^\p{L}\p{M}\p{N}%‰°$€£¥+]+$/gu;
const CONTRACTED = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
]);

const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ').replaceAll('\u2212', '-');

function keysOf(part: string): string[] {
  if (DIGIT.test(part)) {
    const number = fold(part.replace(NUMBER_EDGE, ''));
    // 10,000 and 10000 are one number, 3.5 and 35 are two.
    return number === '' ? [] : [number.replace(/(\d),(?=\d{3}(?!\d))/gu, '$1').replace(/['’\s]/gu, '')];
  }
  const bare = fold(part.replace(EDGE, ''));
  if (bare === 'cannot') return ['can', 'not'];
  const negated = /^(.+)n['’ʼ]t$/u.exec(bare)?.[1];
  if (negated !== undefined) return [CONTRACTED.get(negated) ?? negated, 'not'];
  const key = bare.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return key === '' ? [] : [key];
}

/** The parts of one word: at dashes, slashes and the like; `10-15` is two, `-5` is one. */
function partsOf(text: string): string[] {
  const sign = /^["'“‘(]*[-\u2212](?=\p{Nd})/u.exec(text)?.[0] ?? '';
  const parts: string[] = [];
  let open = sign === '' ? '' : '\u2212';
  for (const character of text.slice(sign.length)) {
    if (INSIDE.test(character) || character === '\u00a0' || character === '\u202f') open += character;
    else {
      if (open !== '') parts.push(open);
      open = '';
    }
  }
  if (open !== '') parts.push(open);
  return parts;
}

const cache = new Map<string, readonly string[]>();
const CACHE_LIMIT = 20_000;
/** Longer words are rare, and would fill memory. */
const CACHE_LONGEST = 64;

function keysOfWord(text: string): readonly string[] {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const keys = partsOf(text).flatMap(keysOf);
  if (text.length > CACHE_LONGEST) return keys;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, keys);
  return keys;
}

/** The tokens of a stretch of words, in order. Words of punctuation only have none. */
export function tokensOf(words: readonly Pick<Word, 'text'>[]): Token[] {
  const tokens: Token[] = [];
  for (const [word, { text }] of words.entries()) {
    for (const key of keysOfWord(text)) tokens.push({ key, word });
  }
  return tokens;
}
