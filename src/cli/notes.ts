import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { clock } from '../card/time.ts';
import { findEpisode } from '../http/views.ts';
import { describeHints, NO_HINTS } from '../ingest/hints.ts';
import { dataOption, jsonOption, withData } from './options.ts';
import { printJson } from './print.ts';

/** Longest file of show notes, in characters. */
const MOST = 200_000;

/** `pullquote notes EPISODE [FILE]` */
export function notesCommand(): Command {
  return new Command('notes')
    .description('show the lines that lead to highlights, or take others from a file')
    .argument('<episode>', 'ID of the episode')
    .argument('[file]', 'show notes in HTML, Markdown or plain text')
    .option('--none', 'take the notes away')
    .addOption(jsonOption())
    .addOption(dataOption())
    .action(run);
}

/** Show notes of a file, as much of it as is read. */
export async function readNotes(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).slice(0, MOST);
}

async function run(
  episodeId: string,
  file: string | undefined,
  options: { data?: string; json?: boolean; none?: boolean },
): Promise<void> {
  await withData(options, async ({ store }) => {
    const { id } = await findEpisode(store, episodeId);
    const before = (await store.hints(id)) ?? NO_HINTS;
    const said = options.none ? null : file === undefined ? undefined : await readNotes(file);
    const hints = said === undefined ? before : describeHints(before, { notes: said });
    if (hints !== before) await store.saveHints(id, hints);
    if (options.json) return printJson(hints);
    for (const note of hints.notes) console.log(note);
    for (const { startMs, endMs, title } of hints.soundbites)
      console.log(`${clock(startMs)}-${clock(endMs)}  ${title ?? ''}`.trim());
  });
}
