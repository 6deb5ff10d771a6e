import type { Segment, Word } from './model.ts';

/** Words of one stretch of time: `from` and `to` are word indexes. */
export interface Cue {
  from: number;
  to: number;
  startMs: number;
  /** `null` where neither the source nor what follows says. */
  endMs: number | null;
}

/** How long a word takes to say, in letters: its letters, and the pause its punctuation makes. */
function spokenLength(word: Word): number {
  let length = 0.8;
  for (const character of word.text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x30 && code <= 0x39) length += 2.5;
    else if (code >= 0x3040 && code <= 0x9fff) length += 2.2;
    else length += 1;
  }
  return endsSentence(word) ? length + 3 : length;
}

/** True where the word carries the mark that ends a sentence. */
export function endsSentence(word: Word | undefined): boolean {
  return word !== undefined && /[.!?…。！？]["'”’»)\]」』]*$/u.test(word.text);
}

/** The segments that have a time and words. Those that share a start (two-line captions cut into two) are one. */
export function cuesOf(segments: readonly Segment[], words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  let w = 0;
  for (const segment of segments) {
    const from = w;
    while (words[w]?.segment === segment.index) w++;
    if (segment.startMs === null || from === w) continue;
    const endMs = segment.endMs !== null && segment.endMs > segment.startMs ? segment.endMs : null;
    const last = cues.at(-1);
    if (last !== undefined && last.startMs === segment.startMs && last.to === from) {
      last.to = w;
      last.endMs =
        last.endMs === null || endMs === null ? (endMs ?? last.endMs) : Math.max(last.endMs, endMs);
    } else {
      cues.push({ from, to: w, startMs: segment.startMs, endMs });
    }
  }
  return cues;
}

/** Spreads the words `from` to `to` over a stretch of time by spoken length. `error` gives the likely error of a start. */
export function spread(
  words: readonly Word[],
  from: number,
  to: number,
  startMs: number,
  endMs: number,
  error: (atMs: number, index: number) => number,
): void {
  const total = lengthOf(words, from, to);
  const rate = total === 0 ? 0 : (endMs - startMs) / total;
  let done = 0;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word === undefined) break;
    word.startMs = Math.round(startMs + rate * done);
    done += spokenLength(word);
    word.endMs = Math.round(startMs + rate * done);
    word.errorMs = Math.round(error(word.startMs, i));
  }
}

/** The spoken length of a stretch of words. */
export function lengthOf(words: readonly Word[], from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word !== undefined) length += spokenLength(word);
  }
  return length;
}
