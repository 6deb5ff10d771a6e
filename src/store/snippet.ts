import { terms } from './terms.ts';

export interface Snippet {
  /** The text with every match between U+0002 and U+0003. */
  snippet: string;
  /** 0 to 1: how much of the text the matches are. */
  share: number;
}

/** True where every phrase stands in `text`. */
export function holds(text: string, wanted: readonly string[][]): boolean {
  const all = terms(text).map(({ term }) => term);
  return wanted.every((phrase) => all.some((_, at) => phrase.every((term, i) => all[at + i] === term)));
}

/** Marks in `text` all places where one of the phrases stands. */
export function snippet(text: string, wanted: readonly string[][]): Snippet {
  const all = terms(text);
  const matched = new Set<number>();
  // Terms of one phrase are joined, so that the mark runs on over what parts them.
  const joined = new Set<number>();
  for (const phrase of wanted) {
    for (let at = 0; at + phrase.length <= all.length; at++) {
      if (!phrase.every((term, i) => all[at + i]?.term === term)) continue;
      for (let i = 0; i < phrase.length; i++) {
        matched.add(at + i);
        if (i > 0) joined.add(at + i);
      }
    }
  }
  let marked = '';
  let done = 0;
  for (const [i, { from, to }] of all.entries()) {
    if (!matched.has(i)) continue;
    const opens = !joined.has(i);
    marked += text.slice(done, from) + (opens ? '\u0002' : '') + text.slice(from, to);
    if (!joined.has(i + 1)) marked += '\u0003';
    done = to;
  }
  return { snippet: marked + text.slice(done), share: all.length === 0 ? 0 : matched.size / all.length };
}
