import type { Episode, Quote, Show } from '../quote/model.ts';
import type { EpisodeText, TranscriptFormat, Warning } from '../transcript/model.ts';

/** One ingested transcript of an episode. The newest is current; its words are `EpisodeText`. */
export interface Revision {
  id: string;
  episodeId: string;
  /** SHA-256 of the source's bytes, hex. */
  sourceSha256: string;
  format: TranscriptFormat;
  parserVersion: number;
  warnings: Warning[];
  /** ISO 8601 instant. */
  createdAt: string;
}

export type Scope = 'read' | 'import' | 'admin';

export interface Token {
  id: string;
  /** SHA-256 of the secret, hex. The secret itself is never stored. */
  secretSha256: string;
  scope: Scope;
  label: string;
  createdAt: string;
  revokedAt: string | null;
}

/** A page of a list in a stable order. `after` is the cursor the page before returned. */
export interface Page {
  limit: number;
  after?: string;
}

export interface Listing<T> {
  items: T[];
  /** Cursor of the next page, `null` on the last. */
  next: string | null;
}

/** All that one import writes; kept whole or not at all. */
export interface Import {
  show: Show;
  episode: Episode;
  revision: Revision;
  text: EpisodeText;
  /** New quotes and changed ones of the episode, by ID. */
  quotes: Quote[];
}

export interface SearchHit {
  episodeId: string;
  sentence: number;
  /** ID of the sentence's quote. */
  quoteId: string;
  /** The sentence with the matches between U+0002 and U+0003. */
  snippet: string;
  startMs: number | null;
}

export interface Store {
  show(id: string): Promise<Show | null>;
  saveShow(show: Show): Promise<void>;
  /** Newest published first, then by ID. */
  episodes(page: Page): Promise<Listing<Episode>>;
  episode(id: string): Promise<Episode | null>;
  episodeByGuid(guid: string): Promise<Episode | null>;
  saveEpisode(episode: Episode): Promise<void>;
  /** The current revision and its words. */
  current(episodeId: string): Promise<{ revision: Revision; text: EpisodeText } | null>;
  saveImport(change: Import): Promise<void>;
  quote(id: string): Promise<Quote | null>;
  /** In the order of the episode. */
  quotes(episodeId: string, page: Page): Promise<Listing<Quote>>;
  /** Every quote of an episode, for alignment. */
  allQuotes(episodeId: string): Promise<Quote[]>;
  saveQuotes(quotes: readonly Quote[]): Promise<void>;
  /** Over one episode or all. */
  search(query: string, options: { episodeId?: string; limit: number }): Promise<SearchHit[]>;
  token(secretSha256: string): Promise<Token | null>;
  tokens(): Promise<Token[]>;
  saveToken(token: Token): Promise<void>;
}
