/** Between picked words and the ranges addresses are made of, by the same rules as the service's. */
import { findText } from '../../quote/find.ts';
import { formatRange, parseRange } from '../../quote/range.ts';
import { isWhole, textOf, type Script, type Stretch } from './script.ts';

/** Up to this many words are named whole, more by the first and last. */
const NAMED_WHOLE = 24;
const AT_ENDS = 7;
/** Words tried as a prefix or suffix to tell a place from others that say the same. */
const AROUND = [0, 2, 4, 8, 16];

/** The range that names just these words: whole sentences by number, others by what they say. `null` where nothing does. */
export function rangeOf(script: Script, stretch: Stretch): string | null {
  const { sentenceOf } = script;
  if (isWhole(script, stretch)) {
    return formatRange({
      kind: 'sentences',
      from: sentenceOf[stretch.from] ?? 0,
      to: sentenceOf[stretch.to - 1] ?? 0,
    });
  }
  const words = fragmentWords(script);
  const { from, to } = stretch;
  for (const isWholeText of to - from <= NAMED_WHOLE ? [true] : [false, true]) {
    const start = textOf(script, isWholeText ? stretch : { from, to: from + AT_ENDS });
    const end = isWholeText ? null : textOf(script, { from: to - AT_ENDS, to });
    for (const around of AROUND) {
      const prefix = textOf(script, { from: Math.max(0, from - around), to: from }) || null;
      const suffix = textOf(script, { from: to, to: Math.min(script.words.length, to + around) }) || null;
      const spans = findText({ words }, { prefix, start, end, suffix });
      const [span] = spans;
      if (spans.length === 1 && span?.wordFrom === from && span.wordTo === to)
        return formatRange({ kind: 'text', prefix, start, end, suffix });
    }
  }
  return null;
}

/** The words a range of an address names; `null` where this transcript has none such, or many. */
export function stretchOf(script: Script, raw: string): Stretch | null {
  const range = parsed(raw);
  if (range === null) return null;
  switch (range.kind) {
    case 'sentences':
      return between(script, range.from, range.to);
    case 'quotes': {
      const at = script.sentences.findIndex(({ quoteId }) => quoteId === range.ids[0]);
      return at < 0 ? null : between(script, at, at);
    }
    case 'text': {
      const spans = findText({ words: fragmentWords(script) }, range);
      const [span] = spans;
      return spans.length === 1 && span ? { from: span.wordFrom, to: span.wordTo } : null;
    }
    case 'time': {
      const starts = script.sentences.map(({ wordFrom }) => script.source.startsMs[wordFrom] ?? null);
      const first = starts.findLastIndex((startMs) => startMs !== null && startMs < range.startMs + 1000);
      const endMs = range.endMs ?? range.startMs + 1;
      const last = starts.findLastIndex((startMs) => startMs !== null && startMs < endMs);
      return first < 0 ? null : between(script, first, Math.max(first, last));
    }
  }
}

function parsed(raw: string): ReturnType<typeof parseRange> | null {
  try {
    return parseRange(raw);
  } catch {
    return null;
  }
}

function between({ sentences }: Script, first: number, last: number): Stretch | null {
  const [from, to] = [sentences[first]?.wordFrom, sentences[last]?.wordTo];
  return from === undefined || to === undefined ? null : { from, to };
}

const known = new WeakMap<Script, { text: string }[]>();

function fragmentWords(script: Script): { text: string }[] {
  const words = known.get(script) ?? script.words.map((text) => ({ text }));
  known.set(script, words);
  return words;
}
