import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { NEVER, type Lexicon } from './model.ts';

/** Each is made when it is asked for: its patterns take time to compile that most starts can do without. */
const MAKERS: ReadonlyMap<string, () => Lexicon> = new Map([
  ['de', de],
  ['en', en],
  ['es', es],
  ['fr', fr],
]);
const made = new Map<string, Lexicon>();

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
  const lexicon = made.get(primary) ?? MAKERS.get(primary)?.() ?? NEUTRAL;
  if (lexicon !== NEUTRAL) made.set(primary, lexicon);
  return lexicon;
}
