import type { Chapter, Soundbite, Span } from '../quote/model.ts';

/** Why a highlight was picked: each feature from 0 (absent) to 1 (strong); penalties are below 0. */
export interface Scores {
  /** What the features add up to, spread not counted. */
  total: number;
  /** Near the length that reads well on a card. */
  length: number;
  /** Can be understood without what stands before it. */
  standsAlone: number;
  /** Says what it is about: words that carry a subject. */
  substance: number;
  /** Names what is talked about before and after it. */
  subject: number;
  /** Sets one thing against another. */
  contrast: number;
  /** Holds a number. */
  numbers: number;
  /** Somebody speaks of themselves or to the listener. */
  person: number;
  /** Superlatives and absolutes. */
  strong: number;
  /** Takes a position: a prediction, a principle, what matters. */
  stance: number;
  /** Filler, a broken sentence, a question or its set-up, advertising, greetings: 0 or below. */
  noise: number;
  /** How well it answers the note it was found by; 0 without notes. */
  note: number;
  /** Lies in a stretch the publisher marked (soundbite), or names its chapter's subject. */
  marked: number;
}

/** A sentence or a run of sentences worth quoting. Its words are the transcript's. */
export interface Highlight {
  /** Sentences of the revision, half-open. */
  sentenceFrom: number;
  sentenceTo: number;
  spans: Span[];
  text: string;
  startMs: number | null;
  endMs: number | null;
  scores: Scores;
  /** The note it was found by, `null` where it was found by its own merit. */
  note: string | null;
}

export interface HighlightOptions {
  /** How many at most, from 1. */
  count: number;
  /** BCP 47 tag of the language spoken. */
  language: string;
  /** Lines of the show notes, see `notesOf`. One may begin with a time such as `13:36`. */
  notes?: readonly string[];
  chapters?: readonly Chapter[];
  soundbites?: readonly Soundbite[];
}
