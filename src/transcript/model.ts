/**
 * The terms of a transcript. Times are integer milliseconds from the start of the episode, `null` where unknown.
 * Word ranges are half-open: `wordTo` is the first word not in the range.
 */

export type TranscriptFormat =
  | 'vtt'
  | 'srt'
  | 'podcast-json'
  | 'podcast-html'
  | 'whisper-json'
  | 'deepgram-json'
  | 'assemblyai-json'
  | 'rev-json'
  | 'youtube-json3'
  | 'youtube-srv3'
  | 'sbv'
  | 'lrc'
  | 'ttml'
  | 'speaker-text'
  | 'bucket-text'
  | 'caption-text';

/** Something a parser noticed and did not hide. `line` and `column` count from 1, in the source. */
export interface Warning {
  code: string;
  message: string;
  line?: number;
  column?: number;
}

/** A word with a time of its own, as word-timed sources give it. */
export interface TimedWord {
  text: string;
  startMs: number | null;
  endMs: number | null;
}

/** A stretch of one speaker's words, as the source divides them (cue, bucket, paragraph, caption line). */
export interface Segment {
  index: number;
  startMs: number | null;
  endMs: number | null;
  body: string;
  /** First line of the segment in the source, from 1. */
  sourceLine?: number;
  /** The speaker as the source writes it, only where the source states one at this segment or its rule carries one on to it. */
  speakerLabel?: string;
  /** True where the format's own rule carries the last label on to this segment (Podcasting 2.0). */
  speakerCarried?: boolean;
  /** True where the source marks a change of speaker without naming anyone (a dash, `>>`); the mark is not in `body`. */
  turnMark?: boolean;
  /** The words of `body` in order, where the source times words. Joined, they have the same letters as `body`. */
  timedWords?: TimedWord[];
}

/** How precise the times of the segments are: a cue is spoken when it says, a bucket is a grid of fixed steps. */
export type SegmentTiming = 'word' | 'cue' | 'bucket' | 'none';

/** What a parser returns: the source's own words, nothing added. */
export interface Transcript {
  format: TranscriptFormat;
  timing: SegmentTiming;
  language: string | null;
  /** Title the source itself states (page furniture, JSON field), if any. */
  title: string | null;
  segments: Segment[];
  /** Notes and highlight lines found around the words (page furniture), for highlights; never part of the words. */
  notes: string[];
  warnings: Warning[];
}

/**
 * A run between white space; in scripts written without spaces a grapheme cluster.
 * `glued` is true where no white space stood before it in the source, so that the text can be put together again.
 */
export interface Word {
  text: string;
  glued: boolean;
  segment: number;
  startMs: number | null;
  endMs: number | null;
  /** Largest likely error of `startMs`; 0 where the source itself gives it, absent where it is unknown. */
  errorMs?: number;
}

export interface Timing {
  kind: SegmentTiming;
  /** Largest likely error of the start, in milliseconds; 0 when exact, null when unknown. */
  errorMs: number | null;
}

export type SentenceFlag = 'unbalanced-quotes' | 'echo' | 'truncated' | 'run-on' | 'short';

export interface Sentence {
  index: number;
  wordFrom: number;
  wordTo: number;
  flags: SentenceFlag[];
}

/** Where an attribution comes from. Only label, carried, mapped and confirmed may be printed. */
export type TurnSource = 'label' | 'carried' | 'mapped' | 'confirmed' | 'inferred' | 'none';

export interface Turn {
  wordFrom: number;
  wordTo: number;
  /** The speaker as the source writes it. */
  label: string | null;
  participantId: string | null;
  source: TurnSource;
}

/** A transcript made ready for quoting: what one revision stores. */
export interface EpisodeText {
  segments: Segment[];
  words: Word[];
  sentences: Sentence[];
  turns: Turn[];
  timing: SegmentTiming;
  /** Latest known end, in milliseconds. */
  durationMs: number | null;
}
