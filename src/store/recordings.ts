import { eq } from 'drizzle-orm';
import { first, type Database } from './driver.ts';
import type { RecordingStore } from './recording-port.ts';
import { recordings } from './schema.ts';

export function recordingQueries(db: Database): RecordingStore {
  return {
    async recording(episodeId) {
      const ofEpisode = eq(recordings.episodeId, episodeId);
      return first(await db.select().from(recordings).where(ofEpisode));
    },
    async saveRecording(recording) {
      const { episodeId: _, ...set } = recording;
      await db.insert(recordings).values(recording).onConflictDoUpdate({ target: recordings.episodeId, set });
    },
    async deleteRecording(episodeId) {
      await db.delete(recordings).where(eq(recordings.episodeId, episodeId));
    },
  };
}
