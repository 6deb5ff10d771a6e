/** Packs as they are stored: what was asked for, how far it is, and what was made. */
import type { Listing } from './port.ts';

/** A file made for packs, in blobs. */
export interface KeptFile {
  /** Its name in blobs. */
  blob: string;
  size: number;
  /** CRC-32 of its bytes, unsigned. */
  crc: number;
}

/** A file and its path in the pack. */
export interface NamedFile extends KeptFile {
  name: string;
}

/** Why something could not be done; both are for people and programs to read. */
export interface Reason {
  code: string;
  message: string;
}

/** `queued` until the first card, then `running`. `failed`: something outside of the cards stopped it, and it can go on. */
export type PackState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Who is told when a pack is finished, and how far that is. */
export interface WebhookState {
  url: string;
  secret: string;
  attempts: number;
  /** ISO 8601 instant of the next attempt, `null` when none follows. */
  nextAt: string | null;
  deliveredAt: string | null;
  error: string | null;
}

export interface PackRow {
  id: string;
  /** What makes two requests the same one, as the caller says; `null` where it said nothing. */
  idempotencyKey: string | null;
  /** Digest of the request, to tell another request under the same key. */
  requestSha256: string;
  episodeId: string;
  /** JSON of no meaning here. */
  plan: unknown;
  state: PackState;
  /** Why it failed. */
  error: Reason | null;
  /** Items in all. */
  total: number;
  /** What was made last, of all items together; `null` until then. */
  documents: NamedFile[] | null;
  webhook: WebhookState | null;
  createdAt: string;
  finishedAt: string | null;
}

/** One item that is done. */
export interface PackItemRow {
  n: number;
  /** Key of the card; `null` where there is none. */
  key: string | null;
  files: KeptFile[];
  /** JSON of no meaning here. */
  about: unknown;
  error: Reason | null;
}

export interface PackCounts {
  /** Items that are done, failed ones among them. */
  done: number;
  failed: number;
}

/** A pack as lists have it: without what can be large, with how far it is. */
export interface PackSummary extends Omit<PackRow, 'plan' | 'documents'>, PackCounts {}

export interface PackStore {
  /** Packs, the newest first; those of one episode where one is named. */
  packs(page: { limit: number; after?: string; episodeId?: string }): Promise<Listing<PackSummary>>;
  pack(id: string): Promise<PackRow | null>;
  /** Its state alone: a plan can be large. */
  packState(id: string): Promise<PackState | null>;
  packByKey(idempotencyKey: string): Promise<PackRow | null>;
  /** @throws PullquoteError `conflict` where its ID or idempotency key is taken. */
  addPack(pack: PackRow): Promise<void>;
  /** Changes a pack that is in one of the states `from`. @returns whether it was */
  changePack(
    id: string,
    from: readonly PackState[],
    change: Partial<Pick<PackRow, 'state' | 'error' | 'documents' | 'webhook' | 'finishedAt'>>,
  ): Promise<boolean>;
  /** IDs of packs that are not finished, and of those whose webhook has an attempt to come; oldest first. */
  openPacks(): Promise<string[]>;
  packCounts(id: string): Promise<PackCounts>;
  /** Items done, from `from` up to `to`, by number. */
  packItems(id: string, from: number, to: number): Promise<PackItemRow[]>;
  /** Records items as done, all or none. One that is recorded already stays as it is. */
  savePackItems(id: string, items: readonly PackItemRow[]): Promise<void>;
  /** Items that have no file, and why; the first `limit`. */
  packErrors(id: string, limit: number): Promise<PackItemRow[]>;
  /** Notes what was made for cards, for other packs. */
  keepCards(cards: readonly { key: string; files: KeptFile[] }[]): Promise<void>;
  /** What was made for cards by their keys, whichever pack asked for them. */
  keptCards(keys: readonly string[]): Promise<Map<string, KeptFile[]>>;
}
