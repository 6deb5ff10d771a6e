import type { EpisodeText, Word } from '../transcript/model.ts';
import { tokensOf, type Token } from '../transcript/tokens.ts';
import { joinWords } from '../transcript/words.ts';
import { alignPosted, type PostedAlignment } from './local.ts';
import type { Span } from './model.ts';
import type { Posted } from './posted.ts';
import { counts, spoken } from './spoken.ts';
import { negationsOf } from './sensitive.ts';

/** A stretch of a word diff: in both, only in the source (left out), or only in what was posted (put in). */
export interface DiffPart {
  kind: 'same' | 'left-out' | 'put-in';
  text: string;
}

/** How posted words lie in an episode. */
export interface Match {
  /** The episode's words they stand for, without the stretches left out between. */
  spans: Span[];
  /** The part of the posted words that stands there unchanged and in order, 0 to 1. */
  similarity: number;
  /** Most tokens unchanged in a row. */
  run: number;
  /** False where a word was changed or put in. */
  isExact: boolean;
  /** Stretches left out, and how many of them the writer marked. */
  gaps: number;
  markedGaps: number;
  /** True where what is left out turns the words around: a negation, or a part of a number. */
  isTurned: boolean;
  diff: DiffPart[];
}

/** One step of the comparison; indices of tokens. */
type Step =
  | { kind: 'same'; source: number; posted: number }
  | { kind: 'left-out'; source: number }
  | { kind: 'put-in'; posted: number };

/**
 * The best place of posted words within a word range of an episode, with a diff; `null` where no word of it stands there.
 * Words are equal whatever their case, punctuation and quotation marks.
 */
export function bestMatch(wanted: Posted, text: EpisodeText, range: Span, language: string): Match | null {
  const words = text.words.slice(range.wordFrom, range.wordTo);
  const source = spoken(tokensOf(words));
  const aligned = alignPosted(wanted, source);
  const { steps, spans, gaps, markedGaps } = stepsOf(wanted, source, aligned);
  const whole = wholeWords(steps, source, wanted.tokens);
  const same = whole.filter(({ kind }) => kind === 'same').length;
  if (same === 0) return null;
  return {
    spans: spans.map(({ wordFrom, wordTo }) => ({
      wordFrom: wordFrom + range.wordFrom,
      wordTo: wordTo + range.wordFrom,
    })),
    similarity: same / wanted.tokens.length,
    run: longestRun(whole),
    isExact: whole.every(({ kind }) => kind !== 'put-in'),
    gaps,
    markedGaps,
    isTurned: turns(wanted, source, aligned, language),
    diff: partsOf(whole, source, words, wanted),
  };
}

/** A negation among so few words left out is what they were left out for; in a longer stretch, one at either end. */
const FEW = 3;

/**
 * True where words left out turn around what is kept: `I do [not] think`, `three [and a half] million`. A negation within a
 * longer stretch belongs to what is left out with it.
 */
function turns(
  { marked }: Posted,
  source: readonly Token[],
  { places }: PostedAlignment,
  language: string,
): boolean {
  const isNegation = negationsOf(language);
  let last = -1;
  for (const [posted, place] of places.entries()) {
    if (place < 0) continue;
    const left = last < 0 ? [] : source.slice(last + 1, place);
    const before = last;
    last = place;
    const edges = left.length <= FEW ? left : [left[0], left.at(-1)];
    if (edges.some((token) => token !== undefined && isNegation(token.key))) return true;
    if (marked.has(posted) || !left.some((_, nth) => counts(source, before + 1 + nth))) continue;
    if (counts(source, before) || counts(source, place)) return true;
  }
  return false;
}

function stepsOf(wanted: Posted, source: readonly Token[], { places, isSame }: PostedAlignment) {
  const steps: Step[] = [];
  const spans: Span[] = [];
  let [gaps, markedGaps, last] = [0, 0, -1];
  for (const [posted, place] of places.entries()) {
    if (place < 0) {
      steps.push({ kind: 'put-in', posted });
      continue;
    }
    if (last >= 0 && place > last + 1) {
      gaps++;
      if (wanted.marked.has(posted)) markedGaps++;
      for (let left = last + 1; left < place; left++) steps.push({ kind: 'left-out', source: left });
    }
    const word = source[place]?.word ?? 0;
    const open = spans.at(-1);
    if (open === undefined || (place > last + 1 && word > open.wordTo)) {
      spans.push({ wordFrom: word, wordTo: word + 1 });
    } else open.wordTo = word + 1;
    if (isSame[posted] === 1) steps.push({ kind: 'same', source: place, posted });
    else steps.push({ kind: 'left-out', source: place }, { kind: 'put-in', posted });
    last = place;
  }
  return { steps, spans, gaps, markedGaps };
}

/** Words of which a token is not among `same`. */
function brokenWords(tokens: readonly Token[], same: ReadonlySet<number>): Set<number> {
  return new Set(tokens.flatMap(({ word }, i) => (same.has(i) ? [] : [word])));
}

/** A word is the same only where all its tokens are: `do` is not `don't`. */
function wholeWords(steps: readonly Step[], source: readonly Token[], posted: readonly Token[]): Step[] {
  const sameSource = new Set(steps.flatMap((step) => (step.kind === 'same' ? [step.source] : [])));
  const samePosted = new Set(steps.flatMap((step) => (step.kind === 'same' ? [step.posted] : [])));
  const brokenSource = brokenWords(source, sameSource);
  const brokenPosted = brokenWords(posted, samePosted);
  return steps.flatMap((step): Step[] => {
    if (step.kind !== 'same') return [step];
    const isBroken =
      brokenSource.has(source[step.source]?.word ?? -1) || brokenPosted.has(posted[step.posted]?.word ?? -1);
    if (!isBroken) return [step];
    return [
      { kind: 'left-out', source: step.source },
      { kind: 'put-in', posted: step.posted },
    ];
  });
}

function longestRun(steps: readonly Step[]): number {
  let [run, longest] = [0, 0];
  for (const { kind } of steps) {
    run = kind === 'same' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

type Piece = Pick<Word, 'text' | 'glued'>;

/** Steps as text, word by word; of a changed stretch first what was left out, then what was put in. */
function partsOf(
  steps: readonly Step[],
  source: readonly Token[],
  words: readonly Word[],
  wanted: Posted,
): DiffPart[] {
  const parts: DiffPart[] = [];
  const held: Record<DiffPart['kind'], Piece[]> = { same: [], 'left-out': [], 'put-in': [] };
  const seen = { source: -1, posted: -1 };
  const flush = (...kinds: DiffPart['kind'][]): void => {
    for (const kind of kinds) {
      if (held[kind].length > 0) parts.push({ kind, text: joinWords(held[kind]) });
      held[kind] = [];
    }
  };
  for (const step of steps) {
    if (step.kind === 'same') flush('left-out', 'put-in');
    else flush('same');
    if (step.kind === 'put-in') {
      const at = wanted.tokens[step.posted]?.word ?? -1;
      const word = wanted.words[at];
      if (at !== seen.posted && word !== undefined) held['put-in'].push(word);
      seen.posted = at;
      continue;
    }
    const at = source[step.source]?.word ?? -1;
    // Words of punctuation only have no token; they go with the words around them.
    const from = held[step.kind].length > 0 ? seen.source + 1 : at;
    if (at !== seen.source) for (const word of words.slice(from, at + 1)) held[step.kind].push(word);
    seen.source = at;
  }
  flush('same', 'left-out', 'put-in');
  return parts;
}
