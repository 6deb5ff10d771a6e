import { isUnspaced } from '../transcript/words.ts';
import { plain, type Lexicon } from './lexicon/model.ts';

const RUN = /[\p{L}\p{M}\p{N}]+(?:['.][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * The terms of a text that carry its subject: folded, without stop words, stemmed. In scripts written without spaces,
 * pairs of neighbouring characters.
 */
export function termsOf(text: string, lexicon: Lexicon): string[] {
  const terms: string[] = [];
  const folded = plain(text.normalize('NFKC'));
  for (const [run] of folded.matchAll(RUN)) {
    if (isUnspaced(run)) {
      const characters = Array.from(run);
      for (let i = 0; i + 1 < characters.length; i++) terms.push(`${characters[i]}${characters[i + 1]}`);
    } else if (!lexicon.stop.has(run)) {
      const bare = run.replaceAll("'", '');
      if (bare.length > 1 || /\p{N}/u.test(bare)) terms.push(lexicon.stem(run.replace(/'s$/u, '')));
    }
  }
  return terms;
}
