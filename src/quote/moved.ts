import type { Alignment } from '../transcript/align.ts';
import { tokensOf } from '../transcript/tokens.ts';
import { splitWords } from '../transcript/words.ts';
import type { Quote, Span } from './model.ts';
import { sentenceAt } from './text.ts';
import { wordsAround, type Revision } from './trace.ts';

/** Fewer words than this stand in too many places to be known again. */
const KNOWABLE = 4;
/** Share of the words at a place that must be new there, unless it is a whole sentence no other quote has. */
const NEW = 0.8;
const BETWEEN = '\u0001';

/**
 * Finds quotes whose words the alignment does not reach: passages moved elsewhere, or back again after a revision without
 * them. Each place is given once, in the order of `lost`, and only where `isFree`.
 */
export function findMoved(
  lost: readonly Quote[],
  next: Revision,
  alignment: Alignment,
  isFree: (spans: readonly Span[]) => boolean,
): { quote: Quote; spans: Span[] }[] {
  if (lost.length === 0) return [];
  const offsets = new Map<number, number>();
  let joined = BETWEEN;
  for (const [i, { key }] of next.tokens.entries()) {
    offsets.set(joined.length - 1, i);
    joined += key + BETWEEN;
  }
  const found: { quote: Quote; spans: Span[] }[] = [];
  const used = new Set<number>();
  for (const quote of lost) {
    const text = quote.text.replace(/^\[…\]|\[…\]$/gu, '');
    const keys = tokensOf(splitWords(text)).map(({ key }) => key);
    if (text.includes('[…]') || keys.length < KNOWABLE) continue;
    const wanted = BETWEEN + keys.join(BETWEEN) + BETWEEN;
    for (let at = joined.indexOf(wanted); at >= 0; at = joined.indexOf(wanted, at + 1)) {
      const from = offsets.get(at) ?? 0;
      const to = from + keys.length;
      const span = wordsAround(from, to, next, true, true);
      let kept = 0;
      for (let i = from; i < to; i++) kept += alignment.kept[i] ?? 0;
      const isNew = kept <= (1 - NEW) * keys.length || isSentence(span, next);
      if (used.has(from) || !isNew || !isFree([span])) continue;
      used.add(from);
      found.push({ quote, spans: [span] });
      break;
    }
  }
  return found;
}

function isSentence(span: Span, next: Revision): boolean {
  const sentence = sentenceAt(next.text.sentences, span.wordFrom);
  return sentence?.wordFrom === span.wordFrom && sentence.wordTo === span.wordTo;
}
