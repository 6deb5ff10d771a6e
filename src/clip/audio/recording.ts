import type { Blobs } from '../../blobs/port.ts';
import { PullquoteError } from '../../errors.ts';
import type { Episode } from '../../quote/model.ts';
import type { Recording, RecordingStore } from '../../store/recording-port.ts';
import { type AudioIndex, readIndex } from './index-file.ts';

/** What is known of an episode's recording; `null` where it was not looked at, or is published elsewhere by now. */
export async function knownRecording(
  store: RecordingStore,
  { id, mediaUrl }: Pick<Episode, 'id' | 'mediaUrl'>,
): Promise<Recording | null> {
  const recording = await store.recording(id);
  return recording !== null && (recording.blob !== null || recording.url === mediaUrl) ? recording : null;
}

/** @throws PullquoteError `conflict` where the recording is replaced at this moment */
export async function indexOf(blobs: Blobs, { indexBlob }: Recording): Promise<AudioIndex> {
  const bytes = await blobs.get(indexBlob);
  if (bytes === null)
    throw new PullquoteError('conflict', 'The recording is being replaced at this moment; ask again.');
  return readIndex(bytes);
}
