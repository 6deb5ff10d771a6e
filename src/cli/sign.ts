import { Command } from 'commander';
import { ConfigError } from '../config.ts';
import { PullquoteError } from '../errors.ts';
import { createSigner } from '../http/signing.ts';
import { settings } from './options.ts';

/** Units of a time given as `90m`, in seconds. */
const UNITS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400 };

/** `pullquote sign ADDRESS` */
export function signCommand(): Command {
  return new Command('sign')
    .description('sign the address of an image, with the first of SIGNING_KEYS')
    .argument('<address>', 'as in `/q/q_….png?size=story`, with or without the host')
    .option('--expires <time>', 'how long it is good: 90m, 12h, 30d (default: for ever)')
    .action(sign);
}

async function sign(address: string, options: { expires?: string }): Promise<void> {
  const config = settings({});
  if (config.signingKeys.length === 0)
    throw new ConfigError(
      'SIGNING_KEYS is not set. Give it the keys the server has, of at least 32 characters each.',
    );
  if (!URL.canParse(address, config.publicUrl)) {
    throw new PullquoteError(
      'bad-parameter',
      `Expected the address of an image but received \`${address}\`.`,
    );
  }
  const url = new URL(address, config.publicUrl);
  const expires =
    options.expires === undefined ? null : Math.floor(Date.now() / 1000) + seconds(options.expires);
  const signed = await createSigner(config.signingKeys).sign(url.pathname, url.searchParams, expires);
  console.log(`${config.publicUrl}${url.pathname}?${signed.toString()}`);
}

function seconds(time: string): number {
  const [, count, unit = ''] = /^(\d{1,6})([mhd])$/.exec(time) ?? [];
  const size = UNITS[unit];
  if (count !== undefined && size !== undefined) return Number(count) * size;
  throw new PullquoteError('bad-parameter', `Expected a time like 90m, 12h or 30d but received \`${time}\`.`);
}
