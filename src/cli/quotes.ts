import { Command } from 'commander';
import { clock } from '../card/time.ts';
import { dataOption, jsonOption, withData } from './options.ts';
import { everyItem, printJson, printTable } from './print.ts';
import { describeQuote, findSource } from '../http/views.ts';
import { nodeDrawer } from '../runtime/node-drawer.ts';

/** `pullquote quotes EPISODE` */
export function quotesCommand(): Command {
  return new Command('quotes')
    .description('list the quotes of an episode')
    .argument('<episode>', 'ID of the episode')
    .addOption(jsonOption())
    .addOption(dataOption())
    .action(list);
}

async function list(episodeId: string, options: { data?: string; json?: boolean }): Promise<void> {
  await withData(options, async ({ store, blobs }, config) => {
    const source = await findSource(store, episodeId);
    const { id } = source.episode;
    const quotes = await everyItem((page) => store.quotes(id, page));
    if (options.json) {
      // What a picture says depends on how many slides its words take.
      const deps = { store, config, drawer: await nodeDrawer(blobs) };
      const views = [];
      for (const quote of quotes) views.push(await describeQuote(deps, quote, source));
      return printJson(views);
    }
    printTable(
      quotes.map(({ id: quoteId, startMs, text }) => [quoteId, startMs === null ? '' : clock(startMs), text]),
    );
  });
}
