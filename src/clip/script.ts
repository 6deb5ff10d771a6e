import { PullquoteError } from '../errors.ts';
import type { Span } from '../quote/model.ts';
import type { EpisodeText, Word } from '../transcript/model.ts';
import { smarten } from '../text/typography.ts';
import { isFiller } from './fillers.ts';
import { type ClipScript, type ClipWord, MAX_CLIP_MS } from './model.ts';

/** Heard before the first word and after the last, at most half the silence there. */
const LEAD_MS = 250;
const TAIL_MS = 500;

const CLAUSE = /[,;:—–،、，；：]["'”’»)\]」』]*$/u;

/** How the words of a passage are shown. */
interface Reading {
  /** The words' language (BCP 47), for their marks. */
  spoken: string;
  /** Whether sounds of hesitation are shown. */
  fillers: 'keep' | 'hide';
}

/**
 * What a clip of a passage plays and shows.
 * @throws PullquoteError `not-acceptable` without times or with words left out, `range-outside` where it is too long
 */
export function scriptOf(
  text: EpisodeText,
  spans: readonly Span[],
  { spoken, fillers }: Reading,
): ClipScript {
  const [span, ...more] = spans;
  if (span === undefined || more.length > 0) {
    throw new PullquoteError(
      'not-acceptable',
      'Expected one passage for a clip, but this quote leaves out words between several.',
    );
  }
  const words = text.words.slice(span.wordFrom, span.wordTo);
  const cut = cutOf(text, span);
  if (cut.endMs - cut.startMs > MAX_CLIP_MS) {
    throw new PullquoteError(
      'range-outside',
      `Expected a passage of at most ${MAX_CLIP_MS / 1000} s for a clip but received one of ${Math.round((cut.endMs - cut.startMs) / 1000)} s.`,
    );
  }
  const printed = printedWords(words, spoken);
  const ends = new Set([...text.sentences, ...text.turns].map(({ wordTo }) => wordTo));
  const all = words.map((word, i): ClipWord => {
    const startMs = word.startMs ?? cut.startMs;
    const endMs = Math.max(startMs, word.endMs ?? words[i + 1]?.startMs ?? cut.endMs);
    return {
      text: printed[i] ?? word.text,
      glued: word.glued,
      startMs: startMs - cut.startMs,
      endMs: endMs - cut.startMs,
      ends: ends.has(span.wordFrom + i + 1) ? 'sentence' : CLAUSE.test(word.text) ? 'clause' : null,
    };
  });
  return {
    cut,
    timed: words.every(isTimed) ? 'words' : 'sentences',
    words: fillers === 'hide' ? withoutFillers(all, spoken) : all,
  };
}

/** The words but for sounds of hesitation; what ends with one ends with the word before it. All of them, where there is nothing else. */
function withoutFillers(words: ClipWord[], spoken: string): ClipWord[] {
  const kept: ClipWord[] = [];
  for (const word of words) {
    if (!isFiller(word.text, spoken)) kept.push(word);
    else if (word.ends !== null) {
      const before = kept.pop();
      if (before !== undefined)
        kept.push({ ...before, ends: before.ends === 'sentence' ? 'sentence' : word.ends });
    }
  }
  return kept.length === 0 ? words : kept;
}

/** True where the source itself says when the word is spoken, and of what nobody speaks: an emoji, a dash. */
function isTimed({ text, startMs, errorMs }: Word): boolean {
  return (startMs !== null && errorMs === 0) || !/[\p{L}\p{N}]/u.test(text);
}

function cutOf(text: EpisodeText, { wordFrom, wordTo }: Span): ClipScript['cut'] {
  const startMs = text.words[wordFrom]?.startMs ?? null;
  const last = text.words[wordTo - 1];
  const endMs = last?.endMs ?? text.words[wordTo]?.startMs ?? last?.startMs ?? null;
  if (startMs === null || endMs === null) {
    throw new PullquoteError('not-acceptable', 'This episode has no times, which a clip needs.');
  }
  const before = text.words[wordFrom - 1]?.endMs ?? 0;
  const after = text.words[wordTo]?.startMs ?? text.durationMs ?? Infinity;
  return {
    startMs: Math.round(startMs - Math.min(LEAD_MS, halfOf(startMs - before))),
    endMs: Math.round(endMs + Math.min(TAIL_MS, halfOf(after - endMs))),
  };
}

function halfOf(gap: number): number {
  return Math.max(0, gap) / 2;
}

/** The words with the marks of their language, where that leaves them as many as they are. */
function printedWords(words: readonly Word[], spoken: string): string[] {
  const plain = words.map(({ text }) => text);
  if (words.some(({ glued }, i) => glued && i > 0)) return plain;
  const set = smarten(plain.join(' '), spoken, { within: false }).split(' ');
  return set.length === plain.length ? set : plain;
}
