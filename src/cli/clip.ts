import { extname } from 'node:path';
import { Command } from 'commander';
import { writeWhole } from '../blobs/fs.ts';
import { CLIP_FORMATS, createClip } from '../clip/create.ts';
import { clipParams } from '../clip/params.ts';
import { PullquoteError } from '../errors.ts';
import { parameterText } from '../http/parameter-text.ts';
import { nodeDeps } from '../runtime/node.ts';
import { dataOption, withData } from './options.ts';
import { addressOf, follow } from './selection.ts';

/** Parameters of a clip that mean something to a file. */
const OPTIONS = [
  'template',
  'size',
  'style',
  'fillers',
  'audio',
  'brand',
  'missing',
  'snap',
  'lang',
] as const satisfies readonly (keyof typeof clipParams.shape)[];

type Options = { out: string; data?: string } & Partial<Record<(typeof OPTIONS)[number], string>>;

/** `pullquote clip SELECTION -o FILE` */
export function clipCommand(): Command {
  const command = new Command('clip')
    .description('make a captioned video of a quote, a silent preview of it, or its captions')
    .argument('<selection>', 'a quote ID, or EPISODE/RANGE as in addresses')
    .requiredOption('-o, --out <file>', 'a .mp4, .gif, .webp, .vtt or .srt to write')
    .addOption(dataOption())
    .action(make);
  for (const name of OPTIONS) command.option(`--${name} <value>`, parameterText(clipParams.shape[name]));
  return command;
}

async function make(selection: string, options: Options): Promise<void> {
  const extension = extname(options.out).toLowerCase();
  const format = CLIP_FORMATS.find((known) => extension === `.${known}`);
  if (format === undefined) {
    throw new PullquoteError(
      'not-acceptable',
      `Expected a file that ends in .mp4, .gif, .webp, .vtt or .srt but received \`${options.out}\`.`,
    );
  }
  const query = new URLSearchParams();
  for (const name of OPTIONS) {
    const value = options[name];
    if (value !== undefined) query.set(name, value);
  }
  await withData(options, async (data, config) => {
    const deps = await nodeDeps(data, config);
    const clip = await follow(addressOf(selection), (address) =>
      createClip(deps, address, format, query, null),
    );
    await writeWhole(options.out, clip);
  });
}
