import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import { createCard } from '../card/create.ts';
import { imageParams } from '../card/params.ts';
import type { CardAddress } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import { nodeDeps } from '../runtime/node.ts';
import { dataOption, withData } from './options.ts';

/** Parameters of an image that mean something to a file. */
const OPTIONS = [
  'template',
  'brand',
  'size',
  'dpr',
  'slide',
  'mark',
  'effort',
  'missing',
  'snap',
  'lang',
] as const satisfies readonly (keyof typeof imageParams.shape)[];

type Options = { out: string; data?: string } & Partial<Record<(typeof OPTIONS)[number], string>>;

/** `pullquote card SELECTION -o FILE` */
export function cardCommand(): Command {
  const command = new Command('card')
    .description('draw a card into a file')
    .argument('<selection>', 'a quote ID, or EPISODE/RANGE as in addresses')
    .requiredOption('-o, --out <file>', 'a .png or .svg to write')
    .addOption(dataOption())
    .action(draw);
  for (const name of OPTIONS) command.option(`--${name} <value>`, 'as in addresses');
  return command;
}

async function draw(selection: string, options: Options): Promise<void> {
  const extension = extname(options.out).toLowerCase();
  const format = extension === '.svg' ? 'svg' : extension === '.png' ? 'png' : null;
  if (format === null) {
    throw new PullquoteError(
      'not-acceptable',
      `Expected a file that ends in .png or .svg but received \`${options.out}\`.`,
    );
  }
  const query = new URLSearchParams();
  for (const name of OPTIONS) {
    const value = options[name];
    if (value !== undefined) query.set(name, value);
  }
  await withData(options, async (data, config) => {
    const deps = await nodeDeps(data, config);
    const card = await follow(addressOf(selection), (address) =>
      createCard(deps, address, format, query, null),
    );
    await writeFile(options.out, card);
  });
}

function addressOf(selection: string): CardAddress {
  const slash = selection.indexOf('/');
  if (slash < 0) return { quoteId: selection };
  return { episodeId: selection.slice(0, slash), range: selection.slice(slash + 1) };
}

/** Draws, going on to the quote that took the place of a superseded one. */
async function follow(
  address: CardAddress,
  create: (address: CardAddress) => ReturnType<typeof createCard>,
): Promise<Uint8Array> {
  const card = await create(address);
  if (card.status === 'ok') return card.bytes;
  const next = card.status === 'redirect' ? /^\/q\/([^.]+)\./.exec(card.location)?.[1] : undefined;
  if (next === undefined || next === ('quoteId' in address ? address.quoteId : '')) {
    throw new PullquoteError('gone', 'The quote was superseded.');
  }
  console.error(`The quote was superseded by ${next}; that one is drawn.`);
  return follow({ quoteId: next }, create);
}
