import { isUnread } from '../ingest/recording.ts';
import type { ImportReport } from '../ingest/report.ts';
import type { AppContext, AppDeps } from './context.ts';
import { viewImport } from './views.ts';

/** Has the recording an import named read through, and answers with what was found and done. @param more besides the report */
export async function answerImport(
  deps: Pick<AppDeps, 'config' | 'onError' | 'reader' | 'store'>,
  c: AppContext,
  report: ImportReport,
  more: object = {},
): Promise<Response> {
  if (!report.dryRun) await readLater(deps, report);
  const view = { ...viewImport(report, deps.config.publicUrl), ...more };
  return c.json(view, report.status === 'created' && !report.dryRun ? 201 : 200, {
    'Cache-Control': 'no-store',
    ...(report.dryRun ? {} : { Location: `${deps.config.publicUrl}/v1/episodes/${view.episode.id}` }),
  });
}

/** The import is done, whatever becomes of the recording. */
async function readLater(
  { store, reader, onError }: Pick<AppDeps, 'onError' | 'reader' | 'store'>,
  { episode }: Pick<ImportReport, 'episode'>,
): Promise<void> {
  const { id, mediaUrl } = episode;
  if (mediaUrl === null || !(await isUnread(store, episode))) return;
  await reader.later(id, mediaUrl).catch(onError);
}
