import type { ErrorCode } from '../errors.ts';

/** Why a clip could not be drawn. */
export interface ClipFailure {
  code: ErrorCode;
  message: string;
}

/** A clip that is drawn outside of the request for it, until it is there. Instants are ISO 8601. */
export interface ClipRender {
  key: string;
  state: 'queued' | 'drawing' | 'failed';
  /** After this the state no longer holds: whoever was to draw it has not. */
  until: string;
  /** Why it failed. */
  error: ClipFailure | null;
}

export interface ClipStore {
  clipRender(key: string): Promise<ClipRender | null>;
  /** Notes a clip as queued, unless a state of it holds at `now`. @returns whether it did: of all who ask at once, for one */
  queueClip(key: string, now: string, until: string): Promise<boolean>;
  /** Notes a queued clip as being drawn. @returns false where another draws it, or nobody need */
  beginClip(key: string, now: string, until: string): Promise<boolean>;
  /** Notes that it failed, until it may be tried again. */
  failClip(key: string, error: ClipFailure, until: string): Promise<void>;
  /** Forgets a clip that is there, or was never sent. */
  endClip(key: string): Promise<void>;
}
