/** What the pool and its threads say to each other. */
import type { CardOrder } from '../card/draw.ts';
import type { CardFormat } from '../card/format.ts';
import type { ClipAudio } from '../clip/audio/model.ts';
import type { ClipOrder } from '../clip/model.ts';
import type { PreviewFormat } from '../clip/preview.ts';
import type { Sheet } from '../card/sheet.ts';
import type { KeptFile } from '../store/pack-port.ts';
import { PullquoteError, type ErrorCode, type ErrorDetails } from '../errors.ts';

/** What a thread is told first. */
export interface ThreadData {
  /** The data directory, where layers and art are kept. */
  folder: string;
  /** Memory beyond which a thread lets go of layers it readied, in bytes; `undefined` for as much as a service wants. */
  enough?: number | undefined;
}

/** What a thread can be asked for: the methods of a `Drawer`, and the files of a card in a pack. */
export type DrawTask =
  | { kind: 'draw' | 'alt' | 'slides'; order: CardOrder }
  | { kind: 'fit'; order: CardOrder; name?: string }
  | { kind: 'files'; order: CardOrder; isOne: boolean }
  | { kind: 'sheet'; sheet: Sheet }
  | { kind: 'clip'; order: ClipOrder; audio: ClipAudio | null }
  | { kind: 'poster'; order: ClipOrder }
  | { kind: 'preview'; order: ClipOrder; format: PreviewFormat };

/** What a thread drew. */
export interface Drawing<Buffer extends ArrayBufferLike = ArrayBufferLike> {
  pictures: Uint8Array<Buffer>[];
  /** Of a `fit`, else empty: how the picture came to take no more bytes than it may. */
  how: string;
  /** Of a `fit` of one slide of several and of an `alt`: what the picture says in words. */
  alt?: string;
  /** Of the same `fit`: how many slides there are. */
  slides?: number;
  /** Of `files`: what was kept. */
  files?: KeptFile[];
}

/** Errors lose their class between threads, so they travel as plain data. */
export type ThreadError =
  | { kind: 'caller'; code: ErrorCode; message: string; details: ErrorDetails }
  | {
      kind: 'fault';
      message: string;
      stack: string | undefined;
      /** The system's, such as `ENOSPC`. */
      code: string | undefined;
    };

export type ThreadMessage =
  | { kind: 'ready'; version: string; formats: readonly CardFormat[] }
  | ({ kind: 'drawn' } & Drawing<ArrayBuffer>)
  | { kind: 'failed'; error: ThreadError };

export function toThreadError(error: unknown): ThreadError {
  if (error instanceof PullquoteError) {
    return { kind: 'caller', code: error.code, message: error.message, details: error.details };
  }
  const fault = error instanceof Error ? error : new Error(String(error));
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  return { kind: 'fault', message: fault.message, stack: fault.stack, code };
}

export function fromThreadError(error: ThreadError): Error {
  if (error.kind === 'caller') return new PullquoteError(error.code, error.message, error.details);
  const { message, stack, code } = error;
  return Object.assign(new Error(message), { stack, ...(code === undefined ? {} : { code }) });
}
