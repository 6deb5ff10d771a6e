import type { Blobs } from '../blobs/port.ts';
import type { Episode } from '../quote/model.ts';
import type { Recording, RecordingStore } from '../store/recording-port.ts';
import { cutAudio } from './audio/cut.ts';
import { PEAK_MS } from './audio/index-file.ts';
import type { ClipAudio, Cut } from './audio/model.ts';
import { indexOf, knownRecording } from './audio/recording.ts';
import { type AudioBytes, blobAudio, type ReadRange, remoteAudio } from './audio/source.ts';

/** The recording a clip's sound is cut from. */
export interface ClipSound {
  /** In the keys of clips: changes with the recording, and with what is known of it. */
  name: string;
  /** @throws PullquoteError as `cutAudio` does */
  cut(cuts: readonly Cut[]): Promise<ClipAudio>;
  /** How loud the cuts are, one after the other, 0 to 255; `null` where that is not known. */
  peaks(cuts: readonly Cut[]): Promise<number[] | null>;
}

export interface SoundDeps {
  store: RecordingStore;
  blobs: Blobs;
  recording: ReadRange;
}

/**
 * The recording kept here, else the one published; `null` where there is neither.
 * @throws PullquoteError `fetch-failed`, `fetch-refused` where the one published cannot be read and never was
 */
export async function soundOf(
  { store, blobs, recording: readRange }: SoundDeps,
  episode: Pick<Episode, 'id' | 'mediaUrl'>,
): Promise<ClipSound | null> {
  const known = await knownRecording(store, episode);
  if (known?.blob) return openSound(blobs, known, known.version, blobAudio(blobs, known.blob, known.size));
  if (episode.mediaUrl === null) return null;
  const remote = remoteAudio(episode.mediaUrl, readRange);
  const version = await remote.version().catch((error: unknown) => {
    // Clips that are kept are still there.
    if (known !== null) return known.version;
    throw error;
  });
  // What was found in a file that was replaced says nothing of the new one.
  return openSound(blobs, known?.version === version ? known : null, version, remote);
}

function openSound(blobs: Blobs, known: Recording | null, version: string, source: AudioBytes): ClipSound {
  return {
    name: known === null ? version : `${version} read`,
    async cut(cuts) {
      const index = known === null ? null : await indexOf(blobs, known);
      return cutAudio(source, cuts, index?.seek ?? null);
    },
    async peaks(cuts) {
      const index = known === null ? null : await indexOf(blobs, known);
      if (index === null || index.peaks === null) return null;
      const { peaks } = index;
      return cuts.flatMap(({ startMs, endMs }) =>
        peaks.slice(Math.floor(startMs / PEAK_MS), Math.ceil(endMs / PEAK_MS)),
      );
    },
  };
}
