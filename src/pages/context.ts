import type { Span } from '../quote/model.ts';
import { sentenceAt } from '../quote/text.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { joinWords } from '../transcript/words.ts';

/** A stretch of the transcript. `quoted` is what the quote says, the rest stands around it or was left out. */
export interface Part {
  text: string;
  quoted: boolean;
}

/** Sentences shown before and after. */
const AROUND = 3;

/** The quoted words among the sentences around them, as the transcript has them; joined, the parts are its own text. */
export function contextParts(text: EpisodeText, spans: readonly Span[]): Part[] {
  const { words, sentences } = text;
  const first = sentenceAt(sentences, spans[0]?.wordFrom ?? 0)?.index ?? 0;
  const last = sentenceAt(sentences, (spans.at(-1)?.wordTo ?? 1) - 1)?.index ?? 0;
  const end = sentences[Math.min(last + AROUND, sentences.length - 1)]?.wordTo ?? words.length;
  const parts: Part[] = [];
  let at = sentences[Math.max(first - AROUND, 0)]?.wordFrom ?? 0;

  const add = (to: number, quoted: boolean): void => {
    if (to <= at) return;
    const isGlued = parts.length === 0 || words[at]?.glued === true;
    const joined = joinWords(words, at, to);
    // White space belongs to what is not quoted, so that no highlight begins or ends with it.
    if (!isGlued) {
      const before = parts.at(-1);
      if (quoted && before !== undefined) before.text += ' ';
    }
    parts.push({ text: !isGlued && !quoted ? ` ${joined}` : joined, quoted });
    at = to;
  };

  for (const { wordFrom, wordTo } of spans) {
    add(wordFrom, false);
    add(wordTo, true);
  }
  add(end, false);
  return parts;
}
