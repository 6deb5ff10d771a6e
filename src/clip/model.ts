import type { BrandKit } from '../brand/model.ts';
import type { Card } from '../card/model.ts';
import type { Size } from '../layer/model.ts';
import type { Cut } from './audio/model.ts';
import type { ClipTemplateName } from '../../templates/clip-names.ts';

/** Pictures a second. */
export const RATE = 30;

/** Longest clip, in milliseconds. */
export const MAX_CLIP_MS = 90_000;

/** A word a clip shows. Times are milliseconds from the clip's start. */
export interface ClipWord {
  text: string;
  /** True where no space stands before it. */
  glued: boolean;
  startMs: number;
  endMs: number;
  /** What ends with it, where a caption may well end too. */
  ends: 'sentence' | 'clause' | null;
}

/** What is heard and seen of an episode: from the cut's start to its end. */
export interface ClipScript {
  /** Heard one after the other; from the episode's start. */
  cuts: Cut[];
  words: ClipWord[];
  /** Whether each word's time is the source's own; otherwise only its sentence's is spoken of. */
  timed: 'words' | 'sentences';
}

/** How long a clip is, in milliseconds. */
export function lengthMs({ cuts }: Pick<ClipScript, 'cuts'>): number {
  return cuts.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}

/** How a clip looks, whatever is said. */
interface ClipLook {
  template: ClipTemplateName;
  brand: BrandKit;
  size: Size;
  /** `karaoke` marks the word being spoken; `plain` marks none. */
  style: 'karaoke' | 'plain';
  missing: 'refuse' | 'replace';
}

/** All that a clip's bytes depend on, as plain data. */
export interface ClipOrder {
  card: Card;
  look: ClipLook;
  script: ClipScript;
  /** How loud the cut is from its start to its end, 0 to 255 each; `null` where nobody knows: no waveform is shown. */
  peaks: readonly number[] | null;
}

/** Words shown together. */
export interface Caption {
  text: string;
  startMs: number;
  endMs: number;
  /** Each word's UTF-16 offsets in `text`, and when it is spoken. */
  words: { from: number; to: number; startMs: number; endMs: number }[];
}
