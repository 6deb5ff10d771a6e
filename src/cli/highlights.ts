import { Command } from 'commander';
import { clock } from '../card/time.ts';
import type { Blobs } from '../blobs/port.ts';
import type { NodeConfig } from '../config.ts';
import { PullquoteError } from '../errors.ts';
import { choose, viewHighlights, type Chooser } from '../http/highlights.ts';
import { findEpisode, findText } from '../http/views.ts';
import { pickerOf } from '../runtime/parts.ts';
import { dataOption, jsonOption, withData } from './options.ts';
import { printJson } from './print.ts';

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
  await withData(options, async ({ store, blobs }, config) => {
    const episode = await findEpisode(store, episodeId);
    const { text } = await findText(store, episode.id);
    const from = { episode, hints: await store.hints(episode.id), text };
    const { highlights, fallback } = await choose(from, Number(options.count), chooserOf(config, blobs));
    if (fallback !== null)
      console.error('The language model was of no use; these are chosen by their scores.');
    const views = viewHighlights(episode, text, highlights, config.publicUrl);
    if (options.json) return printJson(views);
    for (const { range, startMs, scores, text: words, note, warnings } of views) {
      console.log(
        [range, ...(startMs === null ? [] : [clock(startMs)]), scores.total.toFixed(2), words].join('  '),
      );
      if (note !== null) console.log(`    for the note: ${note}`);
      for (const { message, wider } of warnings) console.log(`    ${message} Wider: ${wider}`);
    }
  });
}

/** The language model of the settings, if there is one. */
function chooserOf(config: NodeConfig, blobs: Blobs): Chooser {
  const picker = pickerOf(config);
  if (picker === null || config.highlightModel === null) return null;
  return {
    picker,
    timeoutMs: config.highlightModel.timeoutMs,
    blobs,
    onError: complain,
    admit: async () => undefined,
  };
}

function complain(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}
