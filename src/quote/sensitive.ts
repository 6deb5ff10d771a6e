import type { EpisodeText } from '../transcript/model.ts';
import { sentenceAt } from './text.ts';
import { tokensOf, type Token } from '../transcript/tokens.ts';
import { normalizeCharacters } from './id.ts';
import { NEGATED_FORMS, SENSITIVE_WORDS } from './sensitive-words.ts';

/** Prefixes that turn a word around: `possible`, `impossible`. */
const PREFIXES = ['un', 'in', 'im', 'ir', 'il', 'dis', 'non', 'ne', 'nie', 'не', 'ни'];
/** A numeral of any script, and the Chinese ones. */
const NUMERAL = /\p{N}|^[〇零一二三四五六七八九十百千万萬億亿兆两兩半壱弐参]$/u;
/** Chinese and Japanese characters that negate by themselves. */
const NEGATING = /^[不没沒無无未非否勿莫别別毋ぬ]$/u;
/** Negations of several clusters, with the cluster in question between `<` and `>`. */
const NEGATING_SERIES =
  /な?<[なま]>[いくかけしせ]|[なせ]<[いくんか]>|<せ>ん|<ず>[にと、。]?|ไ<ม่>|<ไ>ม่|<ບໍ່>|<ມິ>|<មិ>ន|<គ្មា>|<မ>/u;
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
const HAN = /^\p{Script=Han}$/u;
const HONORIFIC = /^(?:さん|氏|様|君|殿|先生|くん|ちゃん|女士|小姐)/u;
const GERMAN_ARTICLE =
  /^(?:de[rmns]|die|das|[mdsk]?ein(?:e[rmns]?)?|ihr(?:e[rmns]?)?|unser(?:e[rmns]?)?|diese[rmns]?|jede[rmns]?|viele[rn]?|alle[rn]?|im|am|zum|zur|vom|beim|ins|und|pro)$/u;
/** Words that open English sentences with a capital and are no names. */
const OPENERS = new Set(
  'i im ive ill id yeah yes yep ok okay oh ah well wow hey hi hello thanks welcome please however although maybe perhaps exactly absolutely actually basically obviously honestly definitely sure alright cool great because why where when while who how what'.split(
    ' ',
  ),
);

/** Tells which tokens of a text must not change without the address changing: negations, numbers and names. */
export type Sensitive = (at: number) => boolean;

function wordSet(language: string | undefined): { words: Set<string>; forms: RegExp[] } {
  const primary = language?.toLowerCase().split('-')[0] ?? '';
  const known = SENSITIVE_WORDS[primary];
  // A language without a list of its own is measured by all of them.
  const lists = known === undefined ? Object.values(SENSITIVE_WORDS) : [known];
  const words = lists.flatMap((list) =>
    `${list.negations} ${list.numbers}`.split(' ').map(normalizeCharacters),
  );
  const form = NEGATED_FORMS[primary];
  return { words: new Set(words), forms: form === undefined ? [] : [form] };
}

/** Tells a token that negates, in a BCP 47 tag's language. */
export function negationsOf(language: string): (key: string) => boolean {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const words = new Set((SENSITIVE_WORDS[primary]?.negations ?? '').split(' ').map(normalizeCharacters));
  const form = NEGATED_FORMS[primary];
  return (key) => words.has(key) || form?.test(key) === true || NEGATING.test(key);
}

function opensSentence(text: EpisodeText, word: number): boolean {
  return sentenceAt(text.sentences, word)?.wordFrom === word;
}

function gather(text: EpisodeText, tokens: readonly Token[], lexicon: Lexicon): void {
  let previous = '';
  for (const { key, word } of tokens) {
    const capital = /\p{Lu}/u.test(text.words[word]?.text ?? '');
    if (!capital || (lexicon.german && GERMAN_ARTICLE.test(previous))) lexicon.common.add(key);
    else if (!opensSentence(text, word)) lexicon.proper.add(key);
    previous = key;
  }
}

