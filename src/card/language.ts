import type { Direction } from '../layer/model.ts';
import { Cache } from '../text/cache.ts';
import { LANGUAGE_OF_SCRIPT } from '../transcript/scripts.ts';

const SCRIPTS_OF_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Jpan', 'Hani'],
  Kore: ['Kore', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
};

/** What a letter of any script that tells a language has in a text: a character past Latin, its marks and punctuation. */
const BEYOND_LATIN = /[^\0-\u036F\u2000-\u206F]/;

/**
 * The language of a quote's words: the episode's, unless most of its letters are of a script the episode's language
 * is not written in. A Japanese sentence in an English episode is Japanese.
 */
export function wordsLanguage(text: string, episodeLanguage: string): string {
  if (!BEYOND_LATIN.test(text)) return episodeLanguage;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = new Intl.Locale(episodeLanguage).maximize().script ?? 'Latn';
  const own = SCRIPTS_OF_LANGUAGE[script] ?? [script];
  const counts = LANGUAGE_OF_SCRIPT.map(([name, pattern, language]) => ({
    name,
    language,
    count: text.match(pattern)?.length ?? 0,
  }));
  const ownCount = counts.filter(({ name }) => own.includes(name)).reduce((sum, { count }) => sum + count, 0);
  const foreign = counts.filter(({ name, count }) => !own.includes(name) && count > 0);
  const foreignCount = foreign.reduce((sum, { count }) => sum + count, 0);
  if (foreignCount <= letters / 2 || foreignCount <= ownCount) return episodeLanguage;
  // Kana first, however many letters are Han.
  return foreign[0]?.language ?? episodeLanguage;
}

const RTL_SCRIPTS: ReadonlySet<string> = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Mand',
  'Samr',
]);

const directions = new Cache<string, Direction>(64);

/** The direction a language is written in, by its likely script (BCP 47, CLDR likely subtags). */
export function directionOf(language: string): Direction {
  return directions.getOr(language, () => {
    const script = new Intl.Locale(language).maximize().script;
    return script !== undefined && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  });
}
