import { Command } from 'commander';
import { clock } from '../card/time.ts';
import { verifyIn } from '../http/verify.ts';
import { dataOption, jsonOption, withData } from './options.ts';
import { printJson } from './print.ts';

interface Options {
  data?: string;
  json?: boolean;
  speaker?: string;
  episode?: string;
}

const MARKS = { same: ['', ''], 'left-out': ['[-', '-]'], 'put-in': ['{+', '+}'] } as const;

/** `pullquote verify WORDS` */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check whether posted words were said so')
    .argument('<words...>')
    .option('--speaker <name>', 'whose words they are said to be')
    .option('--episode <id>', 'look in one episode only')
    .addOption(jsonOption())
    .addOption(dataOption())
    .action(check);
}

async function check(words: string[], options: Options): Promise<void> {
  await withData(options, async ({ store }, { publicUrl }) => {
    const { speaker, episode } = options;
    const asked = {
      ...(speaker === undefined ? {} : { speaker }),
      ...(episode === undefined ? {} : { episode }),
    };
    const result = await verifyIn(store, { text: words.join(' '), ...asked }, publicUrl);
    if (options.json) return printJson(result);
    const { verdict, isMarked, diff, warnings, nearest } = result;
    console.log(verdict === 'elided' && !isMarked ? 'elided, and not marked' : verdict);
    if (nearest === null) return;
    if (diff.some(({ kind }) => kind !== 'same')) {
      console.log(diff.map(({ kind, text }) => `${MARKS[kind][0]}${text}${MARKS[kind][1]}`).join(' '));
    }
    const time = nearest.startMs === null ? [] : [clock(nearest.startMs)];
    console.log([nearest.episodeId, ...time, ...nearest.speakers, nearest.page].join('  '));
    console.log(nearest.text);
    for (const { message, words: left, wider } of warnings) console.log(`! ${message} “${left}” (${wider})`);
  });
}
