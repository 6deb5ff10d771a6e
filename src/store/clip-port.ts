import type { Reason } from './pack-port.ts';

/** A clip that is drawn outside of the request for it, until it is there. Instants are ISO 8601. */
export interface ClipRender {
  key: string;
  state: 'queued' | 'drawing' | 'failed';
  /** After this the state no longer holds: whoever was to draw it has not. */
  until: string;
  /** Why it failed. */
  error: Reason | null;
}

export interface ClipStore {
  clipRender(key: string): Promise<ClipRender | null>;
  /** Notes a clip as queued, unless a state of it holds at `now`. @returns whether it did: of all who ask at once, for one */
  queueClip(key: string, now: string, until: string): Promise<boolean>;
  /** Notes a queued clip as being drawn. @returns false where another draws it, or nobody need */
  beginClip(key: string, now: string, until: string): Promise<boolean>;
  /** Notes that it failed, until it may be tried again. */
  failClip(key: string, error: Reason, until: string): Promise<void>;
  /** Forgets a clip that is there, or was never sent. */
  endClip(key: string): Promise<void>;
}
