import { spoken } from './spoken.ts';
import type { Word } from '../transcript/model.ts';
import { tokensOf, type Token } from '../transcript/tokens.ts';
import { splitWords } from '../transcript/words.ts';

/** Words somebody posted, ready to be compared. */
export interface Posted {
  words: Pick<Word, 'text' | 'glued'>[];
  tokens: Token[];
  /** Indices of tokens before which the writer marked that something is left out. */
  marked: ReadonlySet<number>;
}

const ELLIPSIS = /^[[(]?(?:…|\.{3,}|\. \. \.)[\])]?$/u;
const ENDS_ELLIPTIC = /(?:…|\.\.\.)["”’)\]]*$/u;
const STARTS_ELLIPTIC = /^["“‘([]*(?:…|\.{3,})/u;

/** Reads posted words; marks of omission (`…`, `[…]`, `...`) are kept apart from the words. */
export function readPosted(written: string): Posted {
  const pieces = splitWords(written);
  const words = pieces.filter(({ text }) => !ELLIPSIS.test(text));
  const marked = new Set<number>();
  const tokens = spoken(tokensOf(words));
  const firstToken = new Map<number, number>();
  for (const [i, { word }] of tokens.entries()) if (!firstToken.has(word)) firstToken.set(word, i);
  let at = 0;
  let open = false;
  for (const { text } of pieces) {
    if (ELLIPSIS.test(text)) {
      open = true;
      continue;
    }
    const token = firstToken.get(at);
    if ((open || STARTS_ELLIPTIC.test(text)) && token !== undefined) marked.add(token);
    open = ENDS_ELLIPTIC.test(text) || (open && token === undefined);
    at++;
  }
  return { words, tokens, marked };
}
