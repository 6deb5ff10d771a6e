/**
 * What one language needs for picking quotes and checking cuts. Patterns are matched against text in lower case with
 * straight apostrophes (see `plain`).
 */
export interface Lexicon {
  /** Words that carry no subject of their own. */
  stop: ReadonlySet<string>;
  /** First words that point back at something said before. */
  pointing: ReadonlySet<string>;
  /** Anywhere in a sentence: words that say little to who did not hear what was said before. */
  leaning: RegExp;
  /** First words that tie a sentence to the one before. */
  linking: ReadonlySet<string>;
  /** What people say before they start: skipped to find the first word that counts. */
  leadIn: RegExp;
  /** A start that says nothing yet: "um", "yeah", "I mean". */
  stumbling: RegExp;
  /** A start that looks like pointing but is not: "it turns out", "it is hard to". */
  empty: RegExp;
  filler: RegExp;
  /** A start that is given up at once: `they, my daughter`. */
  falseStart: RegExp;
  contrast: RegExp;
  number: RegExp;
  person: RegExp;
  strong: RegExp;
  stance: RegExp;
  /** Talk about the conversation itself. */
  chatter: RegExp;
  sponsor: RegExp;
  /** A question put to the other person. */
  asking: RegExp;
  negation: RegExp;
  condition: RegExp;
  /** Somebody else's view: "they say", "critics argue". */
  attribution: RegExp;
  /** A start that answers a question: "yes", "probably not". */
  answer: RegExp;
  /** A start that turns against what was said before. */
  turning: RegExp;
  /** A start that takes back what was said before. */
  denial: RegExp;
  /** Says that there are two sides: "but", "not only". */
  sides: RegExp;
  /** A start that tells a view of others, which the next sentence may go on with. */
  reporting: RegExp;
  /** A start that only supposes: "imagine", "let's say". */
  supposing: RegExp;
  /** A start that holds only under what was said before: "then", "in that case". */
  following: RegExp;
  /** One of those that may also only say what came next: "then". */
  sequel: RegExp;
  /** A start that limits what was said before: "unless". */
  limiting: RegExp;
  /** Removes endings, so that forms of a word meet. */
  stem: (word: string) => string;
}

/** A sentence is hardly ever longer, in characters: patterns need not look further. */
const MOST = 2000;

/** The beginning of a text in lower case, apostrophes straight, spaces single. */
export function plain(text: string): string {
  return text.slice(0, MOST).toLowerCase().replace(/[’ʼ]/gu, "'").replace(/\s+/gu, ' ').trim();
}

/** Matches any of `alternatives` as whole words, anywhere. */
export function anywhere(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Matches any of `alternatives` as whole words at the start, quotation marks skipped. */
export function atStart(alternatives: string): RegExp {
  return new RegExp(`^["“”„«‘'([]*(?:${alternatives})(?![\\p{L}\\p{N}])`, 'u');
}

/** How often `pattern` (a global one) stands in `text`. */
export const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** True where `pattern` stands in `text`; a global pattern keeps no state. */
export const has = (text: string, pattern: RegExp): boolean => text.search(pattern) !== -1;

/** Matches nothing. */
export const NEVER = /(?!)/gu;

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));
