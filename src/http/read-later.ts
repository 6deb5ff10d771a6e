import type { ImportReport } from '../ingest/report.ts';
import type { AppDeps } from './context.ts';

/** Has the recording an import named read through, where none is kept and it was not read already. */
export async function readLater(
  { store, reader, onError }: Pick<AppDeps, 'store' | 'reader' | 'onError'>,
  { dryRun, episode: { id, mediaUrl } }: Pick<ImportReport, 'dryRun' | 'episode'>,
): Promise<void> {
  if (dryRun || mediaUrl === null) return;
  const known = await store.recording(id);
  if (known !== null && (known.blob !== null || known.url === mediaUrl)) return;
  // The import is done, whatever becomes of this.
  await reader.later(id, mediaUrl).catch(onError);
}
