import type { Timing, Turn } from '../transcript/model.ts';

export type Visibility = 'public' | 'private';

export interface Show {
  id: string;
  title: string;
  url: string | null;
  language: string;
  brandId: string | null;
  visibility: Visibility;
}

/** Name and role as in `podcast:person`. `id` is a slug, unique in the episode. */
export interface Participant {
  id: string;
  name: string;
  role: string | null;
  /** Digest of the portrait in blobs. */
  photo: string | null;
  /** What stays in view when the portrait is cropped, as parts of its width and height; left out: the brand's choice. */
  focus?: { x: number; y: number };
}

export interface Chapter {
  startMs: number;
  title: string;
}

/** A stretch of the audio the publisher points out (`podcast:soundbite`). */
export interface Soundbite {
  startMs: number;
  endMs: number;
  title: string | null;
}

/** What the publisher says is worth hearing. It steers the choice of highlights and is printed on no card. */
export interface Hints {
  /** Lines of the show notes, as `notesOf` reads them. */
  notes: string[];
  /** Whether somebody gave the notes, or they stood around the words in the transcript's own file. */
  notesFrom: 'given' | 'transcript';
  soundbites: Soundbite[];
}

export interface Episode {
  id: string;
  showId: string;
  title: string;
  /** ISO 8601 date, `2026-03-14`. */
  publishedAt: string | null;
  guid: string | null;
  url: string | null;
  mediaUrl: string | null;
  durationMs: number | null;
  language: string;
  participants: Participant[];
  chapters: Chapter[];
  /** Digest of the cover art in blobs. */
  cover: string | null;
  /** The brand of its cards; `null`: the show's. */
  brandId: string | null;
}

export interface Span {
  wordFrom: number;
  wordTo: number;
}

export type QuoteStatus = 'live' | 'changed' | 'superseded' | 'withdrawn';

/** A part of an episode's words with an address. Gaps between spans print as `[…]`. */
export interface Quote {
  id: string;
  episodeId: string;
  revisionId: string;
  spans: Span[];
  /** The words as the source writes them, `[…]` where something is left out. */
  text: string;
  /** Hash of what the quote said when it was minted; a `changed` quote keeps it. */
  normHash: string;
  /** IDs that later wordings of this quote would have had. */
  aliases: string[];
  startMs: number | null;
  endMs: number | null;
  timing: Timing;
  status: QuoteStatus;
  supersededBy: string | null;
  turns: Turn[];
  /** Whose words are read aloud, where a person said so. */
  author: string | null;
}
