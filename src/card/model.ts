import type { Direction } from '../layer/model.ts';

/** Somebody a source states as the speaker. */
export interface StatedSpeaker {
  name: string;
  role: string | null;
  /** Digest of the portrait in blobs. */
  photo: string | null;
  /** What stays in view when it is cropped, where somebody said so. */
  focus?: { x: number; y: number };
}

/** The time a card prints: `13:36` when known exactly, `≈ 13:36` when interpolated. */
export interface PrintedTime {
  label: string;
  startMs: number;
  exact: boolean;
}

/** A quote of two speakers: what one asked or said, and what the other answered. */
export interface Exchange {
  asker: string;
  question: string;
  answerer: StatedSpeaker;
  answer: string;
}

/** Everything a card says, resolved and true; how it looks is decided elsewhere. */
export interface Card {
  /** The quote's address, `null` for a range nobody has minted. */
  quoteId: string | null;
  episodeId: string;
  /** Language of the fixed words, date and names: the episode's or the one asked for. BCP 47. */
  language: string;
  /** Language of the quote's own words. BCP 47. */
  spoken: string;
  /** Direction of the quote's words, which the whole card follows. */
  direction: Direction;
  /** The words as printed, without quotation marks around them. */
  words: string;
  /** In order of speaking, each once. Empty where no source states who speaks. */
  speakers: StatedSpeaker[];
  /** The words as an exchange, where they are one and both speakers are stated. */
  exchange: Exchange | null;
  /** Participants of the episode, named on a card that can state no speaker. */
  participants: string[];
  /** Whose words are read aloud, where a person said so. */
  author: string | null;
  time: PrintedTime | null;
  show: string;
  episode: string;
  /** ISO 8601 date. */
  publishedAt: string | null;
  /** Digest of the cover art in blobs. */
  cover: string | null;
  /** Absolute address of the quote's page. */
  url: string;
}
