import { Command } from 'commander';
import { writeWhole } from '../blobs/fs.ts';
import { createCard } from '../card/create.ts';
import { CARD_FORMATS, type CardFormat, splitFormat } from '../card/format.ts';
import { imageParams } from '../card/params.ts';
import type { CardAddress } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import { parameterText } from '../http/parameter-text.ts';
import { nodeDeps } from '../runtime/node.ts';
import { dataOption, withData } from './options.ts';
import { addressOf } from './selection.ts';

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
  'for',
] as const satisfies readonly (keyof typeof imageParams.shape)[];

type Options = { out: string; data?: string; maxBytes?: string; maxSlides?: string } & Partial<
  Record<(typeof OPTIONS)[number], string>
>;

/** `pullquote card SELECTION -o FILE` */
export function cardCommand(): Command {
  const command = new Command('card')
    .description('draw a card into a file')
    .argument('<selection>', 'a quote ID, or EPISODE/RANGE as in addresses')
    .requiredOption(
      '-o, --out <file>',
      'a file whose ending is the format: .png, .jpg, .webp, .avif, .svg, .pdf',
    )
    .addOption(dataOption())
    .action(draw);
  const { shape } = imageParams;
  for (const name of OPTIONS) command.option(`--${name} <value>`, parameterText(shape[name]));
  command.option('--max-bytes <value>', parameterText(shape.max_bytes));
  command.option('--max-slides <value>', parameterText(shape.max_slides));
  return command;
}

async function draw(selection: string, options: Options): Promise<void> {
  const format = splitFormat(options.out)?.format ?? null;
  if (format === null) {
    throw new PullquoteError(
      'not-acceptable',
      `Expected a file that ends in one of ${CARD_FORMATS.map((known) => `.${known}`).join(', ')} but received \`${options.out}\`.`,
    );
  }
  const query = new URLSearchParams();
  for (const name of OPTIONS) {
    const value = options[name];
    if (value !== undefined) query.set(name, value);
  }
  if (options.maxBytes !== undefined) query.set('max_bytes', options.maxBytes);
  if (options.maxSlides !== undefined) query.set('max_slides', options.maxSlides);
  await withData(options, async (data, config) => {
    const deps = await nodeDeps(data, config);
    const card = await follow(addressOf(selection), format, (address) =>
      createCard(deps, address, format, query, null),
    );
    await writeWhole(options.out, card);
  });
}

/** Draws, going on to the quote that took the place of a superseded one, and says how the picture came to fit. */
async function follow(
  address: CardAddress,
  format: CardFormat,
  create: (address: CardAddress) => ReturnType<typeof createCard>,
): Promise<Uint8Array> {
  const card = await create(address);
  if (card.status === 'ok') {
    const how = card.headers['X-Card-Encoding'];
    if (how !== undefined) console.error(how);
    return card.bytes;
  }
  const location = card.status === 'redirect' ? card.location : '';
  const { stem, format: wanted } = splitFormat(location.replace(/\?.*/, '')) ?? { stem: '', format };
  if (wanted !== format) {
    throw new PullquoteError(
      'not-acceptable',
      `Expected a file that ends in .${wanted}, as that platform takes it.`,
    );
  }
  const next = /^\/q\/(.+)$/.exec(stem)?.[1];
  if (next === undefined || next === ('quoteId' in address ? address.quoteId : '')) {
    throw new PullquoteError('gone', 'The quote was superseded.');
  }
  console.error(`The quote was superseded by ${next}; that one is drawn.`);
  return follow({ quoteId: next }, format, create);
}
