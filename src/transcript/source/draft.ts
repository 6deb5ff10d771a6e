/** What a format's parser hands over, before the checks that are the same for all formats. */

import type { SegmentTiming, TimedWord } from '../model.ts';

/** A segment as a format gives it. Times are milliseconds, `null` where the source states none. */
export interface Draft {
  body: string;
  startMs: number | null;
  endMs: number | null;
  /** Line in the source, from 1, where the format has lines. */
  line?: number | undefined;
  /**
   * A speaker's name where the source states one here; `null` where it says that the speaker changed or is not known
   * (nothing is carried past it); left out where it says nothing.
   */
  label?: string | null | undefined;
  /** True where the source marks a change of speaker without naming anyone. */
  turnMark?: boolean | undefined;
  timedWords?: TimedWord[] | undefined;
}

export interface Parsed {
  drafts: Draft[];
  language?: string | null | undefined;
  title?: string | null | undefined;
  notes?: string[] | undefined;
  /** True where the format's rule is that a label counts until the next (Podcasting 2.0). */
  carries?: boolean;
  /** True where the format is also used with one word a segment; such are gathered into sentences. */
  mayBeWords?: boolean;
  /** Given where the kind of time is the format's, and not to be seen from the segments. */
  timing?: SegmentTiming;
}
