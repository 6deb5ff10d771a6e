import type { Caption } from './model.ts';

/** What a picture shows. Two equal ones are the same picture. */
export interface Moment {
  /** Index of the caption, -1 where there is none. */
  caption: number;
  /** Index of the word marked in it, -1 where there is none. */
  word: number;
  /** Length of the progress bar in steps. */
  progress: number;
}

/** Pictures of a clip: as many as come closest to its length. */
export function frameCount(durationMs: number, rate: number): number {
  return Math.max(1, Math.round((durationMs * rate) / 1000));
}

/** The picture in which something at `ms` is first seen: the one nearest to it. */
function frameAt(ms: number, rate: number): number {
  return Math.round((ms * rate) / 1000);
}

/** How pictures are counted and what they show. */
export interface Timing {
  /** Pictures in all, and a second. */
  frames: number;
  rate: number;
  /** Whether the word spoken is marked. */
  marked: boolean;
  /** Lengths a full progress bar has. */
  steps: number;
}

/** What each picture shows. A word stays marked until the next of its caption is spoken. */
export function momentsOf(captions: readonly Caption[], { frames, rate, marked, steps }: Timing): Moment[] {
  const moments: Moment[] = [];
  let next = 0;
  for (let frame = 0; frame < frames; frame++) {
    while (next < captions.length && frameAt(captions[next]?.startMs ?? Infinity, rate) <= frame) next++;
    const current = captions[next - 1];
    const isShown = current !== undefined && frame < frameAt(current.endMs, rate);
    const word =
      marked && isShown ? current.words.findLastIndex(({ startMs }) => frameAt(startMs, rate) <= frame) : -1;
    moments.push({
      caption: isShown ? next - 1 : -1,
      word,
      progress: Math.floor(((frame + 1) / frames) * steps),
    });
  }
  return moments;
}
