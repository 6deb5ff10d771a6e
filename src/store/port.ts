import type { Episode, Hints, Quote, Show, Span, Visibility } from '../quote/model.ts';
import type { EpisodeText, TranscriptFormat, Warning } from '../transcript/model.ts';
import type { ClipStore } from './clip-port.ts';
import type { PackStore } from './pack-port.ts';
import type { RecordingStore } from './recording-port.ts';

/** What besides the source's bytes decided the words, their times and speakers. */
export interface RevisionSettings {
  language: string;
  /** Length of the audio, where given. */
  durationMs: number | null;
  /** Label as the source writes it -> ID of a participant, as the publisher mapped them. */
  speakers: Record<string, string>;
  /** IDs and names of the participants, which labels may equal. */
  participants: { id: string; name: string }[];
}

/** One ingested transcript of an episode. The newest is current; its words are `EpisodeText`. */
export interface Revision {
  id: string;
  episodeId: string;
  /** SHA-256 of the source's bytes, hex. */
  sourceSha256: string;
  settings?: RevisionSettings;
  format: TranscriptFormat;
  parserVersion: number;
  warnings: Warning[];
  /** ISO 8601 instant. */
  createdAt: string;
}

/** A state of a brand kit. A change makes the next revision; none is ever rewritten. */
export interface BrandRevision {
  id: string;
  /** From 1. */
  revision: number;
  /** The kit as JSON; what it holds is of no meaning here. */
  kit: unknown;
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
interface Page {
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
  hints: Hints;
  revision: Revision;
  /** The revision it was made against, `null` for the first. Another import since then makes this one a `conflict`. */
  follows: string | null;
  text: EpisodeText;
  /** New quotes and changed ones of the episode, by ID: among them every one that is live in the new revision. */
  quotes: Quote[];
}

/** A revision and its words. */
export interface RevisionText {
  revision: Revision;
  text: EpisodeText;
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

export interface SearchOptions {
  episodeId?: string;
  /** Only shows of this visibility. */
  visibility?: Visibility;
  limit: number;
}

/** What a feed's server said last, for conditional requests. */
interface FeedState {
  url: string;
  etag: string | null;
  lastModified: string | null;
  checkedAt: string;
}

/** What was last imported of one item of a feed. */
export interface FeedItemState {
  feedUrl: string;
  guid: string;
  episodeId: string;
  /** SHA-256 of the item as parsed. */
  itemSha256: string;
  transcriptUrl: string;
  etag: string | null;
  lastModified: string | null;
}

/** A quote with all it belongs to. */
interface Quoted {
  quote: Quote;
  episode: Episode;
  show: Show;
}

export interface Store extends PackStore, RecordingStore, ClipStore {
  show(id: string): Promise<Show | null>;
  saveShow(show: Show): Promise<void>;
  /** Newest published first, then by ID. */
  episodes(page: Page & { visibility?: Visibility }): Promise<Listing<Episode>>;
  episode(id: string): Promise<Episode | null>;
  /** A guid is unique in its show. */
  episodeByGuid(showId: string, guid: string): Promise<Episode | null>;
  saveEpisode(episode: Episode): Promise<void>;
  /** `null` where nothing was ever said. */
  hints(episodeId: string): Promise<Hints | null>;
  /** The episode has to be there. */
  saveHints(episodeId: string, hints: Hints): Promise<void>;
  /** The current revision without its words. */
  currentRevision(episodeId: string): Promise<Revision | null>;
  /** The current revision and its words. */
  current(episodeId: string): Promise<RevisionText | null>;
  /** @throws PullquoteError `conflict` when another import came between. */
  saveImport(change: Import): Promise<void>;
  /** Rewrites the words of a revision (their speakers, never the words themselves) with its quotes, whole or not at all. */
  saveText(change: RevisionText & { quotes: readonly Quote[] }): Promise<void>;
  /** By its ID, or by an alias: the quote then has another ID than was asked for. */
  quote(id: string): Promise<Quote | null>;
  /** The same with its episode and show, read at once: what every card and page of a quote needs. */
  quoted(id: string): Promise<Quoted | null>;
  /** The live or changed quote that is exactly these words of a revision. */
  quoteOf(revisionId: string, spans: readonly Span[]): Promise<Quote | null>;
  /** Live and changed ones, in the order of the episode. */
  quotes(episodeId: string, page: Page): Promise<Listing<Quote>>;
  /** Every quote of an episode, for alignment. */
  allQuotes(episodeId: string): Promise<Quote[]>;
  saveQuotes(quotes: readonly Quote[]): Promise<void>;
  /** Over one episode or all. Words must all be in the sentence; `"words in quotes"` must follow one another. */
  search(query: string, options: SearchOptions): Promise<SearchHit[]>;
  /** The newest revision. */
  brand(id: string): Promise<BrandRevision | null>;
  /** The newest revision of each, by ID. */
  brands(): Promise<BrandRevision[]>;
  /** @throws PullquoteError `conflict` when the brand has this revision already. */
  saveBrand(brand: BrandRevision): Promise<void>;
  token(secretSha256: string): Promise<Token | null>;
  tokens(): Promise<Token[]>;
  saveToken(token: Token): Promise<void>;
  feed(url: string): Promise<FeedState | null>;
  saveFeed(feed: FeedState): Promise<void>;
  feedItems(feedUrl: string): Promise<FeedItemState[]>;
  saveFeedItem(item: FeedItemState): Promise<void>;
}
