/** The word that is heard, marked in the transcript as it is read: by ranges of the document, which changes nothing in it. */
import { useEffect, type RefObject } from 'react';
import type { Script } from '../script/script.ts';
import type { Sound } from './sound.ts';

/** The last word that has begun at `ms`; -1 before the first. */
export function wordAt({ source }: Pick<Script, 'source'>, ms: number): number {
  const { startsMs } = source;
  let low = 0;
  let high = startsMs.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    // Words without a time stand with the one before them.
    let known = middle;
    while (known > low && (startsMs[known] ?? null) === null) known--;
    const startMs = startsMs[known] ?? null;
    if (startMs !== null && startMs > ms) high = known - 1;
    else {
      if (startMs !== null) found = known;
      low = middle + 1;
    }
  }
  return found;
}

/** When a word begins, or the next one that has a time; `null` where none has. */
export function startOf({ source }: Pick<Script, 'source'>, word: number): number | null {
  for (let at = word; at < source.startsMs.length; at++) {
    const startMs = source.startsMs[at] ?? null;
    if (startMs !== null) return startMs;
  }
  return null;
}

interface Following {
  script: Script;
  sound: Sound | null;
  scroller: RefObject<HTMLElement | null>;
  /** Brings a word into view. */
  show: (word: number) => void;
  isFollowed: () => boolean;
}

/** Marks sentence and, where words have times of their own, word. */
export function useFollow({ script, sound, scroller, show, isFollowed }: Following): void {
  useEffect(() => {
    if (sound === null || !('highlights' in CSS)) return undefined;
    let last = -1;
    const mark = (ms: number): void => {
      const word = wordAt(script, ms);
      if (word === last || word < 0) return;
      last = word;
      if (isFollowed()) show(word);
      paint(script, scroller.current, word);
    };
    const unwatch = sound.watch(mark);
    // What scrolls into view later is marked then.
    const list = scroller.current;
    const again = (): void => {
      if (last >= 0) requestAnimationFrame(() => paint(script, list, last));
    };
    list?.addEventListener('scroll', again, { passive: true });
    return () => {
      unwatch();
      list?.removeEventListener('scroll', again);
      CSS.highlights.delete('heard-word');
      CSS.highlights.delete('heard-sentence');
    };
  }, [script, sound, scroller, show, isFollowed]);
}

function paint(script: Script, list: HTMLElement | null, word: number): void {
  const sentence = script.sentences[script.sentenceOf[word] ?? 0];
  const elements = (from: number, to: number): Range[] =>
    Array.from({ length: to - from }, (_, at) => list?.querySelector(`[data-word="${from + at}"]`) ?? null)
      .filter((element) => element !== null)
      .map((element) => {
        const range = new Range();
        range.selectNodeContents(element);
        return range;
      });
  const shown = elements(sentence?.wordFrom ?? word, sentence?.wordTo ?? word + 1);
  const [first, end] = [shown[0], shown.at(-1)];
  if (first !== undefined && end !== undefined) first.setEnd(end.endContainer, end.endOffset);
  CSS.highlights.set('heard-sentence', new Highlight(...(first === undefined ? [] : [first])));
  if (script.source.timing !== 'word') return;
  CSS.highlights.set('heard-word', new Highlight(...elements(word, word + 1)));
}
