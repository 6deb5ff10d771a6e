/** The sound of an episode, as far as it was looked at. */
export interface Recording {
  episodeId: string;
  /** Name in blobs; `null` where it is read from where it is published. */
  blob: string | null;
  /** Where it is published; `null` where it is kept. */
  url: string | null;
  contentType: string;
  /** In bytes. */
  size: number;
  /** Changes when its bytes do: a digest, or what its server says of it. */
  version: string;
  durationMs: number;
  /** Name in blobs of its peaks and seek points. */
  indexBlob: string;
}

export interface RecordingStore {
  recording(episodeId: string): Promise<Recording | null>;
  /** In place of the one before. The episode has to be there. */
  saveRecording(recording: Recording): Promise<void>;
  deleteRecording(episodeId: string): Promise<void>;
}
