/** Reading recordings through where they are published, after the import that named them. */
import { z } from 'zod';
import { PullquoteError } from '../errors.ts';
import { readRecording, type RecordingDeps } from './recording.ts';
import type { ReadRange } from '../clip/audio/source.ts';

export interface RecordingReader {
  /** Has a recording read through soon, or not at all where nothing here can. */
  later(episodeId: string, url: string): Promise<void>;
}

export type ReaderDeps = RecordingDeps & { recording: ReadRange };

const readingMessage = z.object({ recording: z.object({ episodeId: z.string(), url: z.string() }) });

type ReadingMessage = z.output<typeof readingMessage>;

/** Reads in this process, after the answer. @param onError told of what cannot be read, which is no caller's error any more */
export function ownReader(deps: ReaderDeps, onError: (error: unknown) => void): RecordingReader {
  return {
    async later(episodeId, url) {
      void readRecording(deps, episodeId, url).catch(onError);
    },
  };
}

/** Leaves it to whoever takes the messages of a queue. */
export function queuedReader(
  queue: { send(message: ReadingMessage): Promise<unknown> } | undefined,
): RecordingReader {
  return {
    async later(episodeId, url) {
      await queue?.send({ recording: { episodeId, url } });
    },
  };
}

/** True for a message that asks for a recording to be read. */
export function isReading(body: unknown): boolean {
  return readingMessage.safeParse(body).success;
}

/**
 * Reads the recording a message asks for. One that cannot be read stays unread.
 * @throws where the message must be delivered again
 */
export async function readQueued(
  deps: ReaderDeps,
  body: unknown,
  onError: (error: unknown) => void,
): Promise<void> {
  const { recording } = readingMessage.parse(body);
  try {
    await readRecording(deps, recording.episodeId, recording.url);
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    onError(error);
  }
}
