import { Command } from 'commander';
import { clock } from '../card/time.ts';
import { viewHit } from '../http/views.ts';
import { dataOption, jsonOption, withData } from './options.ts';
import { printJson, printTable } from './print.ts';

/** `pullquote search WORDS` */
export function searchCommand(): Command {
  return new Command('search')
    .description('find sentences by their words')
    .argument('<words...>')
    .option('--episode <id>', 'in one episode only')
    .option('--limit <n>', 'how many', '20')
    .addOption(jsonOption())
    .addOption(dataOption())
    .action(search);
}

interface Options {
  data?: string;
  json?: boolean;
  episode?: string;
  limit: string;
}

async function search(words: string[], options: Options): Promise<void> {
  await withData(options, async ({ store }, { publicUrl }) => {
    const scope = options.episode === undefined ? {} : { episodeId: options.episode };
    const hits = await store.search(words.join(' '), { ...scope, limit: Number(options.limit) || 20 });
    const views = hits.map((hit) => viewHit(hit, publicUrl));
    if (options.json) return printJson(views);
    if (views.length === 0) console.error('No sentence has these words.');
    printTable(
      views.map(({ quoteId, episodeId, startMs, snippet }) => [
        quoteId,
        episodeId,
        startMs === null ? '' : clock(startMs),
        snippet.map(({ text, match }) => (match ? `*${text}*` : text)).join(''),
      ]),
    );
  });
}
