/**
 * Sounds of hesitation by language, as transcripts write them. Only what is no word of its language: `um` is one in
 * Portuguese, `er` in German.
 */
const FILLERS: Readonly<Record<string, RegExp>> = {
  de: /^(?:äh+m*|öh+m*)$/u,
  en: /^(?:u+h+m*|u+m+|e+r+m+)$/u,
  fr: /^(?:euh+|heu+)$/u,
  nl: /^(?:u+h+m*|e+h+m+)$/u,
};

/** True for a sound of hesitation in a language (BCP 47), whatever marks stand beside it. */
export function isFiller(word: string, language: string): boolean {
  const letters = word.replace(/^\P{L}+|(?<=\p{L})\P{L}+$/gu, '').toLowerCase();
  return FILLERS[language.split('-', 1)[0] ?? '']?.test(letters) ?? false;
}
