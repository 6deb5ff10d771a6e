/** Corrections being typed, by the words they are of: they wait in this browser until they are looked at. */
import type { Stretch } from '../script/script.ts';
import { Shelf } from '../unsaved/shelf.ts';

export interface HalfTyped {
  /** What is being corrected: where the transcript says something else by now, nothing is. */
  words: string;
  text: string;
}

export const halfTyped = new Shelf<HalfTyped>('correction');

export function nameOfCorrection(episodeId: string, { from, to }: Stretch): string {
  return `${episodeId} ${from}-${to}`;
}
