import { Command } from 'commander';
import { PullquoteError } from '../errors.ts';
import { findEpisode, findText } from '../http/views.ts';
import { countSpeakers } from '../ingest/report.ts';
import { confirmSpeakers } from '../ingest/speakers.ts';
import { dataOption, jsonOption, withData } from './options.ts';
import { printJson, printTable } from './print.ts';

interface Options {
  data?: string;
  json?: boolean;
  confirm?: string;
  participant?: string;
}

/** `pullquote speakers EPISODE` */
export function speakersCommand(): Command {
  return new Command('speakers')
    .description('list who speaks and how that is known, or confirm who says a range')
    .argument('<episode>', 'ID of the episode')
    .option('--confirm <range>', 'words someone listened to, like 13:36-14:05')
    .option('--participant <name>', 'whose words they are: ID or name')
    .addOption(jsonOption())
    .addOption(dataOption())
    .action(run);
}

async function run(episodeId: string, options: Options): Promise<void> {
  const { confirm, participant } = options;
  if ((confirm === undefined) !== (participant === undefined)) {
    throw new PullquoteError('bad-parameter', 'Expected --confirm and --participant together.');
  }
  await withData(options, async ({ store }) => {
    const { id } = await findEpisode(store, episodeId);
    if (confirm !== undefined && participant !== undefined) {
      await confirmSpeakers({ store }, { episodeId: id, range: confirm, participant });
    }
    const speakers = countSpeakers((await findText(store, id)).text);
    if (options.json) return printJson(speakers);
    printTable(
      speakers.map(({ label, participantId, source, words }) => [
        label ?? '-',
        participantId ?? '-',
        source,
        `${words} words`,
      ]),
    );
  });
}
