/** A guess at the language of words, for sources that state none. Good enough to cut sentences by; a person may always say. */
import { LANGUAGE_OF_SCRIPT } from '../transcript/scripts.ts';

/** How much of a text is looked at, in characters. */
const SAMPLE = 20_000;

/** Letters by which a language is told, those of one language of a script before the script's own. */
const LETTERS: readonly (readonly [letters: RegExp, language: string])[] = [
  [/[іїєґІЇЄҐ]/gu, 'uk'],
  [/[پچژگ]/gu, 'fa'],
  ...LANGUAGE_OF_SCRIPT.map(([, letters, language]) => [letters, language] as const),
];

/** Letters that mark a language (kana among Han, `і` among Cyrillic) need only be this share of all. */
const SHARE = 0.02;
const MARKERS = new Set(['ja', 'uk', 'fa']);

/** Short words that are frequent in one of these languages and rare in the others. */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the and of to is that it was you this with for have they what but not are we he',
  de: 'der die das und ist nicht ich wir sie es ein eine mit auf auch aber dass wie haben war',
  fr: 'le les des et est que vous nous une pas dans pour qui sur mais avec ce il je elle',
  es: 'el los las y es que en una por con para pero como muy lo su yo más porque este',
  pt: 'o os as e é que em uma não por com para mas como muito ele você mais isso eu',
  it: 'il gli e è che di una non per con ma come molto lo sono io più questo della anche',
  nl: 'de het een en is niet dat ik wij we van op ook maar met voor hebben zijn was er',
  sv: 'och det att jag inte en är som på för men vi av till har den med var om de',
  pl: 'i nie to jest się że na w z do co jak ale tak dla był czy już tylko po',
  tr: 've bir bu da de için çok ne ama değil gibi ben o var daha mi ki kadar sonra her',
};

/** BCP 47 tag of the likely language of `text`; `en` where nothing tells. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [pattern, language] of LETTERS) {
    const share = (sample.match(pattern)?.length ?? 0) / Math.max(letters, 1);
    if (share > (MARKERS.has(language) ? SHARE : 0.5)) return language;
  }
  return commonest(sample.toLowerCase().match(/\p{L}+/gu) ?? []);
}

function commonest(words: readonly string[]): string {
  let best = 'en';
  let most = 0;
  for (const [language, list] of Object.entries(COMMON)) {
    const common = new Set(list.split(' '));
    const count = words.filter((word) => common.has(word)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
