import { Command } from 'commander';
import { clock } from '../card/time.ts';
import { PullquoteError } from '../errors.ts';
import { viewHighlights } from '../http/highlights.ts';
import { findEpisode, findText } from '../http/views.ts';
import { dataOption, jsonOption, withData } from './options.ts';
import { printJson, printTable } from './print.ts';

/** `pullquote highlights EPISODE --count N` */
export function highlightsCommand(): Command {
  return new Command('highlights')
    .description('pick the best quotes of an episode, and say why')
    .argument('<episode>', 'ID of the episode')
    .option('--count <n>', 'how many', '12')
    .addOption(jsonOption())
    .addOption(dataOption())
    .action(list);
}

async function list(
  episodeId: string,
  options: { data?: string; json?: boolean; count: string },
): Promise<void> {
  if (!/^\d{1,4}$/.test(options.count)) {
    throw new PullquoteError(
      'bad-parameter',
      `Expected a number for \`--count\` but received \`${options.count}\`.`,
    );
  }
  await withData(options, async ({ store }, { publicUrl }) => {
    const episode = await findEpisode(store, episodeId);
    const { text } = await findText(store, episode.id);
    const views = viewHighlights(episode, text, Number(options.count), publicUrl);
    if (options.json) return printJson(views);
    printTable(
      views.map((view) => [
        view.range,
        view.startMs === null ? '' : clock(view.startMs),
        view.scores.total.toFixed(2),
        view.text,
      ]),
    );
  });
}
