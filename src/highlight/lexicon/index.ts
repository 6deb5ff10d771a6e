import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { NEVER, type Lexicon } from './model.ts';

const LEXICONS: Readonly<Record<string, Lexicon>> = { de, en, es, fr };

/** For languages without a list of their own: only what needs no words, which is numbers and length. */
const NEUTRAL: Lexicon = {
  stop: new Set(),
  pointing: new Set(),
  leaning: NEVER,
  linking: new Set(),
  leadIn: NEVER,
  stumbling: NEVER,
  empty: NEVER,
  filler: NEVER,
  falseStart: NEVER,
  contrast: NEVER,
  number: /\p{N}+/gu,
  person: NEVER,
  strong: NEVER,
  stance: NEVER,
  chatter: NEVER,
  sponsor: NEVER,
  asking: /[?？؟]/gu,
  negation: NEVER,
  condition: NEVER,
  attribution: NEVER,
  answer: NEVER,
  turning: NEVER,
  denial: NEVER,
  sides: NEVER,
  reporting: NEVER,
  supposing: NEVER,
  following: NEVER,
  sequel: NEVER,
  limiting: NEVER,
  stem: (word) => word,
};

/** The lexicon of a BCP 47 tag's language, or a neutral one. */
export function lexiconOf(language: string): Lexicon {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(LEXICONS, primary) ? (LEXICONS[primary] ?? NEUTRAL) : NEUTRAL;
}
