/** The way of a recording into blobs and store. */
import type { Blobs } from '../blobs/port.ts';
import { type AudioIndex, writeIndex } from '../clip/audio/index-file.ts';
import { AUDIO_TYPES } from '../clip/audio/kind.ts';
import type { Mp3Decoder } from '../clip/audio/mp3-decoder.ts';
import { scanAudio } from '../clip/audio/scan.ts';
import { type AudioBytes, blobAudio, type ReadRange, remoteAudio } from '../clip/audio/source.ts';
import { PullquoteError } from '../errors.ts';
import type { Recording, RecordingStore } from '../store/recording-port.ts';
import { sha256 } from '../sha256.ts';
import { randomSlug } from './slug.ts';

/** Largest recording, in bytes: three hours of MP3 at 320 kbit/s are 430 MB. */
const MAX_RECORDING_BYTES = 1_000_000_000;

export interface RecordingDeps {
  store: RecordingStore;
  blobs: Blobs;
  mp3: Mp3Decoder;
}

/**
 * Keeps a recording as it comes and reads it through. It takes the place of the one before, whose clips then are others.
 * @throws PullquoteError `too-large`, `bad-recording`: the one before stays
 */
export async function keepRecording(
  deps: RecordingDeps,
  episodeId: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Recording> {
  const { blobs } = deps;
  const blob = `recordings/${episodeId}/${randomSlug()}`;
  const tally = new Tally();
  // What it is shows when all of it is there: an MP4 file may end with its index.
  await blobs.putPieces(blob, tally.counted(pieces), 'application/octet-stream');
  let kept: { recording: Recording; before: Recording | null };
  try {
    const { size } = tally;
    const version = await tally.digest();
    const place = { episodeId, blob, url: null, size, version };
    kept = await readThrough(deps, blobAudio(blobs, blob, size), place);
  } catch (error) {
    await blobs.delete(blob);
    throw error;
  }
  return replacing(blobs, kept);
}

/**
 * Reads the recording of an episode through where it is published.
 * @throws PullquoteError `fetch-failed`, `fetch-refused`, `too-large`, `bad-recording`
 */
export async function readRecording(
  deps: RecordingDeps & { recording: ReadRange },
  episodeId: string,
  url: string,
): Promise<Recording> {
  const source = remoteAudio(url, deps.recording);
  const [size, version] = [await source.size(), await source.version()];
  checkSize(size);
  const place = { episodeId, blob: null, url, size, version };
  return replacing(deps.blobs, await readThrough(deps, source, place));
}

/** True for an episode whose recording is published, is not kept here, and was not read through yet. */
export async function isUnread(
  store: Pick<RecordingStore, 'recording'>,
  { id, mediaUrl }: { id: string; mediaUrl: string | null },
): Promise<boolean> {
  if (mediaUrl === null) return false;
  const known = await store.recording(id);
  return known === null || (known.blob === null && known.url !== mediaUrl);
}

/** Deletes what was kept of the recording before, once the new one is the episode's. */
async function replacing(
  blobs: Blobs,
  { recording, before }: { recording: Recording; before: Recording | null },
): Promise<Recording> {
  if (before !== null) await deleteBlobs(blobs, before);
  return recording;
}

type Place = Pick<Recording, 'episodeId' | 'blob' | 'url' | 'size' | 'version'>;

async function readThrough(
  { store, blobs, mp3 }: RecordingDeps,
  source: AudioBytes,
  place: Place,
): Promise<{ recording: Recording; before: Recording | null }> {
  const { kind, index } = await scanAudio(source, mp3);
  const before = await store.recording(place.episodeId);
  const indexBlob = await putIndex(blobs, place.episodeId, index);
  const recording: Recording = {
    ...place,
    contentType: AUDIO_TYPES[kind],
    durationMs: index.durationMs,
    indexBlob,
  };
  await store.saveRecording(recording);
  return { recording, before };
}

async function putIndex(blobs: Blobs, episodeId: string, index: AudioIndex): Promise<string> {
  const name = `recordings/${episodeId}/${randomSlug()}.index`;
  await blobs.put(name, writeIndex(index), 'application/json');
  return name;
}

/** Forgets a recording, and deletes it where it was kept. */
export async function forgetRecording(
  { store, blobs }: Omit<RecordingDeps, 'mp3'>,
  recording: Recording,
): Promise<void> {
  await store.deleteRecording(recording.episodeId);
  await deleteBlobs(blobs, recording);
}

async function deleteBlobs(blobs: Blobs, { blob, indexBlob }: Recording): Promise<void> {
  await blobs.delete(indexBlob);
  if (blob !== null) await blobs.delete(blob);
}

function checkSize(size: number): void {
  if (size <= MAX_RECORDING_BYTES) return;
  throw new PullquoteError(
    'too-large',
    `Expected a recording of at most ${MAX_RECORDING_BYTES} bytes but received more.`,
    { limit: MAX_RECORDING_BYTES },
  );
}

/** Of how many bytes one digest is made: no more have to be held. */
const PART = 1 << 20;

/** Counts what passes, and makes its digest: that of the digests of its parts, since no runtime here digests a stream. */
class Tally {
  size = 0;
  readonly #digests: string[] = [];
  readonly #part = new Uint8Array(PART);
  #filled = 0;

  async *counted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.size += piece.length;
      checkSize(this.size);
      for (let at = 0; at < piece.length;) {
        const taken = piece.subarray(at, at + PART - this.#filled);
        this.#part.set(taken, this.#filled);
        this.#filled += taken.length;
        at += taken.length;
        if (this.#filled === PART) await this.#close();
      }
      yield piece;
    }
  }

  async digest(): Promise<string> {
    await this.#close();
    return sha256(this.#digests.join(''));
  }

  async #close(): Promise<void> {
    this.#digests.push(await sha256(this.#part.subarray(0, this.#filled)));
    this.#filled = 0;
  }
}
