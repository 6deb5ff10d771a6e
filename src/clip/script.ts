import { PullquoteError } from '../errors.ts';
import type { Span } from '../quote/model.ts';
import { isInside, LEFT_OUT } from '../quote/text.ts';
import type { Cut } from './audio/model.ts';
import type { EpisodeText, Word } from '../transcript/model.ts';
import { smarten } from '../text/typography.ts';
import { isFiller } from './fillers.ts';
import { type ClipScript, type ClipWord, lengthMs, MAX_CLIP_MS } from './model.ts';

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
 * What a clip of a quote plays and shows: its passages one after the other, with `[…]` where words of a sentence or between
 * passages are left out.
 * @throws PullquoteError `not-acceptable` without times, `does-not-fit` where it is too long
 */
export function scriptOf(
  text: EpisodeText,
  spans: readonly Span[],
  { spoken, fillers }: Reading,
): ClipScript {
  const ends = new Set([...text.sentences, ...text.turns].map(({ wordTo }) => wordTo));
  const cuts: Cut[] = [];
  const words: ClipWord[] = [];
  for (const [i, span] of spans.entries()) {
    const cut = cutOf(text, span);
    const beginMs = lengthMs({ cuts });
    const heard = passageOf(text, span, { cut, ends, spoken }).map((word) => later(word, beginMs));
    const firstMs = heard[0]?.startMs ?? beginMs;
    if (i === 0 && isInside(text, span.wordFrom)) words.push(omission(firstMs, null));
    for (const word of fillers === 'hide' ? withoutFillers(heard, spoken) : heard) words.push(word);
    cuts.push(cut);
    if (i < spans.length - 1 || isInside(text, span.wordTo)) markOmission(words, lengthMs({ cuts }));
  }
  if (lengthMs({ cuts }) > MAX_CLIP_MS) {
    throw new PullquoteError(
      'does-not-fit',
      `Expected a passage of at most ${MAX_CLIP_MS / 1000} s for a clip but received one of ${Math.round(lengthMs({ cuts }) / 1000)} s.`,
    );
  }
  const all = spans.flatMap(({ wordFrom, wordTo }) => text.words.slice(wordFrom, wordTo));
  return { cuts, timed: all.every(isTimed) ? 'words' : 'sentences', words };
}

/** The words of one passage. Times are from its cut's start. */
function passageOf(
  text: EpisodeText,
  { wordFrom, wordTo }: Span,
  { cut, ends, spoken }: { cut: Cut; ends: ReadonlySet<number>; spoken: string },
): ClipWord[] {
  const words = text.words.slice(wordFrom, wordTo);
  const printed = printedWords(words, spoken);
  return words.map((word, i): ClipWord => {
    const startMs = word.startMs ?? cut.startMs;
    const endMs = Math.max(startMs, word.endMs ?? words[i + 1]?.startMs ?? cut.endMs);
    return {
      text: printed[i] ?? word.text,
      glued: word.glued && i > 0,
      startMs: startMs - cut.startMs,
      endMs: endMs - cut.startMs,
      ends: ends.has(wordFrom + i + 1) ? 'sentence' : CLAUSE.test(word.text) ? 'clause' : null,
    };
  });
}

function later(word: ClipWord, ms: number): ClipWord {
  return { ...word, startMs: word.startMs + ms, endMs: word.endMs + ms };
}

/** Marks after what was said that words are left out until `endMs`: in the same caption, which then is over. */
function markOmission(words: ClipWord[], endMs: number): void {
  const last = words.pop();
  if (last?.ends === 'sentence') words.push({ ...last, ends: 'clause' });
  else if (last !== undefined) words.push(last);
  words.push(omission(endMs, 'sentence'));
}

/** What stands for words that are left out. It takes no time, so that it is never marked as being spoken. */
function omission(atMs: number, ends: ClipWord['ends']): ClipWord {
  return { text: LEFT_OUT, glued: false, startMs: atMs, endMs: atMs, ends };
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

function cutOf(text: EpisodeText, { wordFrom, wordTo }: Span): Cut {
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