/** What `sensitiveIn` needs to know of both revisions. */
export interface Lexicon {
  /** Words that negate or count. */
  words: Set<string>;
  forms: RegExp[];
  /** Seen in lower case somewhere, and German nouns: a capital at a sentence's start says nothing of them. */
  common: Set<string>;
  /** Seen with a capital inside a sentence. */
  proper: Set<string>;
  /** Names of speakers, from their labels. */
  labels: Set<string>;
  german: boolean;
  /** False where the text writes (nearly) everything in capitals, or nothing. */
  cased: boolean;
}

/** Gathers from both revisions which words are common and which are names. */
export function lexiconOf(
  revisions: readonly { text: EpisodeText; tokens: readonly Token[] }[],
  language: string | undefined,
): Lexicon {
  const lexicon: Lexicon = {
    ...wordSet(language),
    common: new Set(),
    proper: new Set(),
    labels: new Set(),
    german: /^(?:de|lb|gsw)\b/iu.test(language ?? ''),
    cased: false,
  };
  let capitals = 0;
  let small = 0;
  const labels = new Set<string>();
  for (const { text, tokens } of revisions) {
    gather(text, tokens, lexicon);
    for (const { text: word } of text.words) {
      if (/\p{Lu}/u.test(word)) capitals++;
      if (/\p{Ll}/u.test(word)) small++;
    }
    for (const { label } of text.turns) if (label !== null) labels.add(label);
  }
  lexicon.cased = capitals < small;
  const parts = [...labels].flatMap((label) => label.split(/\s+/u)).map((text) => ({ text }));
  for (const { key } of tokensOf(parts))
    if (key.length > 1 && !lexicon.common.has(key)) lexicon.labels.add(key);
  return lexicon;
}

/**
 * The sensitive tokens of one revision. At the start of a sentence a capital may be a name or not: among words that were
 * `lost` it counts as one unless the word is common, among words that came in only if it is one elsewhere.
 */
export function sensitiveIn(
  text: EpisodeText,
  tokens: readonly Token[],
  lexicon: Lexicon,
  role: 'lost' | 'added',
): Sensitive {
  const keyAt = (at: number): string => tokens[at]?.key ?? '';
  const isName = (at: number, key: string): boolean => {
    const word = tokens[at]?.word ?? 0;
    if (KATAKANA.test(key)) return true;
    if (HAN.test(key)) {
      for (let n = 1; n <= 3; n++) {
        if (HONORIFIC.test(keyAt(at + n) + keyAt(at + n + 1) + keyAt(at + n + 2))) return true;
        if (!HAN.test(keyAt(at + n))) return false;
      }
      return false;
    }
    if (!lexicon.cased || !/\p{Lu}/u.test(text.words[word]?.text ?? '') || OPENERS.has(key)) return false;
    if (!opensSentence(text, word)) return !lexicon.german || !lexicon.common.has(key);
    return !lexicon.common.has(key) && (role === 'lost' || lexicon.proper.has(key));
  };
  return (at) => {
    const key = keyAt(at);
    return (
      NUMERAL.test(key) ||
      lexicon.words.has(key) ||
      lexicon.labels.has(key) ||
      lexicon.forms.some((form) => form.test(key)) ||
      NEGATING.test(key) ||
      NEGATING_SERIES.test(`${keyAt(at - 1)}<${key}>${keyAt(at + 1)}`) ||
      isName(at, key)
    );
  };
}

/** True where one of the words was turned around by a prefix: `possible` became `impossible`. */
export function turnsAround(lost: readonly string[], added: readonly string[]): boolean {
  return PREFIXES.some((prefix) => {
    const pair = (a: string, b: string): boolean => a.length > 2 && b === prefix + a;
    return lost.some((l) => added.some((a) => pair(l, a) || pair(a, l)));
  });
}
